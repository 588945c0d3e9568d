import type { ParagraphKind, WrittenParagraph } from './rich-text.contract.js';

/** What opens or closes a block; any of the tags of the allowed subset that are not within a paragraph. */
const BLOCK = /<(\/?)(p|ul|ol|li|blockquote)\b[^>]*>/g;

/** The paragraphs of clean HTML. Nesting goes: a list within a list or a quote becomes items of the outer one. */
export function paragraphsOf(html: string): WrittenParagraph[] {
  const found: WrittenParagraph[] = [];
  const open: string[] = [];
  let from = 0;
  const take = (to: number) => {
    const inner = html.slice(from, to).replace(/^(?:\s|<br\s*\/?>)+|(?:\s|<br\s*\/?>)+$/g, '');
    if (wordsOf(inner).trim()) found.push({ kind: kindWithin(open), html: inner });
  };
  for (const { 0: tag, 1: closing, 2: name = '', index } of html.matchAll(BLOCK)) {
    take(index);
    from = index + tag.length;
    if (!closing) open.push(name);
    else if (open.includes(name)) open.splice(open.lastIndexOf(name));
  }
  take(html.length);
  return found;
}

function kindWithin(open: readonly string[]): ParagraphKind {
  if (open.includes('ol')) return 'number';
  if (open.includes('ul') || open.includes('li')) return 'bullet';
  return open.includes('blockquote') ? 'quote' : 'text';
}

const WRAP: Readonly<Record<ParagraphKind, { around?: string; tag: string }>> = {
  text: { tag: 'p' },
  bullet: { around: 'ul', tag: 'li' },
  number: { around: 'ol', tag: 'li' },
  quote: { around: 'blockquote', tag: 'p' },
};

/** HTML of paragraphs, of which `paragraphsOf` makes the same ones. */
export function htmlOf(paragraphs: readonly WrittenParagraph[]): string {
  let html = '';
  let open: string | undefined;
  for (const { kind, html: inner } of paragraphs) {
    const { around, tag } = WRAP[kind];
    if (open !== around) html += `${open ? `</${open}>` : ''}${around ? `<${around}>` : ''}`;
    open = around;
    html += `<${tag}>${inner}</${tag}>`;
  }
  return html + (open ? `</${open}>` : '');
}

/** The words of paragraphs, a blank line between them; for search, compile and mail. */
export function plainOfParagraphs(paragraphs: readonly Pick<WrittenParagraph, 'html'>[]): string {
  return paragraphs.map(({ html }) => wordsOf(html)).join('\n\n');
}

/** The words within a paragraph; what parts its lines becomes a line feed. */
export function wordsOf(html: string): string {
  return html
    .replace(/<br\s*\/?>/g, '\n')
    .replace(/<\/?[a-z][^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] as string)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .trim();
}

/** All that cleaned text is escaped with. */
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
};

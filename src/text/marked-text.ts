import type { ParagraphKind, WrittenParagraph } from './rich-text.contract.js';
import { PARAGRAPH_KINDS } from './rich-text.contract.js';

/**
 * A paragraph as one string of words in which what is no word is a sign: its kind, where emphasis begins and ends,
 * a line break, a link with its address. Whatever compares and merges words so compares and merges these too, and
 * never cuts a tag or an escape apart. The signs are of Unicode's private use, the address is written in tag
 * characters, which stay with the sign before them.
 */
const KIND_FROM = 0xe000;
const SIGNS = {
  strong: '\ue010',
  '/strong': '\ue011',
  em: '\ue012',
  '/em': '\ue013',
  br: '\ue014',
  a: '\ue015',
  '/a': '\ue016',
};
const NAMES = new Map(Object.entries(SIGNS).map(([name, sign]) => [sign, name]));
const PRIVATE = /[\ue000-\ue0ff]/g;
const SIGN = /\ue015[\u{e0020}-\u{e007e}]*|[\ue010-\ue016]/gu;
const TAG_FROM = 0xe0000;

const TAG = /<(\/?)(strong|em|a|br)\b([^>]*)>|&(amp|lt|gt|quot|#39|nbsp);|[\ue000-\ue0ff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: '\u00a0',
};
const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** A clean paragraph as marked text. */
export function markedText({ kind, html }: WrittenParagraph): string {
  const words = html.replace(TAG, (_, closing: string, name?: string, rest?: string, entity?: string) => {
    if (entity) return ENTITIES[entity] as string;
    if (!name) return '\ufffd';
    const sign = SIGNS[`${closing && name !== 'br' ? '/' : ''}${name}` as keyof typeof SIGNS];
    return name === 'a' && !closing ? sign + inTags(/href="([^"]*)"/.exec(rest ?? '')?.[1] ?? '') : sign;
  });
  return String.fromCharCode(KIND_FROM + PARAGRAPH_KINDS.indexOf(kind)) + words;
}

/** The paragraph of a marked text. After a merge its marks may not fit each other: what is open at the end is closed, what was not open does not close. */
export function paragraphOf(marked: string): { kind: ParagraphKind; html: string } {
  const runs = runsOf(marked);
  return { kind: kindOf(marked), html: htmlOfRuns(runs) };
}

export function kindOf(marked: string): ParagraphKind {
  return PARAGRAPH_KINDS[(marked.codePointAt(0) ?? 0) - KIND_FROM] ?? 'text';
}

/** Words that look alike from their first to their last. `href` is null where they are no link. */
export interface Run {
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | null;
}

/** How the words that come next look: begun in one piece of a marked text and gone on with in the next one. */
export class Looks {
  private strong = false;
  private em = false;
  private href: string | null = null;

  /** The runs of the next piece; a line break is a line feed. */
  next(piece: string): Run[] {
    const runs: Run[] = [];
    const say = (text: string) => {
      const { strong, em, href } = this;
      const last = runs.at(-1);
      if (text && last && last.strong === strong && last.em === em && last.href === href)
        runs[runs.length - 1] = { ...last, text: last.text + text };
      else if (text) runs.push({ text, strong, em, href });
    };
    let from = 0;
    for (const { 0: sign, index } of piece.matchAll(SIGN)) {
      say(piece.slice(from, index).replace(PRIVATE, ''));
      from = index + sign.length;
      if (sign === SIGNS.br) say('\n');
      else this.apply(sign);
    }
    say(piece.slice(from).replace(PRIVATE, ''));
    return runs;
  }

  private apply(sign: string): void {
    const name = NAMES.get(sign.charAt(0));
    if (name === 'strong' || name === '/strong') this.strong = name === 'strong';
    if (name === 'em' || name === '/em') this.em = name === 'em';
    if (name === 'a') this.href = fromTags(sign.slice(1));
    if (name === '/a') this.href = null;
  }
}

export function runsOf(marked: string): Run[] {
  return new Looks().next(marked);
}

/** The HTML of runs, of which `runsOf` its marked text makes the same ones. An address is given as HTML writes it. */
export function htmlOfRuns(runs: readonly Run[]): string {
  let html = '';
  let last: Omit<Run, 'text'> = { strong: false, em: false, href: null };
  for (const { text, ...look } of [...runs, { text: '', strong: false, em: false, href: null }]) {
    html += between(last, look) + escaped(text);
    last = look;
  }
  return html;
}

/** Closes what ends and opens what begins, links outermost: whatever was opened within is closed and opened again. */
function between(last: Omit<Run, 'text'>, next: Omit<Run, 'text'>): string {
  const order = ['href', 'strong', 'em'] as const;
  const from = order.findIndex((mark) => last[mark] !== next[mark]);
  if (from < 0) return '';
  const close = order.slice(from).reverse();
  return (
    close.map((mark) => (last[mark] ? CLOSE[mark] : '')).join('') +
    order
      .slice(from)
      .map((mark) => (next[mark] ? opening(mark, next.href) : ''))
      .join('')
  );
}

const CLOSE = { href: '</a>', strong: '</strong>', em: '</em>' } as const;
const opening = (mark: 'href' | 'strong' | 'em', href: string | null): string =>
  mark === 'href' ? `<a href="${href}" rel="nofollow noopener">` : `<${mark}>`;

/** The address of a run, which is given as HTML writes it, as a browser goes there. */
export function addressOf(href: string): string {
  return href.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] as string);
}

const escaped = (text: string): string =>
  text.replace(/[&<>]/g, (sign) => ESCAPES[sign] as string).replace(/\n/g, '<br />');

const inTags = (address: string): string =>
  [...encodeURI(address).replaceAll('%25', '%')]
    .map((char) => String.fromCodePoint(TAG_FROM + (char.codePointAt(0) as number)))
    .join('');
const fromTags = (tags: string): string =>
  [...tags].map((char) => String.fromCharCode((char.codePointAt(0) as number) - TAG_FROM)).join('');

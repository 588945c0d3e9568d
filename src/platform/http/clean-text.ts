import sanitizeHtml from 'sanitize-html';
import type { WrittenParagraph } from '../../text/rich-text.contract.js';
import { paragraphsOf } from '../../text/rich-text.js';

/**
 * Characters that change how other text is shown: C0 and C1 controls but tab and line feed, bidi embeddings,
 * overrides and isolates, and Unicode tags. The marks U+200E/F and the joiners that Arabic and Persian need stay.
 */
const HIDDEN = /(?![\t\n])[\p{Cc}\u202A-\u202E\u2066-\u2069\uFEFF]|[\u{E0000}-\u{E007F}]/gu;

/** Plain text of several lines: NFC, Unix line ends, nothing hidden. */
export function cleanText(text: string): string {
  return cleanPassage(text).trim();
}

/** Words out of the middle of a clean text: the same, but spaces at their ends stay. */
export function cleanPassage(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, '\n').replace(HIDDEN, '').normalize('NFC');
}

/** Plain text of one line. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/\s+/g, ' ');
}

/** The rich text that contributions may hold. Everything else goes; its words stay. */
const ALLOWED: sanitizeHtml.IOptions = {
  allowedTags: ['p', 'br', 'strong', 'em', 'ul', 'ol', 'li', 'blockquote', 'a'],
  allowedAttributes: { a: ['href'], '*': ['dir', 'lang'] },
  allowedSchemes: ['http', 'https', 'mailto'],
  disallowedTagsMode: 'discard',
  transformTags: {
    b: 'strong',
    i: 'em',
    div: 'p',
    h1: 'p',
    h2: 'p',
    h3: 'p',
    h4: 'p',
    a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'nofollow noopener' } }),
  },
  nestingLimit: 12,
};

/** HTML of the allowed subset from anything that somebody sent. */
export function cleanHtml(html: string): string {
  const options = { ...ALLOWED, allowedAttributes: { ...ALLOWED.allowedAttributes, a: ['href', 'rel'] } };
  return sanitizeHtml(cleanText(html), options as sanitizeHtml.IOptions)
    .replace(/<p>\s*<\/p>/g, '')
    .trim();
}

/** An attribute that marks spans, and what it may hold. */
export interface Mark {
  readonly attribute: string;
  readonly pattern: RegExp;
}

/** The same, with spans that bear such a mark and nothing else; other spans are left bare. */
export function cleanMarked(html: string, { attribute, pattern }: Mark): string {
  return sanitizeHtml(cleanText(html), {
    ...ALLOWED,
    allowedTags: [...(ALLOWED.allowedTags as string[]), 'span'],
    allowedAttributes: { ...ALLOWED.allowedAttributes, a: ['href', 'rel'], span: [attribute] },
    transformTags: {
      ...ALLOWED.transformTags,
      span: (_, attribs) => {
        const mark = attribs[attribute] ?? '';
        return { tagName: 'span', attribs: pattern.test(mark) ? { [attribute]: mark } : {} };
      },
    },
  })
    .replace(/<p>\s*<\/p>/g, '')
    .trim();
}

/** What a paragraph may hold between its words. Blocks within it go, their words stay. */
const WITHIN: sanitizeHtml.IOptions = {
  ...ALLOWED,
  allowedTags: ['br', 'strong', 'em', 'a'],
  allowedAttributes: { a: ['href', 'rel'] },
};

/** HTML of one paragraph's words from anything that somebody sent. */
export function cleanWithin(html: string): string {
  return sanitizeHtml(cleanText(html), WITHIN).trim();
}

/** The paragraphs of anything that somebody sent as HTML. */
export function cleanParagraphs(html: string): WrittenParagraph[] {
  return paragraphsOf(cleanHtml(html)).map((paragraph) => ({
    ...paragraph,
    html: cleanWithin(paragraph.html),
  }));
}

/** The words of clean HTML: blocks apart by a blank line, for search, compile and mail. */
export function plainOf(html: string): string {
  const spaced = html.replace(/<br\s*\/?>/g, '\n').replace(/<\/(p|li|blockquote)>/g, '\n\n');
  const text = sanitizeHtml(spaced, { allowedTags: [], allowedAttributes: {} });
  return decodeEntities(text)
    .replace(/[ \t]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  nbsp: ' ',
};

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

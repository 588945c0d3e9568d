import type { Run } from '../../../../src/text/marked-text.js';
import type { ParagraphKind } from '../../../../src/text/rich-text.contract.js';

/** What the elements are of which Word, its kin and web pages make what one copies from them. */

const UNSEEN = 'script, style, template, head, title, meta, link, noscript, xml';
const BLOCKS =
  'p, div, section, article, header, footer, main, aside, nav, figure, figcaption, address, form, fieldset, dl, dt, dd, pre, hr, table, tbody, thead, tfoot, caption';
const STYLED = 'font, u, s, strike, sub, sup, mark, big, small';
const LOOKS =
  /(?:^|[;\s])(?:color|background(?:-color)?|font-family|font-size|text-decoration(?:-line)?)\s*:/i;

export const PICTURES = 'img, svg, picture, video, audio, iframe, object, embed, canvas, math';
export const HEADINGS = 'h1, h2, h3, h4, h5, h6';
/** Also what was struck out of a text whose changes are tracked. */
export const COMMENTS =
  'del, .MsoCommentReference, .MsoCommentText, .msocomanchor, .msocomtxt, [style*="mso-element:comment"], [style*="mso-special-character:comment"]';

const styleOf = (element: Element): string => element.getAttribute('style')?.toLowerCase() ?? '';

export const isUnseen = (element: Element): boolean =>
  element.matches(UNSEEN) ||
  element.hasAttribute('hidden') ||
  /display\s*:\s*none|mso-hide\s*:\s*all/.test(styleOf(element)) ||
  isListMarker(element);

/** Word writes lists as paragraphs that begin with their bullet or number. */
const isListMarker = (element: Element): boolean => /mso-list\s*:\s*ignore/.test(styleOf(element));

/** The kind of paragraph that the element begins, `outer` being that which it stands in; null within a paragraph. */
export function kindOfElement(element: Element, outer: ParagraphKind): ParagraphKind | null {
  if (/mso-list\s*:\s*l\d/.test(styleOf(element))) return wordListKind(element);
  if (element.matches(HEADINGS)) return 'text';
  switch (element.localName) {
    case 'ul':
      return 'bullet';
    case 'ol':
      return 'number';
    case 'li':
      return outer === 'number' ? 'number' : 'bullet';
    case 'blockquote':
      return 'quote';
    default:
      return element.matches(BLOCKS) ? outer : null;
  }
}

function wordListKind(element: Element): ParagraphKind {
  const marker = [...element.querySelectorAll('[style]')].find(isListMarker)?.textContent?.trim() ?? '';
  return /^[\p{L}\p{N}]{1,5}[.)]/u.test(marker) ? 'number' : 'bullet';
}

/** How an element makes its words look that may look so. */
export function looksOf(element: Element): Partial<Omit<Run, 'text' | 'href'>> {
  const style = styleOf(element);
  const weight = /(?:^|[;\s])font-weight\s*:\s*(\w+)/.exec(style)?.[1];
  const slant = /(?:^|[;\s])font-style\s*:\s*(\w+)/.exec(style)?.[1];
  const strong = weight ? /^(?:bold|bolder|[6-9]00)$/.test(weight) : element.matches('b, strong') || null;
  const em = slant ? /^(?:italic|oblique)$/.test(slant) : element.matches('i, em, cite') || null;
  return { ...(strong !== null && { strong }), ...(em !== null && { em }) };
}

/** Whether it makes them look otherwise. */
export const hasOtherLooks = (element: Element): boolean =>
  element.matches(STYLED) || LOOKS.test(styleOf(element));

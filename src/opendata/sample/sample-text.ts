import { cleanHtml, cleanParagraphs } from '../../platform/http/clean-text.js';
import type { WrittenParagraph } from '../../text/rich-text.contract.js';

/** Paragraphs as the HTML that a contribution holds, through the same filter as everybody's. */
export function asHtml(paragraphs: readonly string[]): string {
  return cleanHtml(paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''));
}

/** The same as a proposal's paragraphs. */
export function asParagraphs(paragraphs: readonly string[]): WrittenParagraph[] {
  return cleanParagraphs(asHtml(paragraphs));
}

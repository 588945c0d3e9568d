import { cleanHtml } from '../../platform/http/clean-text.js';

/** Paragraphs as the HTML that a contribution holds, through the same filter as everybody's. */
export function asHtml(paragraphs: readonly string[]): string {
  return cleanHtml(paragraphs.map((paragraph) => `<p>${paragraph}</p>`).join(''));
}

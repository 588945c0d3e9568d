import type { Paragraph, WrittenParagraph } from '../../../../src/text/rich-text.contract.js';
import { wordsOf } from '../../../../src/text/rich-text.js';
import { newKey } from '../../lib/key.js';

/** What an id begins with that only this device knows: the server gives the paragraph its own when it is saved. */
const LOCAL = '~';
export const newLocalId = (): string => LOCAL + newKey().slice(0, 12);

/** What the server is sent: paragraphs that hold words, with those ids that it knows. */
export function forWire(paragraphs: readonly WrittenParagraph[]): WrittenParagraph[] {
  return withWords(paragraphs).map(({ id, kind, html }) =>
    id === undefined || id.startsWith(LOCAL) ? { kind, html } : { id, kind, html },
  );
}

/** Which ids the server gave, by those that the paragraphs had when they were sent. */
export function givenIds(
  sent: readonly WrittenParagraph[],
  saved: readonly Paragraph[],
): ReadonlyMap<string, string> {
  const asked = withWords(sent);
  if (asked.length !== saved.length) return new Map();
  return new Map(
    asked.flatMap(({ id }, at) => {
      const given = saved[at]?.id;
      return id && given && given !== id ? [[id, given]] : [];
    }),
  );
}

const withWords = (paragraphs: readonly WrittenParagraph[]) =>
  paragraphs.filter(({ html }) => wordsOf(html) !== '');

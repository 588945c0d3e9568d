import fc from 'fast-check';
import type { Paragraph } from '../../src/text/changes.js';

/** Words of the three languages as people write and paste them. */
const WORDS = [
  ...['ville', "l'eau", 'l’été', "aujourd'hui", 'e\u0301cole', 'école', 'où', 'habitant·e·s', 'de', 'la'],
  ...['city', "don't", 'the', 'of', 'water', 'Fez', '3,5', '2026', 'e.g'],
  ...['المدينة', 'مَدِينَةٌ', 'مـــدينة', 'و', 'الماء', '٣٬٥', 'فاس\u200f', '\u2067نداء\u2069', 'لا'],
  ...['👩‍👩‍👧‍👦', '🇲🇦', '👍🏽', '𝒳𝒴', '\u{1f3f4}\u{e0067}\u{e0062}\u{e007f}', '中文'],
];
const SIGNS = [
  ', ',
  '. ',
  ' ',
  ' ',
  ' ',
  ' ',
  '؟ ',
  '، ',
  ' « ',
  ' » ',
  '… ',
  '\u00a0: ',
  '-',
  '\n',
  '\r\n',
  '  ',
];
const GAPS = ['\n\n', '\n\n', '\n\n', '\r\n\r\n', '\n\n\n', '\n \t\n', '\n\u00a0\n\n'];

export const word = fc.constantFrom(...WORDS);
const sign = fc.constantFrom(...SIGNS);

/** A paragraph of up to so many words, sometimes an empty one. */
export const paragraph = (most: number) =>
  fc
    .array(fc.tuple(word, sign), { maxLength: most })
    .map((parts) => parts.flat().join('').replace(/\s+$/, ''))
    .map((text) => text.replace(/(\r\n|\n)\s*(?=[\r\n])/g, ''));

/** A plain text with blank lines of all kinds, also before and behind. */
export const plainText = (most: number) =>
  fc
    .tuple(
      fc.constantFrom('', '', '', '\n', ' \n\n', ' '),
      fc.array(fc.tuple(paragraph(12), fc.constantFrom(...GAPS)), { maxLength: most }),
      fc.constantFrom('', '', '\n', '\n\n', ' '),
    )
    .map(([lead, parts, end]) => lead + parts.flat().slice(0, -1).join('') + end);

/** Any signs at all, lone halves of pairs and controls among them. */
export const anyText = fc
  .array(
    fc.oneof(
      word,
      sign,
      fc.string({ unit: 'binary', maxLength: 3 }),
      fc.constantFrom('\ud800', '\u0301', '\n\n'),
    ),
  )
  .map((parts) => parts.join(''));

/** A text and another one that was made of it by changing, adding, taking out and doubling words and signs. */
export const edited = (text: fc.Arbitrary<string>) =>
  fc
    .tuple(text, fc.array(fc.tuple(fc.nat(), fc.nat(3), fc.oneof(word, sign)), { maxLength: 5 }))
    .map(([before, edits]): [string, string] => {
      const parts = before.split(/(\s+)/);
      for (const [place, kind, part] of edits) {
        const at = place % parts.length;
        if (kind === 0) parts[at] = part;
        else if (kind === 1) parts.splice(at, 0, part);
        else if (kind === 2) parts.splice(at, 2);
        else parts.splice(at, 0, parts[at] ?? '');
      }
      return [before, parts.join('')];
    });

/** A text of paragraphs under the ids p0, p1 …, and the same edited: some changed, gone, new or moved. */
export const editedParagraphs = (most: number) =>
  fc
    .tuple(
      fc.array(paragraph(8), { maxLength: most }),
      fc.array(fc.tuple(fc.nat(), fc.nat(3), paragraph(8), fc.nat()), { maxLength: 4 }),
    )
    .map(([texts, edits]): [Paragraph[], Paragraph[]] => {
      const base = texts.map((text, at) => ({ id: `p${at}`, text }));
      const next = [...base];
      for (const [number, [place, kind, text, target]] of edits.entries()) {
        const at = place % (next.length + 1);
        const found = next[at];
        if (kind === 0 || !found) next.splice(at, 0, { id: `n${number}`, text });
        else if (kind === 1) next[at] = { ...found, text };
        else {
          next.splice(at, 1);
          if (kind === 2) next.splice(target % (next.length + 1), 0, found);
        }
      }
      return [base, next];
    });

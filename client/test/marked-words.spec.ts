import fc from 'fast-check';
import { piecesOf } from '../src/features/appeal/comments/marked-words.js';

const span = fc.tuple(fc.nat(30), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));

describe('the words that comments are about', () => {
  it('are marked where they stand, once where comments overlap, whatever the text has become', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.array(span), (text, spans) => {
        const pieces = piecesOf(text, spans);
        expect(pieces.map((piece) => piece.text).join('')).toBe(text);
        expect(pieces.every((piece) => piece.text !== '')).toBe(true);
        let at = 0;
        for (const { text: words, marked } of pieces) {
          for (let unit = at; unit < at + words.length; unit++)
            expect(spans.some(({ start, end }) => start <= unit && unit < end)).toBe(marked);
          at += words.length;
        }
        expect(pieces.some(({ marked }, which) => marked && pieces[which + 1]?.marked)).toBe(false);
      }),
    );
  });
});

import fc from 'fast-check';
import { anyText, plainText } from '../../test/support/random-texts.js';
import { plainPieces } from './plain-text.js';

const cut = (text: string): string[] => plainPieces(text).pieces.map((piece) => piece.text);

describe('plainPieces', () => {
  it('cuts at blank lines of any kind, and nowhere else', () => {
    expect(cut('a\nb\n\nc\r\n\r\nd\r\n \t\u00a0\r\n\n  e ')).toEqual(['a\nb', 'c', 'd', '  e ']);
    expect(cut('a\r\nb')).toEqual(['a\r\nb']);
    expect(plainPieces('\n\n a \n')).toEqual({ lead: '\n\n', pieces: [{ text: ' a ', gap: '\n' }] });
    expect(plainPieces(' \n ')).toEqual({ lead: ' \n ', pieces: [] });
  });

  it('keeps the text to the code unit, each piece with something to see', () => {
    fc.assert(
      fc.property(fc.oneof(plainText(6), anyText), (text) => {
        const { lead, pieces } = plainPieces(text);
        expect(lead + pieces.map((piece) => piece.text + piece.gap).join('')).toBe(text);
        expect(pieces.filter((piece) => piece.text.trim() === '')).toEqual([]);
      }),
    );
  });
});

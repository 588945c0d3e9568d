import fc from 'fast-check';
import { anyText } from '../../test/support/random-texts.js';
import { isSpace, isWord, tokens } from './tokens.js';

const ENDS_IN_WORD = /[\p{L}\p{N}]\p{M}*$/u;
const BEGINS_IN_WORD = /^[\p{L}\p{N}\p{M}]/u;

describe('tokens', () => {
  it('are words, white space and signs in three languages', () => {
    expect(tokens("L'eau, l’été: 3,5 %…")).toEqual([
      "L'eau",
      ',',
      ' ',
      'l’été',
      ':',
      ' ',
      '3,5',
      ' ',
      '%',
      '…',
    ]);
    expect(tokens("aujourd'hui (don't)")).toEqual(["aujourd'hui", ' ', '(', "don't", ')']);
    expect(tokens('مَدِينَةٌ، و٣٬٥ مـدينة؟')).toEqual(['مَدِينَةٌ', '،', ' ', 'و٣٬٥', ' ', 'مـدينة', '؟']);
    expect(tokens("'l' a, 3, fin.")).toEqual(["'", 'l', "'", ' ', 'a', ',', ' ', '3', ',', ' ', 'fin', '.']);
  });

  it('keep together what is seen as one sign', () => {
    expect(tokens('👩‍👩‍👧‍👦🇲🇦🇫🇷👍🏽❤️‍🔥')).toEqual(['👩‍👩‍👧‍👦', '🇲🇦', '🇫🇷', '👍🏽', '❤️‍🔥']);
    expect(tokens('e\u0301te\u0301\u200f .\u0301')).toEqual(['e\u0301te\u0301\u200f', ' ', '.\u0301']);
    expect(tokens('a\r\n b... !!')).toEqual(['a', '\r\n ', 'b', '...', ' ', '!!']);
    expect(tokens('\u0600٣ \u0600$')).toEqual(['\u0600٣', ' ', '\u0600$']);
  });

  it('are the text when joined, never part a word and never part what is seen as one sign', () => {
    const seen = new Intl.Segmenter('fr', { granularity: 'grapheme' });
    fc.assert(
      fc.property(anyText, (text) => {
        const list = tokens(text);
        expect(list.join('')).toBe(text);
        const starts = new Set(Array.from(seen.segment(text), ({ index }) => index));
        let at = 0;
        for (const [number, token] of list.entries()) {
          expect(token).not.toBe('');
          expect(starts).toContain(at);
          expect(ENDS_IN_WORD.test(list[number - 1] ?? '') && BEGINS_IN_WORD.test(token)).toBe(false);
          at += token.length;
        }
      }),
    );
  });

  it('are told apart', () => {
    expect(tokens('Fès, 3 \u0301x ').map((token) => [isWord(token), isSpace(token)])).toEqual([
      ...[
        [true, false],
        [false, false],
        [false, true],
        [true, false],
        [false, true],
        [true, false],
        [false, true],
      ],
    ]);
  });

  it('take time that grows with the length alone', () => {
    for (const part of ['a', "a'", 'e\u0301', '👩\u200d', '\n', '\u200f', '3,'])
      expect(tokens(part.repeat(500_000)).join('')).toHaveLength(part.length * 500_000);
  });
});

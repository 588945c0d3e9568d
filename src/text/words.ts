import { fold } from './fold.js';

/** A stretch of a text: `text.slice(start, end)`, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a word is made of: letters and digits of the scripts that occur, and any sign of another script outside
 * the ranges of punctuation and symbols. An own table, since the classes that engines offer grow with each
 * version of Unicode.
 */
const RANGES = [
  '0-9A-Za-z\u00aa\u00b5\u00ba\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02af',
  '\u0300-\u03ff\u0400-\u0589\u05d0-\u05f2',
  '\u0610-\u061a\u0620-\u0669\u066e-\u06d3\u06d5-\u06dc\u06ee-\u06ff',
  '\u0700-\u167f\u1681-\u1fff\u2c00-\u2dff\u3041-\ud7ff\uf900-\ufdff\ufe70-\ufefc',
];
const ASTRAL = '[\ud840-\ud8ff][\udc00-\udfff]';
const WORD = new RegExp(`(?:[${RANGES.join('')}]|${ASTRAL})+`, 'g');

/** The words of a text, in order. Apostrophes and hyphens part words: `l'eau` is two. */
export function words(text: string): Span[] {
  return Array.from(text.matchAll(WORD), ({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
  }));
}

/** The words themselves, folded for comparison. */
export function foldedWords(text: string): string[] {
  return fold(text).match(WORD) ?? [];
}

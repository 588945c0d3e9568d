import { type Word, wordsOf } from './clause-words.js';

/** So many quotes' words are kept; a quote never changes, and is asked for at each reading of its text. */
const MOST = 2_000;
const kept = new Map<string, readonly Word[]>();

/** The words of a quote, folded. */
export function quotedWords(exact: string): readonly Word[] {
  const before = kept.get(exact);
  if (before) return before;
  if (kept.size >= MOST) kept.clear();
  const words = wordsOf(exact);
  kept.set(exact, words);
  return words;
}

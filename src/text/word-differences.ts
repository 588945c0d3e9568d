import { type Effort, matching, numbered, type Pair } from './matching.js';
import { isSpace, isWord, tokens } from './tokens.js';

/** A stretch that was changed: tokens `a0` up to `a1` of the old text became `b0` up to `b1` of the new one. */
export interface Hunk {
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** A sentence of which less than a fifth is kept, in the old text and in the new, reads better as replaced. */
const LEAST_KEPT = 5;
const SENTENCE_END = /^[.!?…؟۔]/;
const LINE_END = /[\r\n]/;

/** A text as tokens, with what comparing asks of them. */
export interface Tokenised {
  readonly tokens: readonly string[];
  /** `offsets[i]`: where token i begins; the last is the length of the text. */
  readonly offsets: Int32Array;
  /** `letters[i]`: how many code units of words stand before token i. */
  readonly letters: Int32Array;
  /** `sentence[i]`: the number of the sentence in which token i stands. */
  readonly sentence: Int32Array;
}

export function tokenised(text: string): Tokenised {
  const list = tokens(text);
  const offsets = new Int32Array(list.length + 1);
  const letters = new Int32Array(list.length + 1);
  const sentence = new Int32Array(list.length + 1);
  for (const [at, token] of list.entries()) {
    offsets[at + 1] = (offsets[at] as number) + token.length;
    letters[at + 1] = (letters[at] as number) + (isWord(token) ? token.length : 0);
    const ends =
      isSpace(token) && (LINE_END.test(token) || (at > 0 && SENTENCE_END.test(list[at - 1] as string)));
    sentence[at + 1] = (sentence[at] as number) + (ends ? 1 : 0);
  }
  return { tokens: list, offsets, letters, sentence };
}

/** What was changed, in the fewest pieces that a person would mark; null where that takes too much effort. */
export function hunks(a: Tokenised, b: Tokenised, budget: Effort): Hunk[] | null {
  const found = matchingWords(a.tokens, b.tokens, budget);
  return found && readable(a, b, changesBeside(a.tokens, b.tokens, withoutThinSentences(a, b, found)));
}

/** Spaces hold nothing together: only words and signs are matched, a space goes with its neighbours. */
function matchingWords(a: readonly string[], b: readonly string[], budget: Effort): Pair[] | null {
  const [ofA, ofB] = [visible(a), visible(b)];
  const [x, y] = numbered(ofA.tokens, ofB.tokens);
  const pairs = matching(x, y, budget);
  return pairs?.map(([i, j]): Pair => [ofA.places[i] as number, ofB.places[j] as number]) ?? null;
}

function visible(list: readonly string[]): { tokens: string[]; places: number[] } {
  const found: { tokens: string[]; places: number[] } = { tokens: [], places: [] };
  for (const [at, token] of list.entries()) {
    if (isSpace(token)) continue;
    found.tokens.push(token);
    found.places.push(at);
  }
  return found;
}

function withoutThinSentences(a: Tokenised, b: Tokenised, pairs: readonly Pair[]): readonly Pair[] {
  const thinIn = [thinSentences(a, pairs, 0), thinSentences(b, pairs, 1)] as const;
  if (!thinIn[0].includes(1) || !thinIn[1].includes(1)) return pairs;
  return pairs.filter(([i, j]) => !thinIn[0][a.sentence[i] as number] || !thinIn[1][b.sentence[j] as number]);
}

/** By sentence: 1 where less than a fifth of its letters are kept. */
function thinSentences({ letters, sentence }: Tokenised, pairs: readonly Pair[], side: 0 | 1): Uint8Array {
  const missing = new Int32Array((sentence.at(-1) as number) + 1);
  for (let at = 0; at + 1 < letters.length; at++) add(sentence[at] as number, lettersOf(at));
  for (const pair of pairs) add(sentence[pair[side]] as number, -LEAST_KEPT * lettersOf(pair[side]));
  return Uint8Array.from(missing, (letters) => (letters > 0 ? 1 : 0));

  function add(number: number, count: number): void {
    missing[number] = (missing[number] as number) + count;
  }
  function lettersOf(at: number): number {
    return (letters[at + 1] as number) - (letters[at] as number);
  }
}

/** What lies between the kept tokens, without the spaces that begin or end both sides of it. */
function changesBeside(a: readonly string[], b: readonly string[], kept: readonly Pair[]): Hunk[] {
  const found: Hunk[] = [];
  let [a0, b0] = [0, 0];
  for (const [i, j] of [...kept, [a.length, b.length] as const]) {
    const gap = trimmed(a, b, { a0, a1: i, b0, b1: j });
    if (gap.a0 < gap.a1 || gap.b0 < gap.b1) found.push(gap);
    [a0, b0] = [i + 1, j + 1];
  }
  return found;
}

function trimmed(a: readonly string[], b: readonly string[], { a0, a1, b0, b1 }: Hunk): Hunk {
  const same = (i: number, j: number): boolean => a[i] === b[j] && isSpace(a[i] as string);
  const head = a0 < a1 && b0 < b1 && same(a0, b0) ? 1 : 0;
  const tail = a0 + head < a1 && b0 + head < b1 && same(a1 - 1, b1 - 1) ? 1 : 0;
  return { a0: a0 + head, a1: a1 - tail, b0: b0 + head, b1: b1 - tail };
}

/** Takes changes together that are parted by less than half of either, within a sentence. */
function readable(a: Tokenised, b: Tokenised, found: readonly Hunk[]): Hunk[] {
  const done: Hunk[] = [];
  for (const next of found) {
    let last = next;
    for (let before = done.at(-1); before && belongTogether(a, b, before, last); before = done.at(-1)) {
      last = { a0: before.a0, a1: last.a1, b0: before.b0, b1: last.b1 };
      done.pop();
    }
    done.push(last);
  }
  return done;
}

function belongTogether(a: Tokenised, b: Tokenised, one: Hunk, two: Hunk): boolean {
  const deletes = one.a0 < one.a1 || two.a0 < two.a1;
  const inserts = one.b0 < one.b1 || two.b0 < two.b1;
  const sameSentence = a.sentence[one.a1] === a.sentence[two.a0] && b.sentence[one.b1] === b.sentence[two.b0];
  const kept = count(a, one.a1, two.a0);
  return deletes && inserts && sameSentence && 2 * kept <= Math.min(size(a, b, one), size(a, b, two));
}

const count = ({ letters }: Tokenised, from: number, to: number): number =>
  (letters[to] as number) - (letters[from] as number);

const size = (a: Tokenised, b: Tokenised, { a0, a1, b0, b1 }: Hunk): number =>
  Math.max(count(a, a0, a1), count(b, b0, b1));

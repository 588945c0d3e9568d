import { type Effort, matching, numbered, type Pair } from './matching.js';

/** Beyond so many pairs to be weighed, or words to be looked at, likeness is not asked: order decides. */
const MAX_PAIRS = 300_000;
const MAX_WORDS = 300;
const SPACES = /\s+/;

const END: Pair = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];

/**
 * Which part of the old text each part of the new one continues: its place there, or null for a new one; the
 * places rise. Equal parts are found first; between two of them each part goes to the one most like it, and what
 * is like nothing to the one in its place: a part that was rewritten is the same part.
 */
export function align(old: readonly string[], next: readonly string[], budget: Effort): (number | null)[] {
  const found: (number | null)[] = next.map(() => null);
  const least = Math.min(old.length, next.length);
  let head = 0;
  while (head < least && old[head] === next[head]) found[head] = head++;
  let tail = 0;
  while (tail < least - head && old.at(-1 - tail) === next.at(-1 - tail))
    found[next.length - ++tail] = old.length - tail;
  const [ofOld, ofNext] = [old.slice(head, old.length - tail), next.slice(head, next.length - tail)];
  for (const [x, y] of pairsBetween(ofOld, ofNext, budget)) found[head + y] = head + x;
  return found;
}

function pairsBetween(old: readonly string[], next: readonly string[], budget: Effort): Pair[] {
  const pairs: Pair[] = [];
  let [fromOld, fromNext] = [0, 0];
  for (const [i, j] of [...(matching(...numbered(old, next), budget) ?? []), END]) {
    const [x, y] = [Math.min(i, old.length), Math.min(j, next.length)];
    for (const [a, b] of alike(old.slice(fromOld, x), next.slice(fromNext, y), budget))
      pairs.push([fromOld + a, fromNext + b]);
    if (j < next.length) pairs.push([i, j]);
    [fromOld, fromNext] = [i + 1, j + 1];
  }
  return pairs;
}

function alike(old: readonly string[], next: readonly string[], budget: Effort): Pair[] {
  if (old.length === 0 || next.length === 0) return [];
  const pairs = old.length * next.length;
  if (pairs === 1 || pairs > MAX_PAIRS || pairs > budget.left)
    return Array.from({ length: Math.min(old.length, next.length) }, (_, at): Pair => [at, at]);
  const [a, b] = bags(old, next);
  budget.left -= pairs * 20;
  return best(a.length, b.length, (i, j) => {
    const like = likeness(a[i] as Int32Array, b[j] as Int32Array);
    // Squared, so that one good pair outweighs several that share a few common words.
    return like * like + 0.001;
  });
}

/** The pairs, rising in both, with the highest sum. Of equal sums the one that pairs earlier ones. */
function best(rows: number, columns: number, weigh: (row: number, column: number) => number): Pair[] {
  const width = columns + 1;
  const sums = new Float64Array((rows + 1) * width);
  for (let i = 1; i <= rows; i++)
    for (let j = 1; j <= columns; j++) {
      const paired = (sums[(i - 1) * width + j - 1] as number) + weigh(i - 1, j - 1);
      sums[i * width + j] = Math.max(
        sums[(i - 1) * width + j] as number,
        sums[i * width + j - 1] as number,
        paired,
      );
    }
  const pairs: Pair[] = [];
  for (let [i, j] = [rows, columns]; i > 0 && j > 0; ) {
    const sum = sums[i * width + j];
    if (sum === sums[i * width + j - 1]) j--;
    else if (sum === sums[(i - 1) * width + j]) i--;
    else pairs.push([--i, --j]);
  }
  return pairs.reverse();
}

/** What stands between spaces in each part, as sorted numbers, the same for the same whatever its case. */
function bags(old: readonly string[], next: readonly string[]): [Int32Array[], Int32Array[]] {
  const known = new Map<string, number>();
  const bag = (part: string): Int32Array => {
    const words = part
      .slice(0, MAX_WORDS * 10)
      .toLowerCase()
      .split(SPACES, MAX_WORDS);
    const numbers = new Int32Array(words.length);
    for (const [at, word] of words.entries()) {
      const number = known.get(word) ?? known.size;
      if (number === known.size) known.set(word, number);
      numbers[at] = number;
    }
    return numbers.sort();
  };
  return [old.map(bag), next.map(bag)];
}

/** The share of words that two parts have in common, from 0 to 1 (Dice 1945). */
function likeness(a: Int32Array, b: Int32Array): number {
  let [i, j, shared] = [0, 0, 0];
  while (i < a.length && j < b.length) {
    const [x, y] = [a[i] as number, b[j] as number];
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return a.length + b.length === 0 ? 0 : (2 * shared) / (a.length + b.length);
}

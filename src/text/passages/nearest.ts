import type { Effort } from '../matching.js';
import type { ClauseWords, Word } from './clause-words.js';

/** The words of a text that come nearest to a quote: `words.slice(from, to)`. */
export interface Nearest {
  readonly from: number;
  readonly to: number;
  /** Letters of the quote that are not there, and letters that are there instead. */
  readonly cost: number;
}

export const lettersOf = (words: readonly Word[]): number =>
  words.reduce((sum, { folded }) => sum + folded.length, 0);

/**
 * Less than half as many letters went and came as the quote has: of a quote in which words were replaced by ones as
 * long, more than three quarters stand. Beyond that it is another text.
 */
export const isNear = (cost: number, letters: number): boolean => 2 * cost < letters;

/**
 * Where a quote's words stand in a text, word by word, with the fewest letters lost and put in between (the
 * approximate matching of Sellers, "The theory and computation of evolutionary distances", Journal of Algorithms 1,
 * 1980, over words). Null where nothing is near, where two places that do not overlap are equally near, or where the
 * effort is spent, which is counted and not timed.
 */
export function nearest(quoted: readonly Word[], clause: ClauseWords, budget: Effort): Nearest | null {
  const letters = lettersOf(quoted);
  budget.left -= quoted.length;
  if (budget.left < 0 || !sharesEnough(quoted, clause, letters)) return null;
  const text = clause.words;
  budget.left -= quoted.length * text.length;
  if (budget.left < 0) return null;
  const { costs, starts } = align(quoted, clause);
  let best: Nearest | null = null;
  for (let to = 1; to < costs.length; to++) {
    const cost = costs[to] as number;
    if (isNear(cost, letters) && (!best || cost < best.cost)) best = { from: starts[to] as number, to, cost };
  }
  if (!best) return null;
  const { from, to, cost } = best;
  const rival = costs.some((each, end) => each === cost && ((starts[end] as number) >= to || end <= from));
  return rival ? null : best;
}

/** By the words alone, wherever they stand: spares the alignment where there is nothing to find. */
function sharesEnough(
  quoted: readonly Word[],
  { numbers: { known } }: ClauseWords,
  letters: number,
): boolean {
  return isNear(lettersOf(quoted.filter(({ folded }) => !known.has(folded))), letters);
}

/** For each end in the text: what the quote costs that ends there, and where it begins. */
function align(
  quoted: readonly Word[],
  { numbers: { known, of, letters } }: ClauseWords,
): { readonly costs: Int32Array; readonly starts: Int32Array } {
  const width = of.length + 1;
  let [costs, starts] = [new Int32Array(width), Int32Array.from({ length: width }, (_, at) => at)];
  let [rowCosts, rowStarts] = [new Int32Array(width), new Int32Array(width)];
  for (const { folded } of quoted) {
    const [wanted, length] = [known.get(folded) ?? -1, folded.length];
    rowCosts[0] = (costs[0] as number) + length;
    rowStarts[0] = 0;
    for (let at = 0; at < of.length; at++) {
      let [cost, start] = [(costs[at + 1] as number) + length, starts[at + 1] as number];
      const put = (rowCosts[at] as number) + (letters[at] as number);
      if (put < cost) [cost, start] = [put, rowStarts[at] as number];
      const kept = costs[at] as number;
      if (of[at] === wanted && kept <= cost) [cost, start] = [kept, starts[at] as number];
      rowCosts[at + 1] = cost;
      rowStarts[at + 1] = start;
    }
    [costs, rowCosts] = [rowCosts, costs];
    [starts, rowStarts] = [rowStarts, starts];
  }
  return { costs, starts };
}

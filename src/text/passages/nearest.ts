import type { Effort } from '../matching.js';
import type { Word } from './clause-words.js';

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
export function nearest(quoted: readonly Word[], text: readonly Word[], budget: Effort): Nearest | null {
  const letters = lettersOf(quoted);
  if (!sharesEnough(quoted, text, letters)) return null;
  budget.left -= quoted.length * text.length;
  if (budget.left < 0) return null;
  const { costs, starts } = align(quoted, text);
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
function sharesEnough(quoted: readonly Word[], text: readonly Word[], letters: number): boolean {
  const there = new Set(text.map(({ folded }) => folded));
  return isNear(lettersOf(quoted.filter(({ folded }) => !there.has(folded))), letters);
}

/** For each end in the text: what the quote costs that ends there, and where it begins. */
function align(
  quoted: readonly Word[],
  text: readonly Word[],
): { readonly costs: readonly number[]; readonly starts: readonly number[] } {
  let costs = Array.from({ length: text.length + 1 }, () => 0);
  let starts = costs.map((_, at) => at);
  for (const { folded: wanted } of quoted) {
    const [rowCosts, rowStarts] = [[(costs[0] as number) + wanted.length], [0]];
    for (const [at, { folded }] of text.entries()) {
      const lost = (costs[at + 1] as number) + wanted.length;
      const put = (rowCosts[at] as number) + folded.length;
      const kept = folded === wanted ? (costs[at] as number) : Number.POSITIVE_INFINITY;
      const cost = Math.min(kept, lost, put);
      rowCosts.push(cost);
      rowStarts.push((cost === kept ? starts[at] : cost === lost ? starts[at + 1] : rowStarts[at]) as number);
    }
    [costs, starts] = [rowCosts, rowStarts];
  }
  return { costs, starts };
}

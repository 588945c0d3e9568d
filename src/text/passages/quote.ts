/**
 * A passage as it was quoted: the TextQuoteSelector of the Web Annotation Data Model (W3C, 2017, 4.2.4). `prefix` is
 * what stood before it and `suffix` what stood behind it; empty where the text began or ended there.
 */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
}

/** Where a passage stands today: `text.slice(start, end)` of a clause, in UTF-16 code units. */
export interface Place {
  readonly clauseId: string;
  readonly start: number;
  readonly end: number;
}

/** How what stands beside a place goes with the context of a quote, from nothing in common to all of it. */
export const SIDE = { other: 0, near: 1, edge: 2, whole: 3 } as const;

/** How many code units two texts have in common at their ends. */
export function sameAtEnd(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return same;
}

/** How many code units two texts have in common at their beginnings. */
export function sameAtStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let same = 0;
  while (same < most && a[same] === b[same]) same++;
  return same;
}

/**
 * One side of a place. `same` of `context`'s code units stand there too, of the `room` that the text has on that side.
 * `edge`: what could differ lies beyond the beginning or the end of one of the two texts, as after a split or a join.
 * `nearest` tells how long the word beside the quote is, with what parts it from the quote.
 */
export function sideOf(same: number, context: number, room: number, nearest: () => number): number {
  if (same === context) return context > 0 || room === 0 ? SIDE.whole : SIDE.edge;
  if (same === room) return SIDE.edge;
  return same >= nearest() ? SIDE.near : SIDE.other;
}

/** How much comparing may still cost, in comparisons of two items. Counted, not timed: the same on every machine. */
export interface Effort {
  left: number;
}

/** Enough for two versions of a book; a text made to be hard ends in coarser differences after about a second. */
export const effort = (left = 100_000_000): Effort => ({ left });

/** More insertions and deletions than these are no version of a text but another text. */
const MAX_EDITS = 2_000;

export type Pair = readonly [a: number, b: number];

/** The same whole number for the same item, over both lists. */
export function numbered(a: readonly string[], b: readonly string[]): [Int32Array, Int32Array] {
  const known = new Map<string, number>();
  const numbers = (items: readonly string[]): Int32Array => {
    const found = new Int32Array(items.length);
    for (let at = 0; at < items.length; at++) {
      const item = items[at] as string;
      const number = known.get(item) ?? known.size;
      if (number === known.size) known.set(item, number);
      found[at] = number;
    }
    return found;
  };
  return [numbers(a), numbers(b)];
}

/**
 * Where two lists agree: a longest common subsequence as pairs of places, rising in both. Null where the lists
 * are too far apart for the effort that is left, which is reduced by what was spent. (Myers, "An O(ND)
 * difference algorithm and its variations", Algorithmica 1, 1986.)
 */
export function matching(a: Int32Array, b: Int32Array, budget: Effort): Pair[] | null {
  const least = Math.min(a.length, b.length);
  let head = 0;
  while (head < least && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < least - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const middle = between(a.subarray(head, a.length - tail), b.subarray(head, b.length - tail), budget);
  if (!middle) return null;
  const pairs: Pair[] = [];
  for (let at = 0; at < head; at++) pairs.push([at, at]);
  for (const [x, y] of middle) pairs.push([x + head, y + head]);
  for (let at = tail; at > 0; at--) pairs.push([a.length - at, b.length - at]);
  return pairs;
}

function between(a: Int32Array, b: Int32Array, budget: Effort): Pair[] | null {
  if (a.length === 0 || b.length === 0) return [];
  const most = Math.min(a.length + b.length, MAX_EDITS);
  const reach = new Int32Array(2 * most + 3);
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trace.push(reach.slice(most + 1 - edits, most + 2 + edits));
    for (let k = -edits; k <= edits; k += 2) {
      const at = most + 1 + k;
      const down = k === -edits || (k !== edits && (reach[at - 1] as number) < (reach[at + 1] as number));
      const from = down ? (reach[at + 1] as number) : (reach[at - 1] as number) + 1;
      let x = from;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reach[at] = x;
      budget.left -= x - from + 1;
      if (x >= a.length && x - k >= b.length) return wayBack(trace, a.length, b.length);
    }
    if (budget.left < 0) return null;
  }
  return null;
}

/** `trace[d]` holds how far each diagonal from -d to d reached before the d-th edit. */
function wayBack(trace: readonly Int32Array[], endX: number, endY: number): Pair[] {
  const pairs: Pair[] = [];
  let [x, y] = [endX, endY];
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const reached = trace[edits] as Int32Array;
    const k = x - y;
    const before = (diagonal: number): number => reached[diagonal + edits] ?? -1;
    const down = k === -edits || (k !== edits && before(k - 1) < before(k + 1));
    const from = edits === 0 ? 0 : down ? before(k + 1) : before(k - 1) + 1;
    while (x > from && y > from - k) pairs.push([--x, --y]);
    if (edits > 0) [x, y] = down ? [x, y - 1] : [x - 1, y];
  }
  return pairs.reverse();
}

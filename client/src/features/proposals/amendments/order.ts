import type {
  AmendmentsView,
  AmendmentView,
} from '../../../../../src/proposals/amendments/amendments.contract.js';

type Ordered = Pick<AmendmentView, 'id' | 'parentId'>;

/** Those that can be put to the vote now: the order names each of them once. */
export const toVote = ({ amendments }: Pick<AmendmentsView, 'amendments'>): readonly AmendmentView[] =>
  amendments.filter(({ abilities }) => abilities.putToVote);

/** Those before the forum that are whole: between these collisions are found. */
export const openOf = ({ amendments }: Pick<AmendmentsView, 'amendments'>): readonly AmendmentView[] =>
  amendments.filter(
    ({ state, conflicts }) => (state === 'submitted' || state === 'voted') && conflicts.length === 0,
  );

/**
 * An order that somebody arranged, for those that are open now: what is gone is left out, and what is new stands
 * where the rule puts it, before the first of those that follow it there.
 */
export function arranged(
  wished: readonly string[],
  byRule: readonly string[],
  open: readonly Ordered[],
): string[] {
  const ids = new Set(open.map(({ id }) => id));
  const order = childrenFirst(
    wished.filter((id) => ids.has(id)),
    open,
  );
  const rule = byRule.filter((id) => ids.has(id));
  for (const [at, id] of rule.entries()) {
    if (order.includes(id)) continue;
    const next = rule.slice(at + 1).find((each) => order.includes(each));
    order.splice(next === undefined ? order.length : order.indexOf(next), 0, id);
  }
  return childrenFirst(order, open);
}

/** What amends another one comes before that, as near to its place as it can. */
function childrenFirst(order: readonly string[], open: readonly Ordered[]): string[] {
  const done: string[] = [];
  for (const id of order) {
    if (done.includes(id)) continue;
    const children = open.filter(({ parentId }) => parentId === id).map((each) => each.id);
    done.push(...order.filter((each) => children.includes(each) && !done.includes(each)), id);
  }
  return done;
}

/** Whether the one at a place may change places with its neighbour: what amends another stays before that. */
export function mayMove(order: readonly string[], at: number, by: -1 | 1, open: readonly Ordered[]): boolean {
  const [one, other] = [order[at], order[at + by]];
  if (one === undefined || other === undefined) return false;
  const [first, second] = by === 1 ? [one, other] : [other, one];
  return open.find(({ id }) => id === first)?.parentId !== second;
}

export function moved(order: readonly string[], at: number, by: -1 | 1): string[] {
  const next = [...order];
  next.splice(at + by, 0, ...next.splice(at, 1));
  return next;
}

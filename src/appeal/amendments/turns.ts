import { isBeforeTheForum, rivalsOf } from '../../proposals/amendments/standing-together.js';
import { votingOrder, type Waiting } from '../../proposals/amendments/voting-order.js';
import { type Change, insertedBlocks } from '../../text/changes.js';
import { consequences } from '../../text/collisions.js';
import type { AmendedClause } from './amended-text.js';
import type { InText } from './amended-texts.js';

/** As the rule of voting takes them; amendments to clauses are all of one level. */
export const waitingOf = ({ amendment: { id, number }, changes }: InText): Waiting => ({
  id,
  number,
  parentId: null,
  changes,
});

/** Those before the forum that go into the text as it is now, and change it. */
export const goesIn = ({ amendment: { state }, changes, conflicts }: InText): boolean =>
  isBeforeTheForum({ state, conflicts }) && changes.length > 0;

/** Those that fall if this one is adopted. */
export function fallingWith(
  text: readonly AmendedClause[],
  one: Pick<Waiting, 'id' | 'changes'>,
  all: readonly InText[],
): InText[] {
  const near = neighbours(text, one, all);
  const rivals = rivalsOf(one.id, consequences(text, [one, ...near.map(waitingOf)]));
  return near.filter(({ amendment }) => rivals.has(amendment.id));
}

/** Of those that fall with this one, which the rule has voted on before it. */
export function turnsBefore(text: readonly AmendedClause[], one: InText, all: readonly InText[]): InText[] {
  const rivals = fallingWith(text, waitingOf(one), all);
  const waiting = [one, ...rivals].map(waitingOf);
  const { id } = one.amendment;
  const order = votingOrder(
    text,
    waiting,
    rivals.map(({ amendment }) => [id, amendment.id] as const),
  );
  const before = new Set(order.slice(0, order.indexOf(id)));
  return rivals.filter(({ amendment }) => before.has(amendment.id));
}

/** Only at the same clause or place can two be in each other's way: the others need not be compared. */
function neighbours(
  text: readonly AmendedClause[],
  one: Pick<Waiting, 'id' | 'changes'>,
  all: readonly InText[],
): InText[] {
  const ids = new Set(text.map(({ id }) => id));
  const own = placesOf(ids, one.changes);
  return all.filter(
    (each) =>
      each.amendment.id !== one.id &&
      goesIn(each) &&
      [...placesOf(ids, each.changes)].some((place) => own.has(place)),
  );
}

function placesOf(text: ReadonlySet<string>, changes: readonly Change[]): Set<string> {
  const clauses = changes.flatMap(({ kind, id }) => (kind === 'insert' ? [] : [`at ${id}`]));
  return new Set([
    ...clauses,
    ...[...insertedBlocks(text, changes).blocks.keys()].map((id) => `behind ${id}`),
  ]);
}

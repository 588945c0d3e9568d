import { type Carried, carryOver } from '../../text/carry-over.js';
import type { Change, Paragraph } from '../../text/changes.js';

/** A change that could not be carried over, with both texts as they are compared; null where nothing stands. */
export interface StoredConflict {
  readonly change: Change;
  readonly was: string | null;
  readonly now: string | null;
}

/** What of an amendment goes along to another text, and what needs its author. */
export interface CarriedChanges {
  readonly changes: readonly Change[];
  readonly conflicts: readonly StoredConflict[];
}

/** Changes that were made in one text, in another. Neither list has any where the other text says all of it already. */
export function carriedChanges(
  changes: readonly Change[],
  before: readonly Paragraph[],
  after: readonly Paragraph[],
): CarriedChanges {
  const carried = carryOver(changes, before, after);
  return {
    changes: carried.flatMap((each) => (each.needsAuthor || !each.change ? [] : [each.change])),
    conflicts: carried.flatMap(conflictOf),
  };
}

function conflictOf(carried: Carried): StoredConflict[] {
  if (!carried.needsAuthor) return [];
  const { change, was, now } = carried;
  return [{ change, was, now }];
}

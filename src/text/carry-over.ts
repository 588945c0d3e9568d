import { type Change, insertedBlocks, type Paragraph } from './changes.js';
import { applyEdits, editsBetween, groupsOf, shared } from './edits.js';

/** What became of one change when its base moved. */
export type Carried =
  /** The same change on the new base; null where the new base says so already. */
  | { readonly needsAuthor: false; readonly change: Change | null }
  /** The change as it was, with what it was written on and what stands there now; null where nothing does. */
  | {
      readonly needsAuthor: true;
      readonly change: Change;
      readonly was: string | null;
      readonly now: string | null;
    };

/**
 * Carries an amendment over from the text it was written on to the text as it is now, change by change, in their
 * order. A change goes along where its paragraph, its words or its place are untouched; where anything else was
 * done to them it needs its author. Nothing is guessed, dropped or put somewhere else.
 */
export function carryOver(
  changes: readonly Change[],
  base: readonly Paragraph[],
  now: readonly Paragraph[],
): Carried[] {
  const was = new Map(base.map(({ id, text }) => [id, text]));
  const is = new Map(now.map(({ id, text }) => [id, text]));
  const insertions = carriedInsertions(changes, base, now);
  const carried = changes.map((change): Carried => {
    if (change.kind === 'insert') return insertions.get(change.id) ?? lost(change, null, null);
    const [old, text] = [was.get(change.id) ?? null, is.get(change.id) ?? null];
    if (old === null) return lost(change, old, text);
    return change.kind === 'delete'
      ? carriedDeletion(change, old, text)
      : carriedReplacement(change, old, text);
  });
  return movesTogether(carried, changes, was, is);
}

function lost(change: Change, was: string | null, now: string | null): Carried {
  return { needsAuthor: true, change, was, now };
}

const going = (change: Change | null): Carried => ({ needsAuthor: false, change });

function carriedDeletion(change: Change, was: string, now: string | null): Carried {
  if (now === null) return going(null);
  return now === was ? going(change) : lost(change, was, now);
}

function carriedReplacement(change: Change & { kind: 'replace' }, was: string, now: string | null): Carried {
  if (now === null) return lost(change, was, now);
  const text = mergedText(was, change.text, now);
  if (text === null) return lost(change, was, now);
  return going(text === now ? null : { ...change, text });
}

/** Both changes to a text in one, or null where they touch. */
export function mergedText(base: string, one: string, other: string): string | null {
  const edits = shared([
    ...editsBetween(base, one).map((edit) => ({ ...edit, by: 'one' })),
    ...editsBetween(base, other).map((edit) => ({ ...edit, by: 'other' })),
  ]);
  const collides = groupsOf(base, edits).some((group) => new Set(group.map(({ by }) => by.join())).size > 1);
  return collides ? null : applyEdits(base, edits);
}

function carriedInsertions(
  changes: readonly Change[],
  base: readonly Paragraph[],
  now: readonly Paragraph[],
): Map<string, Carried> {
  const known = new Set(base.map(({ id }) => id));
  const taken = new Set(now.map(({ id }) => id).filter((id) => !known.has(id)));
  const carried = new Map<string, Carried>();
  for (const [after, block] of insertedBlocks(known, changes).blocks) {
    const place = placeIn(after, base, now);
    const there = newAt(place, known, now);
    const isThere = there.length === block.length && there.every(({ text }, at) => text === block[at]?.text);
    let last = place;
    for (const { id, text } of block) {
      const change: Change = { kind: 'insert', after: last, id, text };
      last = id;
      if (isThere) carried.set(id, going(null));
      else if (there.length === 0 && !taken.has(id)) carried.set(id, going(change));
      else carried.set(id, lost(change, null, there.map((each) => each.text).join('\n\n')));
    }
  }
  return carried;
}

/** The place behind a paragraph of the base: behind the nearest one before it that is still there. */
function placeIn(after: string | null, base: readonly Paragraph[], now: readonly Paragraph[]): string | null {
  const present = new Set(now.map(({ id }) => id));
  for (let at = base.findIndex(({ id }) => id === after); at >= 0; at--) {
    const { id } = base[at] as Paragraph;
    if (present.has(id)) return id;
  }
  return null;
}

/** What was put at a place that the base did not have. */
function newAt(after: string | null, known: ReadonlySet<string>, now: readonly Paragraph[]): Paragraph[] {
  const from = now.findIndex(({ id }) => id === after) + 1;
  const end = now.findIndex(({ id }, at) => at >= from && known.has(id));
  return now.slice(from, end < 0 ? now.length : end);
}

/** A moved paragraph is deleted and inserted: either both go along or both need their author. */
function movesTogether(
  carried: readonly Carried[],
  changes: readonly Change[],
  was: ReadonlyMap<string, string>,
  is: ReadonlyMap<string, string>,
): Carried[] {
  const moved = new Set(
    changes.filter(({ kind, id }) => kind === 'insert' && was.has(id)).map(({ id }) => id),
  );
  const stuck = new Set(
    carried.flatMap(({ needsAuthor, change }, at) => {
      const { id } = changes[at] as Change;
      return moved.has(id) && (needsAuthor || change === null) ? [id] : [];
    }),
  );
  return carried.map((each, at) => {
    const change = changes[at] as Change;
    if (!stuck.has(change.id) || each.needsAuthor) return each;
    return lost(change, was.get(change.id) ?? null, is.get(change.id) ?? null);
  });
}

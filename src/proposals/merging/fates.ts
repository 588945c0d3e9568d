import { type Change, insertedBlocks, type Paragraph } from '../../text/changes.js';
import { namesOf } from '../../text/collisions.js';
import { paragraphSpot, placeSpot, type Spot } from '../../text/links.js';
import type { Amendment, Overlay } from '../../text/overlay.js';
import { type Choices, type Chosen, spotsOf, takenOf } from './chosen-text.js';
import type { MergeFate } from './merging.contract.js';

/** How far an amendment was followed: at how many spots it wants something, and what became of that. */
export interface Followed {
  readonly spots: number;
  /** Its wish stands there, taken for its own sake or for the same one of another amendment. */
  readonly taken: number;
  /** A third text stands there that settles it. */
  readonly written: number;
}

const NOTHING: Followed = { spots: 0, taken: 0, written: 0 };

/** How far each amendment was followed, by id. */
export function followedIn({ layers }: Overlay, choices: Choices): ReadonlyMap<string, Followed> {
  const found = new Map<string, Followed>();
  for (const layer of layers) {
    const { at, behind } = spotsOf(layer);
    count(layer.edits, at && choices.get(at));
    count(layer.blocks, choices.get(behind));
  }
  return found;

  function count(wishes: readonly { readonly by: readonly string[] }[], chosen?: Chosen | null): void {
    const taken = chosen?.kind === 'take' ? takenOf(wishes, chosen.by) : [];
    for (const id of namesOf(wishes)) {
      const own = wishes.filter(({ by }) => by.includes(id));
      const before = found.get(id) ?? NOTHING;
      found.set(id, {
        spots: before.spots + 1,
        taken: before.taken + (own.every((each) => taken.includes(each)) ? 1 : 0),
        written: before.written + (chosen?.kind === 'write' && chosen.by.includes(id) ? 1 : 0),
      });
    }
  }
}

/** Taken whole it is accepted, taken in part or otherwise it is accepted as modified; else it is rejected or stays open. */
export function fateOf({ spots, taken, written }: Followed = NOTHING, rejected = false): MergeFate {
  if (rejected) return 'rejected';
  if (spots > 0 && taken === spots) return 'accepted';
  return taken + written > 0 ? 'modified' : 'open';
}

/** What an amendment changes in the text that was chosen: its own changes where they were taken, else the third text. */
export function changesTaken(
  base: readonly Paragraph[],
  laid: Overlay,
  { id, changes }: Amendment,
  choices: Choices,
): Change[] {
  const places = new Set(base.map((paragraph) => paragraph.id));
  const { blocks } = insertedBlocks(places, changes);
  const wishes = new Map<Spot, readonly { readonly by: readonly string[] }[]>();
  for (const layer of laid.layers) {
    const { at, behind } = spotsOf(layer);
    if (at) wishes.set(at, layer.edits);
    wishes.set(behind, layer.blocks);
  }
  const at = (spot: Spot, own: readonly Change[], otherwise: (text: readonly Paragraph[]) => Change[]) => {
    const chosen = choices.get(spot);
    if (chosen?.kind === 'write') return chosen.by.includes(id) ? otherwise(chosen.paragraphs) : [];
    if (chosen?.kind !== 'take') return [];
    const mine = (wishes.get(spot) ?? []).filter(({ by }) => by.includes(id));
    return mine.length > 0 && takenOf(mine, chosen.by).length === mine.length ? own : [];
  };
  const inPlace = changes.flatMap((change) =>
    change.kind === 'insert'
      ? []
      : at(paragraphSpot(change.id), [change], ([first, ...more]) => [
          ...(first ? [{ kind: 'replace' as const, id: change.id, text: first.text }] : []),
          ...insertions(change.id, more),
        ]),
  );
  const behind = [...blocks].flatMap(([after, block]) =>
    at(placeSpot(after), insertions(after, block), (text) => insertions(after, text)),
  );
  return [...inPlace, ...behind];
}

function insertions(after: string | null, paragraphs: readonly Paragraph[]): Change[] {
  return paragraphs.map(({ id, text }, at) => ({
    kind: 'insert',
    after: at === 0 ? after : (paragraphs[at - 1]?.id as string),
    id,
    text,
  }));
}

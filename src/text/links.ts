import type { Change, Paragraph } from './changes.js';

/** Where an amendment does something: to a paragraph of the base, or at the place behind one (null: the beginning). */
export type Spot = `paragraph ${string}` | `place ${string}` | 'beginning';

export const paragraphSpot = (id: string): Spot => `paragraph ${id}`;
export const placeSpot = (after: string | null): Spot => (after === null ? 'beginning' : `place ${after}`);

/** A text and where each of its paragraphs stands in it. */
export interface Indexed {
  readonly paragraphs: readonly Paragraph[];
  readonly places: ReadonlyMap<string, number>;
}

/** How many deleted paragraphs in a row are looked past for the one to which they were joined. */
const REACH = 8;

/**
 * Pairs of spots between which an amendment carries text: a paragraph that it moves, cuts in two or joins to
 * another. Doing one without the other would lose the text or leave it twice.
 */
export function links(
  base: Indexed,
  changes: readonly Change[],
  blocks: ReadonlyMap<string | null, readonly Paragraph[]>,
): [Spot, Spot][] {
  const found: [Spot, Spot][] = [];
  const done = new Map(changes.filter(({ kind }) => kind !== 'insert').map((change) => [change.id, change]));
  const moved = new Map<string, string>();
  for (const { kind, id } of done.values()) {
    const text = kind === 'delete' ? core(textOf(base, id)) : '';
    if (text === '') continue;
    moved.set(text, id);
    const at = base.places.get(id) ?? 0;
    for (const near of [survivor(base, done, at, -1), survivor(base, done, at, 1)])
      if (near?.after.includes(text) && !near.before.includes(text))
        found.push([paragraphSpot(id), paragraphSpot(near.id)]);
  }
  for (const [after, block] of blocks) {
    const at = after === null ? -1 : (base.places.get(after) ?? 0);
    const beside = [survivor(base, done, at + 1, -1), survivor(base, done, at, 1)];
    for (const { id, text } of block) {
      const words = core(text);
      const origin = done.get(id)?.kind === 'delete' ? id : moved.get(words);
      if (origin !== undefined) found.push([paragraphSpot(origin), placeSpot(after)]);
      for (const near of beside)
        if (words !== '' && near?.before.includes(words) && !near.after.includes(words))
          found.push([paragraphSpot(near.id), placeSpot(after)]);
    }
  }
  return found;
}

/** Who cuts a paragraph in two often ends the first one with a sign of its own. */
const core = (text: string): string => text.trim().replace(/[\p{P}\s]{1,4}$/u, '');

const textOf = ({ paragraphs, places }: Indexed, id: string): string =>
  paragraphs[places.get(id) ?? -1]?.text ?? '';

/** The next paragraph in a direction that is not deleted, where it is changed. */
function survivor(
  { paragraphs }: Indexed,
  done: ReadonlyMap<string, Change>,
  from: number,
  step: 1 | -1,
): { id: string; before: string; after: string } | null {
  for (let at = from + step; Math.abs(at - from) <= REACH; at += step) {
    const { id, text } = paragraphs[at] ?? { id: '', text: '' };
    const change = done.get(id);
    if (change?.kind === 'replace') return { id, before: text, after: change.text };
    if (change?.kind !== 'delete') return null;
  }
  return null;
}

/** All spots that one of the linked ones holds fast. */
export function heldFast(fast: ReadonlySet<Spot>, pairs: readonly (readonly [Spot, Spot])[]): Set<Spot> {
  const beside = new Map<Spot, Spot[]>();
  for (const [one, other] of pairs) {
    beside.set(one, [...(beside.get(one) ?? []), other]);
    beside.set(other, [...(beside.get(other) ?? []), one]);
  }
  const held = new Set(fast);
  // A set that grows while it is gone through is gone through to its new end.
  for (const spot of held) for (const next of beside.get(spot) ?? []) held.add(next);
  return held;
}

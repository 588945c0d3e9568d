import { type Change, type Deletion, insertedBlocks, type Paragraph, type Replacement } from './changes.js';
import { type Edit, editsBetween, groupsOf, type SharedEdit, sameNames, shared } from './edits.js';
import { heldFast, links, paragraphSpot, placeSpot, type Spot } from './links.js';
import { listOf } from './lists.js';
import { type Effort, effort } from './matching.js';
import { naturally } from './natural-order.js';

/** Changes to one text that stand or fall together. */
export interface Amendment {
  readonly id: string;
  readonly changes: readonly Change[];
}

/** New paragraphs that belong at one place, in order, and who puts them there. */
export interface Block {
  readonly paragraphs: readonly Paragraph[];
  readonly by: readonly string[];
}

/** What all amendments do to one paragraph and behind it. */
export interface Layer {
  /** Null is the place before the first paragraph. */
  readonly paragraph: Paragraph | null;
  /** In order of place; the same edit by several amendments is one. */
  readonly edits: readonly SharedEdit[];
  /** Edits that touch each other and are not made by the same amendments, group by group. */
  readonly collisions: readonly (readonly SharedEdit[])[];
  /** What is put behind the paragraph: more than one collide; the same block by several amendments is one. */
  readonly blocks: readonly Block[];
  /** The paragraph stays whole as it was: its edits collide, or text is carried between it and what is held. */
  readonly heldWhole: boolean;
  /** Nothing is put behind the paragraph: its blocks collide, or text is carried between them and what is held. */
  readonly heldEmpty: boolean;
}

/** A change to a paragraph that the base does not have: perhaps another amendment puts it there. */
export interface Waiting {
  readonly amendment: string;
  readonly change: Change;
}

export interface Overlay {
  /** The place before the first paragraph, then each paragraph of the base, in order. */
  readonly layers: readonly Layer[];
  readonly waiting: readonly Waiting[];
}

/** How much finding one amendment's words may cost; for each alone, so that their order decides nothing. */
const EFFORT = 10_000_000;

type Named<T> = T & { by: string };

/** Lays amendments over the text that all of them were written on. Their order does not matter. */
export function overlay(base: readonly Paragraph[], amendments: Iterable<Amendment>): Overlay {
  const overlaying = new Overlaying(base);
  for (const amendment of amendments) overlaying.add(amendment);
  return overlaying.overlay();
}

/** The same, for amendments that come one after another: only their edits are remembered. */
export class Overlaying {
  readonly #base: readonly Paragraph[];
  readonly #places: ReadonlyMap<string, number>;
  readonly #edits = new Map<string, Named<Edit>[]>();
  readonly #blocks = new Map<string | null, Named<{ paragraphs: Paragraph[] }>[]>();
  readonly #waiting: Waiting[] = [];
  readonly #links: [Spot, Spot][] = [];

  constructor(base: readonly Paragraph[]) {
    this.#base = base;
    this.#places = new Map(base.map(({ id }, at) => [id, at]));
  }

  add({ id: by, changes }: Amendment): void {
    const budget = effort(EFFORT);
    for (const change of changes) {
      if (change.kind === 'insert') continue;
      const text = this.#base[this.#places.get(change.id) ?? -1]?.text;
      if (text === undefined) this.#waiting.push({ amendment: by, change });
      else
        for (const edit of editsOf(change, text, budget))
          listOf(this.#edits, change.id).push({ ...edit, by });
    }
    const { blocks, waiting } = insertedBlocks(this.#places, changes);
    for (const [after, paragraphs] of blocks) listOf(this.#blocks, after).push({ paragraphs, by });
    for (const change of waiting) this.#waiting.push({ amendment: by, change });
    for (const link of links({ paragraphs: this.#base, places: this.#places }, changes, blocks))
      this.#links.push(link);
  }

  overlay(): Overlay {
    const layers = [null, ...this.#base].map((paragraph) => {
      const edits = shared((paragraph && this.#edits.get(paragraph.id)) ?? []);
      const collisions = groupsOf(paragraph?.text ?? '', edits).filter(isCollision);
      return {
        paragraph,
        edits,
        collisions,
        blocks: sharedBlocks(this.#blocks.get(paragraph?.id ?? null) ?? []),
      };
    });
    const waiting = this.#waiting.sort((a, b) => naturally(a.amendment, b.amendment));
    return { layers: withHolds(layers, this.#links), waiting };
  }
}

function editsOf(change: Replacement | Deletion, text: string, budget: Effort): Edit[] {
  if (change.kind === 'replace') return editsBetween(text, change.text, budget);
  return [{ start: 0, end: text.length, text: null }];
}

function withHolds(
  layers: readonly Omit<Layer, 'heldWhole' | 'heldEmpty'>[],
  carried: [Spot, Spot][],
): Layer[] {
  const fast = new Set<Spot>();
  for (const { paragraph, collisions, blocks } of layers) {
    if (paragraph && collisions.length > 0) fast.add(paragraphSpot(paragraph.id));
    if (blocks.length > 1) fast.add(placeSpot(paragraph?.id ?? null));
  }
  const held = heldFast(fast, carried);
  return layers.map((layer) => ({
    ...layer,
    heldWhole: layer.paragraph !== null && held.has(paragraphSpot(layer.paragraph.id)),
    heldEmpty: held.has(placeSpot(layer.paragraph?.id ?? null)),
  }));
}

function isCollision(group: readonly SharedEdit[]): boolean {
  return group.some(({ by }) => !sameNames(by, (group[0] as SharedEdit).by));
}

function sharedBlocks(blocks: readonly Named<{ paragraphs: Paragraph[] }>[]): Block[] {
  const found = new Map<string, { paragraphs: Paragraph[]; by: string[] }>();
  for (const { paragraphs, by } of [...blocks].sort((a, b) => naturally(a.by, b.by))) {
    const key = JSON.stringify(paragraphs.map(({ text }) => text));
    const same = found.get(key);
    if (same) same.by.push(by);
    else found.set(key, { paragraphs, by: [by] });
  }
  return [...found.values()];
}

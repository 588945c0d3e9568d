import type { Paragraph } from './changes.js';
import { collide, type SharedEdit } from './edits.js';
import { naturally } from './natural-order.js';
import { type Amendment, type Block, type Layer, type Overlay, overlay } from './overlay.js';

/** Amendments that want different things of the same words of a paragraph. */
export interface WordCollision {
  readonly kind: 'words';
  readonly paragraph: string;
  /** The words of the base that are fought over, in code units. */
  readonly start: number;
  readonly end: number;
  /** What is wanted instead, in order of place; a text of null deletes the paragraph. */
  readonly choices: readonly SharedEdit[];
  readonly amendments: readonly string[];
}

/** Amendments that put different paragraphs at the same place. */
export interface PlaceCollision {
  readonly kind: 'place';
  /** Behind this paragraph; null is the beginning. */
  readonly after: string | null;
  readonly choices: readonly Block[];
  readonly amendments: readonly string[];
}

export type Collision = WordCollision | PlaceCollision;

/** Which amendments cannot all be adopted as they are, and where, in order of the text. */
export function collisions(base: readonly Paragraph[], amendments: Iterable<Amendment>): Collision[] {
  return collisionsIn(overlay(base, amendments));
}

export function collisionsIn({ layers }: Overlay): Collision[] {
  return layers.flatMap((layer) => [...wordCollisions(layer), ...placeCollisions(layer)]);
}

function wordCollisions({ paragraph, collisions: groups }: Layer): WordCollision[] {
  if (!paragraph) return [];
  return groups.map((choices) => ({
    kind: 'words',
    paragraph: paragraph.id,
    start: (choices[0] as SharedEdit).start,
    end: choices.reduce((most, { end }) => Math.max(most, end), 0),
    choices,
    amendments: namesOf(choices),
  }));
}

function placeCollisions({ paragraph, blocks }: Layer): PlaceCollision[] {
  if (blocks.length < 2) return [];
  return [{ kind: 'place', after: paragraph?.id ?? null, choices: blocks, amendments: namesOf(blocks) }];
}

/** Whose they are, each once, in natural order. */
export function namesOf(all: readonly { readonly by: readonly string[] }[]): string[] {
  return [...new Set(all.flatMap(({ by }) => by))].sort(naturally);
}

export interface Consequences {
  /** Two that touch the same words or place: if one is adopted, the other falls. */
  readonly excludes: readonly (readonly [string, string])[];
  /** The first changes a paragraph that the second puts in: it falls where the second is not adopted. */
  readonly depends: readonly (readonly [string, string])[];
}

/**
 * What follows for each pair. In a group that collides not every two need to: of three in a row the first and
 * the last may both be adopted once the middle one is rejected.
 */
export function consequences(base: readonly Paragraph[], amendments: readonly Amendment[]): Consequences {
  return consequencesIn(overlay(base, amendments), amendments);
}

/** The same, of amendments that are laid over the base already. */
export function consequencesIn(laid: Overlay, amendments: readonly Amendment[]): Consequences {
  const excludes = new Pairs();
  for (const { paragraph, collisions: groups, blocks } of laid.layers) {
    for (const group of groups)
      for (const [one, other] of eachTwo(group))
        if (collide(paragraph?.text ?? '', one, other)) excludes.add(one.by, other.by);
    for (const [one, other] of eachTwo(blocks)) excludes.add(one.by, other.by);
  }
  const makers = new Map<string, string[]>();
  for (const { id, changes } of amendments)
    for (const change of changes)
      if (change.kind === 'insert') makers.set(change.id, [...(makers.get(change.id) ?? []), id]);
  const depends = new Pairs();
  for (const { amendment, change } of laid.waiting) {
    const needed = change.kind === 'insert' ? change.after : change.id;
    depends.add([amendment], makers.get(needed ?? '') ?? [], false);
  }
  return { excludes: excludes.sorted(), depends: depends.sorted() };
}

function eachTwo<T>(all: readonly T[]): [T, T][] {
  return all.flatMap((one, at) => all.slice(at + 1).map((other): [T, T] => [one, other]));
}

/** Pairs of names, each once. */
class Pairs {
  readonly #found = new Map<string, [string, string]>();

  add(ones: readonly string[], others: readonly string[], eitherWay = true): void {
    for (const one of ones)
      for (const other of others) {
        if (one === other) continue;
        const pair: [string, string] = eitherWay && naturally(one, other) > 0 ? [other, one] : [one, other];
        this.#found.set(JSON.stringify(pair), pair);
      }
  }

  sorted(): [string, string][] {
    return [...this.#found.values()].sort((a, b) => naturally(a[0], b[0]) || naturally(a[1], b[1]));
  }
}

import type { Paragraph } from './changes.js';
import { type Collision, collisionsIn, namesOf } from './collisions.js';
import { applyEdits, type SharedEdit } from './edits.js';
import { type Amendment, type Layer, type Overlay, overlay, type Waiting } from './overlay.js';

/** A paragraph of the merged text, or one that was taken out of it. */
export interface MergedParagraph {
  readonly id: string;
  readonly text: string;
  readonly fate: 'kept' | 'changed' | 'inserted' | 'deleted' | 'held';
  /** Who changed, inserted or deleted it; nobody where it was kept or is held. */
  readonly by: readonly string[];
  /** What was changed where in the base's paragraph, and by whom: each word can be traced. */
  readonly edits: readonly SharedEdit[];
}

/** Amendments whose change of a paragraph, or at the place behind it, waits for a collision to be decided. */
export interface Held {
  readonly spot: 'paragraph' | 'place';
  /** Null is the place before the first paragraph. */
  readonly paragraph: string | null;
  readonly amendments: readonly string[];
}

export interface Merged {
  /** In order; those that were deleted stand, with an empty text, where they were. */
  readonly paragraphs: readonly MergedParagraph[];
  readonly collisions: readonly Collision[];
  /** What does not collide itself but in a paragraph that stays whole, or with text carried to or from one. */
  readonly held: readonly Held[];
  /** Changes of paragraphs that the base does not have. */
  readonly waiting: readonly Waiting[];
}

/**
 * Makes all changes that do not collide. A paragraph with a collision stays whole as it was, a place where
 * different paragraphs are to be put stays empty; both are listed, and so is what waits for them. The order of
 * the amendments does not matter.
 */
export function merge(base: readonly Paragraph[], amendments: Iterable<Amendment>): Merged {
  return mergedFrom(overlay(base, amendments));
}

/** The same, of amendments that are laid over the base already. */
export function mergedFrom(laid: Overlay): Merged {
  return {
    paragraphs: laid.layers.flatMap((layer) => [...paragraphOf(layer), ...insertedBehind(layer)]),
    collisions: collisionsIn(laid),
    held: laid.layers.flatMap(heldIn),
    waiting: laid.waiting,
  };
}

function paragraphOf({ paragraph, edits, heldWhole }: Layer): MergedParagraph[] {
  if (!paragraph) return [];
  const { id, text } = paragraph;
  if (heldWhole) return [{ id, text, fate: 'held', by: [], edits: [] }];
  if (edits.length === 0) return [{ id, text, fate: 'kept', by: [], edits }];
  const deleted = edits[0]?.text === null;
  return [
    { id, text: applyEdits(text, edits), fate: deleted ? 'deleted' : 'changed', by: namesOf(edits), edits },
  ];
}

function insertedBehind({ blocks, heldEmpty }: Layer): MergedParagraph[] {
  if (heldEmpty) return [];
  return blocks.flatMap(({ paragraphs, by }) =>
    paragraphs.map(({ id, text }): MergedParagraph => ({ id, text, fate: 'inserted', by, edits: [] })),
  );
}

function heldIn({ paragraph, edits, collisions, blocks, heldWhole, heldEmpty }: Layer): Held[] {
  const colliding = new Set(namesOf(collisions.flat()));
  const waiting = heldWhole ? namesOf(edits).filter((name) => !colliding.has(name)) : [];
  const outside = heldEmpty && blocks.length === 1 ? namesOf(blocks) : [];
  const id = paragraph?.id ?? null;
  return [
    ...(waiting.length > 0 ? [{ spot: 'paragraph', paragraph: id, amendments: waiting } as const] : []),
    ...(outside.length > 0 ? [{ spot: 'place', paragraph: id, amendments: outside } as const] : []),
  ];
}

import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { namesOf } from '../../text/collisions.js';
import type { Spot } from '../../text/links.js';
import type { Layer, Overlay } from '../../text/overlay.js';
import { spotsOf, takenOf } from './chosen-text.js';
import type { ChoiceKind } from './merging.contract.js';

/** A spot at which somebody wants something, or could. */
export interface SpotFacts {
  readonly layer: Layer;
  /** Null where the spot is the paragraph itself; else the paragraph that comes next in the text, `end` behind the last. */
  readonly next: string | null;
  readonly wishes: readonly { readonly by: readonly string[] }[];
  /** The amendments that want something here. */
  readonly names: readonly string[];
}

/** All spots in the order of the text, those where nobody wants anything among them. */
export function spotsIn({ layers }: Overlay): ReadonlyMap<Spot, SpotFacts> {
  const found = new Map<Spot, SpotFacts>();
  for (const [place, layer] of layers.entries()) {
    const { at, behind } = spotsOf(layer);
    const next = layers[place + 1]?.paragraph?.id ?? 'end';
    if (at) found.set(at, { layer, next: null, wishes: layer.edits, names: namesOf(layer.edits) });
    found.set(behind, { layer, next, wishes: layer.blocks, names: namesOf(layer.blocks) });
  }
  return found;
}

/**
 * SHA-256 of all that a choice at a spot rests on: the paragraph that stands there, or the one that comes next, and
 * what the amendments that it names want there. While that stays, the choice stands.
 */
export function basisOf({ layer, next, wishes }: SpotFacts, amendmentIds: readonly string[]): string {
  const named = takenOf(wishes, amendmentIds).map(({ by: _, ...wish }) => wish);
  return sha256(
    canonicalJson({ was: next === null ? (layer.paragraph?.text ?? null) : next, wishes: named as never }),
  );
}

interface Logged {
  readonly sequence: number;
  readonly spot: string;
  readonly kind: ChoiceKind;
  readonly undone: number | null;
}

/** What stands at each spot: the last choice that nobody took back. */
export function standingIn<T extends Logged>(log: readonly T[]): ReadonlyMap<string, T> {
  const standing = new Map<string, T>();
  for (const each of log) {
    const before = standing.get(each.spot);
    if (each.undone === null && (!before || before.sequence < each.sequence)) standing.set(each.spot, each);
  }
  return standing;
}

/** The spot of the choice that rejects an amendment. */
export const rejectionSpot = (amendmentId: string): string => `amendment ${amendmentId}`;

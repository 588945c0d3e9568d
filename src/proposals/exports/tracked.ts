import type { Change, Paragraph as Marked } from '../../text/changes.js';
import { collisionsIn, namesOf } from '../../text/collisions.js';
import { applyEdits, type SharedEdit } from '../../text/edits.js';
import { kindOf, markedText } from '../../text/marked-text.js';
import type { Layer, Overlay } from '../../text/overlay.js';
import { type Piece, piecesIn } from '../../text/pieces.js';
import type { ParagraphKind } from '../../text/rich-text.contract.js';
import { OPEN_AMENDMENTS } from '../amendments/amendment.states.js';
import { laidOver } from '../amendments/amendment-texts.js';
import type { ParagraphChange } from '../amendments/amendments.contract.js';
import type { ExportedAmendment } from './export.contract.js';

/** Words of a tracked paragraph, and the ids of the amendments that delete, insert or set them off. */
export interface TrackedPiece extends Piece {
  readonly by: readonly string[];
}

export interface TrackedParagraph {
  readonly kind: ParagraphKind;
  /** What happens to the paragraph as a whole, its mark included. */
  readonly op: 'keep' | 'insert' | 'delete';
  readonly by: readonly string[];
  /** Where it becomes another kind: which it was, and by whom. */
  readonly was: { readonly kind: ParagraphKind; readonly by: readonly string[] } | null;
  readonly pieces: readonly TrackedPiece[];
}

export interface Tracked {
  readonly paragraphs: readonly TrackedParagraph[];
  /** Ids of the amendments that are in the text. */
  readonly together: ReadonlySet<string>;
}

/**
 * The text with every amendment tracked in it that can be adopted together with all the others: open, of the first
 * level, not waiting for its author, colliding with none, and needing none. An amendment is in the text whole or not
 * at all. Accepting everything gives what `merge` gives of them, rejecting everything the text.
 */
export async function tracked(
  base: readonly Marked[],
  amendments: readonly ExportedAmendment[],
): Promise<Tracked> {
  let together = amendments
    .filter(isFirst)
    .map(({ id, changes }) => ({ id, changes: changes.map(changeOf) }));
  let laid = await laidOver(base, together);
  for (let out = apartIn(laid); out.size > 0; out = apartIn(laid)) {
    const apart = out;
    together = together.filter(({ id }) => !apart.has(id));
    laid = await laidOver(base, together);
  }
  return {
    paragraphs: laid.layers.flatMap((layer) => [...paragraphIn(layer), ...insertedIn(layer)]),
    together: new Set(together.map(({ id }) => id)),
  };
}

const isFirst = ({ state, parentId, conflicts }: ExportedAmendment): boolean =>
  OPEN_AMENDMENTS.includes(state) && parentId === null && conflicts.length === 0;

function apartIn(laid: Overlay): Set<string> {
  return new Set([...namesIn(collisionsIn(laid)), ...laid.waiting.map(({ amendment }) => amendment)]);
}
const namesIn = (all: ReturnType<typeof collisionsIn>): string[] =>
  all.flatMap(({ amendments }) => amendments);

/** A change as it is stored, of one as it is read. */
export function changeOf({ kind, paragraphId: id, after, now }: ParagraphChange): Change {
  if (kind === 'delete' || !now) return { kind: 'delete', id };
  const text = markedText(now);
  return kind === 'insert' ? { kind, id, after, text } : { kind, id, text };
}

function paragraphIn({ paragraph, edits }: Layer): TrackedParagraph[] {
  if (!paragraph) return [];
  const { text } = paragraph;
  const was = kindOf(text);
  const [first] = edits;
  if (first?.text === null) {
    const pieces = piecesIn([{ op: 'delete', text, by: first.by }]);
    return [{ kind: was, op: 'delete', by: first.by, was: null, pieces }];
  }
  const kind = kindOf(applyEdits(text, edits));
  return [
    {
      kind,
      op: 'keep',
      by: [],
      was: kind === was ? null : { kind: was, by: namesOf(edits.slice(0, 1)) },
      pieces: piecesIn(segmentsOf(text, edits)),
    },
  ];
}

function insertedIn({ blocks }: Layer): TrackedParagraph[] {
  return blocks.flatMap(({ paragraphs, by }) =>
    paragraphs.map(
      ({ text }): TrackedParagraph => ({
        kind: kindOf(text),
        op: 'insert',
        by,
        was: null,
        pieces: piecesIn([{ op: 'insert', text, by }]),
      }),
    ),
  );
}

function* segmentsOf(text: string, edits: readonly SharedEdit[]) {
  let at = 0;
  for (const { start, end, text: now, by } of edits) {
    yield { op: 'keep' as const, text: text.slice(at, start), by: [] };
    yield { op: 'delete' as const, text: text.slice(start, end), by };
    yield { op: 'insert' as const, text: now ?? '', by };
    at = end;
  }
  yield { op: 'keep' as const, text: text.slice(at), by: [] };
}

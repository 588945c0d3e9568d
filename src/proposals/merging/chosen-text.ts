import type { Paragraph } from '../../text/changes.js';
import { namesOf } from '../../text/collisions.js';
import { applyEdits, collide, type Edit, editsBetween, type SharedEdit } from '../../text/edits.js';
import { paragraphSpot, placeSpot, type Spot } from '../../text/links.js';
import type { MergedParagraph } from '../../text/merge.js';
import type { Layer, Overlay } from '../../text/overlay.js';

/** What was chosen at a spot; `by` are the amendments whose wish is taken, or which a third text settles. */
export type Chosen =
  | { readonly kind: 'original' }
  | { readonly kind: 'take'; readonly by: readonly string[] }
  | { readonly kind: 'write'; readonly by: readonly string[]; readonly paragraphs: readonly Paragraph[] };

export type Choices = ReadonlyMap<Spot, Chosen>;

/** A paragraph of the text that was chosen, or one that is taken out of it. */
export type ChosenParagraph = MergedParagraph & { readonly fate: Exclude<MergedParagraph['fate'], 'held'> };

/** The spots of a layer: its paragraph, if it has one, and the place behind that. */
export const spotsOf = ({ paragraph }: Layer): { at: Spot | null; behind: Spot } => ({
  at: paragraph && paragraphSpot(paragraph.id),
  behind: placeSpot(paragraph?.id ?? null),
});

/**
 * The text as it reads with what was chosen, paragraph by paragraph, those that are taken out among them. Where
 * nothing was chosen the original stands. Wishes that collide must not be taken together (`excludesIn`).
 */
export function chosenText(laid: Overlay, choices: Choices): ChosenParagraph[] {
  return laid.layers.flatMap((layer) => {
    const { at, behind } = spotsOf(layer);
    return [...(at ? atParagraph(layer, choices.get(at)) : []), ...behindIt(layer, choices.get(behind))];
  });
}

/** What stands in the place of a layer's paragraph. */
export function atParagraph({ paragraph, edits }: Layer, chosen: Chosen | undefined): ChosenParagraph[] {
  if (!paragraph) return [];
  if (chosen?.kind === 'take') return [withEdits(paragraph, takenOf(edits, chosen.by))];
  if (chosen?.kind !== 'write') return [withEdits(paragraph, [])];
  const [first, ...more] = chosen.paragraphs;
  const made = first ? written(paragraph.text, first.text, edits, chosen.by) : [];
  return [withEdits(paragraph, made), ...inserted(more, chosen.by)];
}

/** What comes behind it. Wishes that are taken together stand one behind the other, the older amendment's first. */
export function behindIt({ blocks }: Layer, chosen: Chosen | undefined): ChosenParagraph[] {
  if (chosen?.kind === 'write') return inserted(chosen.paragraphs, chosen.by);
  if (chosen?.kind !== 'take') return [];
  return takenOf(blocks, chosen.by).flatMap(({ paragraphs, by }) => inserted(paragraphs, by));
}

/** Those that one of the amendments makes; who else makes the same one is named with it. */
export function takenOf<T extends { readonly by: readonly string[] }>(
  all: readonly T[],
  by: readonly string[],
): T[] {
  return all.filter((each) => each.by.some((name) => by.includes(name)));
}

/** Pairs of amendments whose wishes for the words of a layer's paragraph collide. */
export function excludesIn({ paragraph, collisions }: Layer): [string, string][] {
  const text = paragraph?.text ?? '';
  const found = new Map<string, [string, string]>();
  for (const group of collisions)
    for (const [at, one] of group.entries())
      for (const other of group.slice(at + 1))
        if (collide(text, one, other))
          for (const a of one.by)
            for (const b of other.by) {
              if (a === b) continue;
              const pair: [string, string] = a < b ? [a, b] : [b, a];
              found.set(pair.join(), pair);
            }
  return [...found.values()];
}

/** Paragraphs that stand in the text more than once: one end of a move was taken without the other. */
export function twiceIn(text: readonly ChosenParagraph[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const twice = new Set<string>();
  for (const { id, fate } of text) {
    if (fate === 'deleted') continue;
    if (seen.has(id)) twice.add(id);
    seen.add(id);
  }
  return twice;
}

/** The text that stays of it. */
export const standingText = (text: readonly ChosenParagraph[]): Paragraph[] =>
  text.flatMap(({ id, text: words, fate }) => (fate === 'deleted' ? [] : [{ id, text: words }]));

function withEdits({ id, text }: Paragraph, edits: readonly SharedEdit[]): ChosenParagraph {
  if (edits.length === 0) return { id, text, fate: 'kept', by: [], edits };
  const fate = edits[0]?.text === null ? 'deleted' : 'changed';
  return { id, text: applyEdits(text, edits), fate, by: namesOf(edits), edits };
}

const inserted = (paragraphs: readonly Paragraph[], by: readonly string[]): ChosenParagraph[] =>
  paragraphs.map(({ id, text }) => ({ id, text, fate: 'inserted', by, edits: [] }));

/** The edits of a third text: those that amendments make too are theirs, the others are of all that it settles. */
function written(
  base: string,
  text: string,
  wished: readonly SharedEdit[],
  by: readonly string[],
): SharedEdit[] {
  const same = (one: Edit, other: Edit): boolean =>
    one.start === other.start && one.end === other.end && one.text === other.text;
  return editsBetween(base, text).map((edit) => {
    const theirs = wished.find((each) => same(each, edit))?.by.filter((name) => by.includes(name)) ?? [];
    return { ...edit, by: theirs.length > 0 ? theirs : by };
  });
}

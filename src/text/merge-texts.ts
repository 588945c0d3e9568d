import { align } from './alignment.js';
import { type Change, changesBetween, type Paragraph } from './changes.js';
import { effort } from './matching.js';
import { type Merged, mergedFrom } from './merge.js';
import { naturally } from './natural-order.js';
import { Overlaying } from './overlay.js';
import { plainPieces } from './plain-text.js';
import { Spacing } from './spacing.js';

/** A whole text as an amendment wants it. */
export interface AmendedText {
  readonly id: string;
  readonly text: string;
}

/** Paragraphs count from 1 in the original; `after: 0` is before the first. */
export interface MergedTexts {
  readonly merged: string;
  readonly collisions: readonly TextCollision[];
  /** What waits, though it does not collide, because a paragraph stays whole or its text is carried elsewhere. */
  readonly held: readonly TextCollision[];
  readonly paragraphs: readonly TextParagraph[];
}

/** With `after` it is the place behind the paragraph. */
export interface TextCollision {
  readonly paragraph: number;
  readonly after?: number;
  readonly amendments: readonly string[];
}

export type TextParagraph =
  | { readonly n: number; readonly text: string; readonly by: readonly string[]; readonly deleted?: true }
  | { readonly after: number; readonly text: string; readonly by: readonly string[] };

/** How much finding one amendment's paragraphs may cost; for each alone, so that their order decides nothing. */
const EFFORT = 10_000_000;

/**
 * Merges whole texts as amended. With one amendment `merged` is its text, with none the original, to the code
 * unit.
 */
export function mergeTexts(original: string, amendments: Iterable<AmendedText>): MergedTexts {
  const merging = new TextMerging(original);
  for (const amendment of amendments) merging.add(amendment);
  return merging.merged();
}

/** The same, for texts that come one after another: of each only what it changes is kept. */
export class TextMerging {
  readonly #base: readonly Paragraph[];
  readonly #texts: readonly string[];
  readonly #spacing: Spacing;
  readonly #overlaying: Overlaying;
  #count = 0;

  constructor(original: string) {
    const text = plainPieces(original);
    this.#texts = text.pieces.map((piece) => piece.text);
    this.#base = this.#texts.map((each, at) => ({ id: String(at + 1), text: each }));
    this.#spacing = new Spacing(text);
    this.#overlaying = new Overlaying(this.#base);
  }

  add({ id, text }: AmendedText): void {
    const own = plainPieces(text);
    const texts = own.pieces.map((piece) => piece.text);
    const count = ++this.#count;
    const edited = align(this.#texts, texts, effort(EFFORT)).map(
      (place, at): Paragraph => ({
        id: this.#base[place ?? -1]?.id ?? `${count} ${at}`,
        text: texts[at] as string,
      }),
    );
    this.#spacing.add(id, own, edited);
    this.#overlaying.add({ id, changes: changesBetween(this.#base, edited).map(detached) });
  }

  merged(): MergedTexts {
    const result = mergedFrom(this.#overlaying.overlay());
    const visible = result.paragraphs.filter(({ fate }) => fate !== 'deleted');
    const parts = visible.flatMap(({ id, text }, at) => {
      const next = visible[at + 1];
      return next ? [text, this.#spacing.between(id, next.id)] : [text];
    });
    return {
      merged: this.#spacing.lead() + parts.join('') + this.#spacing.end(),
      collisions: inNumbers(result.collisions.map(spotOf)),
      held: inNumbers(result.held),
      paragraphs: numberedParagraphs(result),
    };
  }
}

/** A slice keeps the whole text that it was cut from in memory; the text of a change must not. */
function detached(change: Change): Change {
  return change.kind === 'delete' ? change : { ...change, text: ` ${change.text}`.slice(1) };
}

type Spotted = Pick<Merged['held'][number], 'spot' | 'paragraph' | 'amendments'>;

function spotOf(collision: Merged['collisions'][number]): Spotted {
  return collision.kind === 'words'
    ? { spot: 'paragraph', paragraph: collision.paragraph, amendments: collision.amendments }
    : { spot: 'place', paragraph: collision.after, amendments: collision.amendments };
}

/** One entry for each paragraph and each place. */
function inNumbers(all: readonly Spotted[]): TextCollision[] {
  const found = new Map<string, { spot: Spotted; names: Set<string> }>();
  for (const spot of all) {
    const key = `${spot.spot} ${spot.paragraph}`;
    const entry = found.get(key) ?? { spot, names: new Set() };
    for (const name of spot.amendments) entry.names.add(name);
    found.set(key, entry);
  }
  return [...found.values()].map(({ spot, names }) => {
    const paragraph = Number(spot.paragraph ?? 0);
    const amendments = [...names].sort(naturally);
    return spot.spot === 'place' ? { paragraph, after: paragraph, amendments } : { paragraph, amendments };
  });
}

function numberedParagraphs({ paragraphs }: Merged): TextParagraph[] {
  let last = 0;
  return paragraphs.map(({ id, text, fate, by }) => {
    if (fate === 'inserted') return { after: last, text, by };
    last = Number(id);
    return fate === 'deleted' ? { n: last, text, by, deleted: true } : { n: last, text, by };
  });
}

import type {
  Conflict,
  ParagraphChange,
} from '../../../../../src/proposals/amendments/amendments.contract.js';
import { carryOver } from '../../../../../src/text/carry-over.js';
import { applyChanges, type Change, changesBetween } from '../../../../../src/text/changes.js';
import { markedText, paragraphOf } from '../../../../../src/text/marked-text.js';
import type { Paragraph, WrittenParagraph } from '../../../../../src/text/rich-text.contract.js';
import { wordsOf } from '../../../../../src/text/rich-text.js';

interface Marked {
  readonly id: string;
  readonly text: string;
}

/** Paragraphs as the functions on texts compare and merge them. */
export const marked = (paragraphs: readonly Paragraph[]): Marked[] =>
  paragraphs.map((paragraph) => ({ id: paragraph.id, text: markedText(paragraph) }));

/** Paragraphs again; those that read as in `before` are those of there. */
export function unmarked(texts: readonly Marked[], before: readonly Paragraph[] = []): Paragraph[] {
  const known = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  return texts.map(({ id, text }) => {
    const same = known.get(id);
    return same && markedText(same) === text ? same : { id, ...paragraphOf(text) };
  });
}

/** A change as it travels, as one that can be made in a text. */
export function changeOf({ kind, paragraphId: id, after, now }: ParagraphChange): Change {
  const text = now ? markedText(now) : '';
  if (kind === 'insert') return { kind, id, after, text };
  return kind === 'replace' ? { kind, id, text } : { kind, id };
}

/** The text with the changes made; null where they do not fit it, as those of an amendment that was decided long ago. */
export function textWith(
  base: readonly Paragraph[],
  changes: readonly ParagraphChange[],
): readonly Paragraph[] | null {
  try {
    return unmarked(applyChanges(marked(base), changes.map(changeOf)), base);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** What holds words: an empty paragraph in the editor is none. */
export const withWords = (paragraphs: readonly WrittenParagraph[]): Paragraph[] =>
  paragraphs.filter((each): each is Paragraph => each.id !== undefined && wordsOf(each.html) !== '');

/** What was typed on one text, on the text that stands now; `left` is what does not go there by itself. */
export interface Brought {
  readonly paragraphs: readonly Paragraph[];
  readonly left: readonly Conflict[];
}

/** Carries what was typed over to a text that has moved on, as the server does with amendments. */
export function broughtOver(
  base: readonly Paragraph[],
  typed: readonly WrittenParagraph[],
  now: readonly Paragraph[],
): Brought {
  const [old, next] = [marked(base), marked(now)];
  const wanted = withWords(typed);
  const carried = carryOver(changesBetween(old, marked(wanted)), old, next);
  const going = carried.flatMap((each) => (each.needsAuthor || !each.change ? [] : [each.change]));
  const left = carried.flatMap((each): Conflict[] =>
    each.needsAuthor ? [conflictOf(each.change, each.was, each.now)] : [],
  );
  return { paragraphs: unmarked(applyChanges(next, going), [...now, ...wanted]), left };
}

function conflictOf(change: Change, was: string | null, now: string | null): Conflict {
  const { kind, id } = change;
  const paragraph = (text: string | null): Paragraph | null =>
    text === null ? null : { id, ...paragraphOf(text) };
  return {
    change: {
      kind,
      paragraphId: id,
      after: kind === 'insert' ? change.after : null,
      was: kind === 'insert' ? null : paragraph(was),
      now: kind === 'delete' ? null : paragraph(change.text),
    },
    now: paragraph(now),
  };
}

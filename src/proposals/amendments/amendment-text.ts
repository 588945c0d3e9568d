import type { Change, Paragraph as Marked } from '../../text/changes.js';
import { markedText, paragraphOf } from '../../text/marked-text.js';
import type { Paragraph } from '../../text/rich-text.contract.js';
import type { Conflict, ParagraphChange } from './amendments.contract.js';
import type { StoredConflict } from './carried-changes.js';

/** Paragraphs as the work on texts compares and merges them. */
export const marked = (paragraphs: readonly Paragraph[]): Marked[] =>
  paragraphs.map((paragraph) => ({ id: paragraph.id, text: markedText(paragraph) }));

/** Paragraphs again. Those that read as in `before` stay as they are there, to the letter of their HTML. */
export function unmarked(paragraphs: readonly Marked[], before: readonly Paragraph[] = []): Paragraph[] {
  const known = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  return paragraphs.map(({ id, text }) => {
    const same = known.get(id);
    return same && markedText(same) === text ? same : { id, ...paragraphOf(text) };
  });
}

/** Changes as they are read, each with what stands in the text that it changes. */
export function presentChanges(changes: readonly Change[], base: readonly Marked[]): ParagraphChange[] {
  const texts = new Map(base.map(({ id, text }) => [id, text]));
  return changes.map((change) => presentChange(change, texts.get(change.id) ?? null));
}

export function presentConflict({ change, was, now }: StoredConflict): Conflict {
  return { change: presentChange(change, was), now: paragraphIn(change.id, now) };
}

function presentChange(change: Change, was: string | null): ParagraphChange {
  const { kind, id } = change;
  return {
    kind,
    paragraphId: id,
    after: kind === 'insert' ? change.after : null,
    was: kind === 'insert' ? null : paragraphIn(id, was),
    now: kind === 'delete' ? null : paragraphIn(id, change.text),
  };
}

const paragraphIn = (id: string, text: string | null): Paragraph | null =>
  text === null ? null : { id, ...paragraphOf(text) };

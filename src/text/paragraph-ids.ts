import { alignParagraphs } from './changes.js';
import type { Paragraph, WrittenParagraph } from './rich-text.contract.js';
import { wordsOf } from './rich-text.js';

/**
 * Gives the paragraphs of a text that was written anew the ids that they had. An id that was sent and is known stays,
 * with the first that has it; of the rest, what reads the same keeps the id of what it was, wherever it stands now;
 * what is left keeps, in order, that of the paragraph which it is most like, or whose place it takes. Everything else
 * gets a new id.
 */
export function withIds(
  before: readonly Paragraph[],
  written: readonly WrittenParagraph[],
  newId: () => string,
): Paragraph[] {
  const free = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  const ids = written.map(({ id }) => (id !== undefined && free.delete(id) ? id : null));
  const known = new Map<string, string[]>();
  for (const { id, html } of free.values()) known.set(html, [...(known.get(html) ?? []), id]);
  for (const [at, { html }] of written.entries()) {
    if (ids[at]) continue;
    ids[at] = known.get(html)?.shift() ?? null;
    if (ids[at]) free.delete(ids[at]);
  }
  const rest = written.flatMap(({ html }, at) => (ids[at] ? [] : [{ at, text: wordsOf(html) }]));
  const taken = new Set(before.map(({ id }) => id));
  const aligned = alignParagraphs(
    [...free.values()].map(({ id, html }) => ({ id, text: wordsOf(html) })),
    rest.map(({ text }) => text),
    () => fresh(taken, newId),
  );
  for (const [each, { at }] of rest.entries()) ids[at] = aligned[each]?.id as string;
  return written.map(({ kind, html }, at) => ({ id: ids[at] as string, kind, html }));
}

function fresh(taken: Set<string>, newId: () => string): string {
  let id = newId();
  while (taken.has(id)) id = newId();
  taken.add(id);
  return id;
}

import type { Paragraph, WrittenParagraph } from './rich-text.contract.js';

/**
 * Gives the paragraphs of a text that was written anew the ids that they had. An id that was sent and is known stays,
 * with the first that has it; of the rest, what reads the same keeps the id of what it was; others get a new one.
 */
export function withIds(
  before: readonly Paragraph[],
  written: readonly WrittenParagraph[],
  newId: () => string,
): Paragraph[] {
  const free = new Map(before.map((paragraph) => [paragraph.id, paragraph]));
  const ids = written.map(({ id }) => (id !== undefined && free.delete(id) ? id : null));
  for (const [at, { html }] of written.entries()) {
    if (ids[at]) continue;
    const same = [...free.values()].find((paragraph) => paragraph.html === html);
    if (same) {
      free.delete(same.id);
      ids[at] = same.id;
    }
  }
  const taken = new Set([...before.map(({ id }) => id), ...ids]);
  return written.map(({ kind, html }, at) => ({ id: ids[at] ?? fresh(taken, newId), kind, html }));
}

function fresh(taken: Set<string | null>, newId: () => string): string {
  let id = newId();
  while (taken.has(id)) id = newId();
  taken.add(id);
  return id;
}

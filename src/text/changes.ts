import { align } from './alignment.js';
import { listOf } from './lists.js';
import { effort } from './matching.js';

/** A paragraph under an id that stays with it through edits, unique within its text. */
export interface Paragraph {
  readonly id: string;
  readonly text: string;
}

export interface Replacement {
  readonly kind: 'replace';
  readonly id: string;
  readonly text: string;
}

/** Puts a paragraph with a new id behind another one, which may itself be inserted; first where `after` is null. */
export interface Insertion {
  readonly kind: 'insert';
  readonly after: string | null;
  readonly id: string;
  readonly text: string;
}

export interface Deletion {
  readonly kind: 'delete';
  readonly id: string;
}

/** One step from a text to an edited one. */
export type Change = Replacement | Insertion | Deletion;

/**
 * What was done to a text, paragraph by paragraph, in the order of the edited one. A paragraph that was moved is
 * deleted and inserted again under its id.
 */
export function changesBetween(base: readonly Paragraph[], edited: readonly Paragraph[]): Change[] {
  const texts = new Map(base.map(({ id, text }) => [id, text]));
  const stays = inOrder(base, edited);
  const changes: Change[] = base.flatMap(({ id }) => (stays.has(id) ? [] : [{ kind: 'delete', id }]));
  let after: string | null = null;
  for (const { id, text } of edited) {
    if (!stays.has(id)) changes.push({ kind: 'insert', after, id, text });
    else if (texts.get(id) !== text) changes.push({ kind: 'replace', id, text });
    after = id;
  }
  return changes;
}

/**
 * The text with the changes made: `applyChanges(base, changesBetween(base, edited))` is `edited`. Paragraphs that
 * are put behind the same one stand in the order of the changes; one put behind a deleted paragraph stands where
 * that was. Throws RangeError where a change names a paragraph that is not there or was changed already: nothing
 * is dropped or put somewhere else.
 */
export function applyChanges(base: readonly Paragraph[], changes: readonly Change[]): Paragraph[] {
  const texts = new Map<string, string | null>(base.map(({ id, text }) => [id, text]));
  const { blocks, waiting } = insertedBlocks(texts, changes);
  if (waiting[0]) throw new RangeError(`no paragraph ${waiting[0].after} to stand behind`);
  const touched = new Set<string>();
  for (const change of changes) {
    if (change.kind === 'insert') continue;
    const { id } = change;
    if (!texts.has(id) || touched.has(id)) throw new RangeError(`no paragraph ${id} to change`);
    touched.add(id);
    texts.set(id, change.kind === 'replace' ? change.text : null);
  }
  const result = [...(blocks.get(null) ?? [])];
  for (const { id } of base) {
    const text = texts.get(id) ?? null;
    if (text !== null) result.push({ id, text });
    for (const each of blocks.get(id) ?? []) result.push(each);
  }
  const ids = new Set<string>();
  for (const { id } of result)
    if (ids.size === ids.add(id).size) throw new RangeError(`two paragraphs ${id}`);
  return result;
}

/**
 * The new paragraphs among the changes, in order, by the paragraph of the base behind which they come to stand;
 * `waiting` are those behind a paragraph that neither the base nor the changes have.
 */
export function insertedBlocks(
  base: { has(id: string): boolean },
  changes: readonly Change[],
): { readonly blocks: Map<string | null, Paragraph[]>; readonly waiting: readonly Insertion[] } {
  const insertions = changes.filter((change) => change.kind === 'insert');
  const own = new Map<string, Insertion[]>(insertions.map(({ id }) => [id, []]));
  const first = new Map<string | null, Insertion[]>();
  for (const change of insertions) {
    const { after } = change;
    if (after !== null && own.has(after)) own.get(after)?.push(change);
    else if (after === null || base.has(after)) listOf(first, after).push(change);
  }
  const placed = new Set<Insertion>();
  const blocks = new Map<string | null, Paragraph[]>();
  for (const [after, begun] of first) {
    const block: Paragraph[] = [];
    const next = [...begun].reverse();
    for (let change = next.pop(); change; change = next.pop()) {
      if (placed.has(change)) continue;
      placed.add(change);
      block.push({ id: change.id, text: change.text });
      for (const each of [...(own.get(change.id) ?? [])].reverse()) next.push(each);
    }
    blocks.set(after, block);
  }
  return { blocks, waiting: insertions.filter((change) => !placed.has(change)) };
}

/**
 * Gives the paragraphs of a text that came without ids those of the text before: each keeps the id of the one
 * that it is, or of the nearest like it, in order; what is new gets a new id.
 */
export function alignParagraphs(
  old: readonly Paragraph[],
  texts: readonly string[],
  newId: () => string,
): Paragraph[] {
  const from = align(
    old.map(({ text }) => text),
    texts,
    effort(),
  );
  return texts.map((text, at) => ({ id: old[from[at] ?? -1]?.id ?? newId(), text }));
}

/** The ids of both texts that stand in the same order in both, as many as can (a longest rising subsequence). */
function inOrder(base: readonly Paragraph[], edited: readonly Paragraph[]): Set<string> {
  const places = new Map(base.map(({ id }, at) => [id, at]));
  const rows = edited.flatMap(({ id }) => (places.has(id) ? [{ id, place: places.get(id) as number }] : []));
  const ends: number[] = [];
  const before: number[] = [];
  for (const [at, { place }] of rows.entries()) {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((rows[ends[middle] as number]?.place as number) < place) low = middle + 1;
      else high = middle;
    }
    before.push(low > 0 ? (ends[low - 1] as number) : -1);
    ends[low] = at;
  }
  const kept = new Set<string>();
  for (let at = ends.at(-1) ?? -1; at >= 0; at = before[at] as number) kept.add(rows[at]?.id as string);
  return kept;
}

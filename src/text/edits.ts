import { paragraphDifferences } from './differences.js';
import type { Effort } from './matching.js';
import { naturally } from './natural-order.js';

/**
 * A change of a paragraph: the code units from `start` to `end` of the base become `text`. Null is the deletion
 * of the paragraph itself, which an empty text is not.
 */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string | null;
}

/** An edit and who makes it, in natural order of their ids. */
export interface SharedEdit extends Edit {
  readonly by: readonly string[];
}

/** The edits that lead from one paragraph to another: what a reader sees as one change is one edit. */
export function editsBetween(base: string, text: string, budget?: Effort): Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  let open: Edit | null = null;
  for (const segment of paragraphDifferences(base, text, budget)) {
    if (segment.op === 'keep') {
      if (open) edits.push(open);
      open = null;
      at += segment.text.length;
      continue;
    }
    open ??= { start: at, end: at, text: '' };
    if (segment.op === 'insert') open = { ...open, text: segment.text };
    else {
      at += segment.text.length;
      open = { ...open, end: at };
    }
  }
  return open ? [...edits, open] : edits;
}

/** The paragraph with edits made that lie apart, in any order. */
export function applyEdits(base: string, edits: readonly Edit[]): string {
  const parts: string[] = [];
  let at = 0;
  for (const { start, end, text } of [...edits].sort(byPlace)) {
    parts.push(base.slice(at, start), text ?? '');
    at = end;
  }
  return parts.join('') + base.slice(at);
}

/** Whether two edits change the same words, or words with nothing but white space between them. */
export function touch(base: string, one: Edit, other: Edit): boolean {
  const [first, second] = byPlace(one, other) <= 0 ? [one, other] : [other, one];
  return second.start <= first.end || !/\S/.test(base.slice(first.end, second.start));
}

/** The same edit made by several is one edit by several. In order of place. */
export function shared(edits: readonly (Edit & { readonly by: string })[]): SharedEdit[] {
  const found = new Map<string, Edit & { by: Set<string> }>();
  for (const { start, end, text, by } of edits) {
    const key = JSON.stringify([start, end, text]);
    const same = found.get(key);
    if (same) same.by.add(by);
    else found.set(key, { start, end, text, by: new Set([by]) });
  }
  return [...found.values()].sort(byPlace).map((edit) => ({ ...edit, by: [...edit.by].sort(naturally) }));
}

/** Edits in groups that touch each other, one through another. In order of place. */
export function groupsOf<T extends Edit>(base: string, edits: readonly T[]): T[][] {
  const groups: T[][] = [];
  let reach: Edit = { start: 0, end: 0, text: '' };
  for (const edit of edits) {
    const group = groups.at(-1);
    if (group && touch(base, reach, edit)) {
      group.push(edit);
      reach = { ...reach, end: Math.max(reach.end, edit.end) };
    } else {
      groups.push([edit]);
      reach = edit;
    }
  }
  return groups;
}

/** Two edits that touch collide unless the same amendments make both. */
export function collide(base: string, one: SharedEdit, other: SharedEdit): boolean {
  return !sameNames(one.by, other.by) && touch(base, one, other);
}

/** Whether two sorted lists of names are the same. */
export function sameNames(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((name, at) => name === other[at]);
}

function byPlace(a: Edit, b: Edit): number {
  return a.start - b.start || a.end - b.end || compare(a.text ?? '', b.text ?? '');
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

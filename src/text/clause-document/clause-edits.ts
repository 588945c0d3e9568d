import * as Y from 'yjs';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { writeLines } from './clause-lines.js';
import {
  ATTRIBUTES,
  attributesOf,
  type ClauseAttributes,
  type ClauseTexts,
  elementOf,
  elementsOf,
  fragmentOf,
  linesOf,
  newElement,
  newParagraph,
  united,
} from './clause-nodes.js';

/** Changes to a whole document, in all languages at once. Each runs in one transaction of the document. */

/** Puts a clause behind the one with the id `after`, or before all. */
export function insertClause(
  doc: Y.Doc,
  attributes: ClauseAttributes,
  texts: ClauseTexts,
  after: string | null,
): void {
  doc.transact(() => {
    for (const lang of LANGS) {
      const at = after === null ? 0 : placeOf(doc, lang, after) + 1;
      fragmentOf(doc, lang).insert(at, [newElement(attributes, texts[lang] ?? '')]);
    }
  });
}

export function removeClause(doc: Y.Doc, id: string): void {
  doc.transact(() => {
    for (const lang of LANGS) removeFrom(doc, lang, id);
  });
}

export function setAttributes(doc: Y.Doc, id: string, change: Partial<Omit<ClauseAttributes, 'id'>>): void {
  doc.transact(() => {
    for (const lang of LANGS) {
      const element = elementOf(doc, lang, id);
      if (element) assign(element, change);
    }
  });
}

/** Words in place of others; what is the same stays what it was, with the carets in it. */
export function writeText(doc: Y.Doc, lang: Lang, id: string, text: string): void {
  const element = elementOf(doc, lang, id);
  if (element) doc.transact(() => writeLines(element, text ? text.split('\n') : []));
}

/** Joins a clause to another: its words behind the other's in each language, and their sources united. */
export function joinClauses(doc: Y.Doc, into: string, id: string): void {
  doc.transact(() => {
    for (const lang of LANGS) joinIn(doc, lang, into, id);
  });
}

/** Brings the clauses of one language, or of all, into an order; those that are not named follow whom they followed. */
export function orderClauses(doc: Y.Doc, ids: readonly string[], langs: readonly Lang[] = LANGS): void {
  doc.transact(() => {
    for (const lang of langs) orderIn(doc, lang, ids);
  });
}

export function assign(element: Y.XmlElement, change: Partial<ClauseAttributes>): void {
  for (const name of ATTRIBUTES) {
    const value = change[name];
    if (value !== undefined && element.getAttribute(name) !== value) element.setAttribute(name, value);
  }
}

export function joinIn(doc: Y.Doc, lang: Lang, into: string, id: string): void {
  const [first, second] = [elementOf(doc, lang, into), elementOf(doc, lang, id)];
  if (!first || !second || first === second) return;
  const sources = united(attributesOf(first).sources, attributesOf(second).sources);
  const lines = linesOf(second);
  if (lines.some(Boolean)) first.insert(first.length, lines.map(newParagraph));
  assign(first, { sources });
  removeFrom(doc, lang, id);
}

export function removeFrom(doc: Y.Doc, lang: Lang, id: string): void {
  const at = placeOf(doc, lang, id);
  if (at >= 0) fragmentOf(doc, lang).delete(at, 1);
}

function placeOf(doc: Y.Doc, lang: Lang, id: string): number {
  return fragmentOf(doc, lang)
    .toArray()
    .findIndex((each) => each instanceof Y.XmlElement && each.getAttribute('id') === id);
}

/** A moved node is a new one with the same words, so as few as can be are moved: those outside the longest run in order. */
function orderIn(doc: Y.Doc, lang: Lang, ids: readonly string[]): void {
  const now = elementsOf(doc, lang).map((each) => attributesOf(each).id);
  const wanted = withFollowers(now, ids);
  const rank = new Map(wanted.map((id, at) => [id, at]));
  const stay = longestRun(now.map((id) => rank.get(id) ?? 0));
  const kept = new Set(stay.map((at) => now[at]));
  for (const [at, id] of wanted.entries()) {
    if (kept.has(id)) continue;
    const element = elementOf(doc, lang, id);
    if (!element) continue;
    const copy = newElement(attributesOf(element), linesOf(element).join('\n'));
    removeFrom(doc, lang, id);
    const before = wanted[at - 1];
    fragmentOf(doc, lang).insert(before === undefined ? 0 : placeOf(doc, lang, before) + 1, [copy]);
  }
}

function withFollowers(now: readonly string[], ids: readonly string[]): string[] {
  const named = new Set(ids.filter((id) => now.includes(id)));
  const followers = new Map<string | null, string[]>();
  let leader: string | null = null;
  for (const id of new Set(now))
    if (named.has(id)) leader = id;
    else followers.set(leader, [...(followers.get(leader) ?? []), id]);
  return [...(followers.get(null) ?? []), ...[...named].flatMap((id) => [id, ...(followers.get(id) ?? [])])];
}

/** The places of a longest ascending run. */
function longestRun(values: readonly number[]): number[] {
  const tails: number[] = [];
  const before: number[] = [];
  for (const [at, value] of values.entries()) {
    const found = tails.findIndex((tail) => (values[tail] as number) >= value);
    const length = found < 0 ? tails.length : found;
    before[at] = length > 0 ? (tails[length - 1] as number) : -1;
    tails[length] = at;
  }
  const run: number[] = [];
  for (let at = tails.at(-1) ?? -1; at >= 0; at = before[at] as number) run.unshift(at);
  return run;
}

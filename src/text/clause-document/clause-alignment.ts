import type * as Y from 'yjs';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { assign, joinIn, orderClauses, removeFrom } from './clause-edits.js';
import { attributesOf, elementsOf, fragmentOf, linesOf, newElement, nodesOf } from './clause-nodes.js';

/** What one language did that cannot be seen from how it now stands. */
export interface Gone {
  /** Ids that are no longer there, with the clause that took over their words, or null where they were deleted. */
  readonly removed: ReadonlyMap<string, string | null>;
}

/**
 * Lets the other languages follow `lead`: the same clauses in the same order with the same attributes. A clause that
 * another language alone has, and that did not go, is taken over empty; words are never made.
 */
export function alignLanguages(doc: Y.Doc, lead: Lang, { removed }: Gone = { removed: new Map() }): void {
  doc.transact(() => {
    const others = LANGS.filter((lang) => lang !== lead);
    for (const lang of others) for (const [id, into] of removed) follow(doc, lang, id, into);
    for (const lang of others) adopt(doc, lead, lang);
    const ids = nodesOf(doc, lead).map(({ id }) => id);
    for (const lang of others) {
      adopt(doc, lang, lead);
      const order = nodesOf(doc, lang).map(({ id }) => id);
      if (order.join() !== ids.join()) orderClauses(doc, ids, [lang]);
    }
    const led = new Map(nodesOf(doc, lead).map((node) => [node.id, node]));
    for (const lang of others)
      for (const element of elementsOf(doc, lang)) {
        const node = led.get(attributesOf(element).id);
        if (node) assign(element, node);
      }
  });
}

function follow(doc: Y.Doc, lang: Lang, id: string, into: string | null): void {
  if (into === null) removeFrom(doc, lang, id);
  else joinIn(doc, lang, into, id);
}

/** Takes over into `lang` what only `from` has, empty, behind the one that it follows there. */
function adopt(doc: Y.Doc, lang: Lang, from: Lang): void {
  const known = new Set(nodesOf(doc, lang).map(({ id }) => id));
  const there = elementsOf(doc, from).map(attributesOf);
  if (there.every(({ id }) => known.has(id))) return;
  let before: string | null = null;
  for (const attributes of there) {
    if (!known.has(attributes.id)) {
      const at = elementsOf(doc, lang).findIndex((each) => attributesOf(each).id === before) + 1;
      fragmentOf(doc, lang).insert(at, [newElement(attributes, '')]);
    }
    before = attributes.id;
  }
}

/**
 * Sees to it that no id is twice in a language. Of two the first keeps it: the other goes if it says the same, as when
 * two people moved it at once; else it gets an id of its own.
 */
export function partTwins(doc: Y.Doc, newId: () => string): void {
  doc.transact(() => {
    for (const lang of LANGS) {
      const first = new Map<string, Y.XmlElement>();
      for (const element of elementsOf(doc, lang)) {
        const { id } = attributesOf(element);
        const known = first.get(id);
        if (!known || !id) first.set(id || newIdOn(element, newId), element);
        else if (linesOf(known).join('\n') === linesOf(element).join('\n')) deleteElement(doc, lang, element);
        else first.set(newIdOn(element, newId), element);
      }
    }
  });
}

function newIdOn(element: Y.XmlElement, newId: () => string): string {
  const id = newId();
  element.setAttribute('id', id);
  return id;
}

function deleteElement(doc: Y.Doc, lang: Lang, element: Y.XmlElement): void {
  const at = fragmentOf(doc, lang).toArray().indexOf(element);
  if (at >= 0) fragmentOf(doc, lang).delete(at, 1);
}

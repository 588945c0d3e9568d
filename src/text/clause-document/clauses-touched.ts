import * as Y from 'yjs';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { CLAUSE, elementOf, linesOf } from './clause-nodes.js';

/** A clause in one language. */
export interface ClausePlace {
  readonly lang: Lang;
  readonly clauseId: string;
}

/** The clauses in which a transaction wrote, or that it put in, each as it then stands; pure. Those that it took out are not among them. */
export function clausesTouched({ doc, changed, beforeState }: Y.Transaction): ClausePlace[] {
  const found = new Map<Y.XmlElement, Lang>();
  for (const type of changed.keys()) {
    const lang = langOf(doc, type);
    if (!lang) continue;
    if (type instanceof Y.XmlElement || type instanceof Y.XmlText) {
      const clause = clauseAround(type);
      if (clause) found.set(clause, lang);
    } else
      for (const child of doc.getXmlFragment(lang).toArray())
        if (child instanceof Y.XmlElement && isNew(child, beforeState)) found.set(child, lang);
  }
  return [...found].flatMap(([clause, lang]) => {
    const clauseId: unknown = clause.getAttribute('id');
    return typeof clauseId === 'string' && !clause._item?.deleted ? [{ lang, clauseId }] : [];
  });
}

/** The words of a clause in one language, its lines parted by line feeds; null where it is not there. */
export function wordsOf(doc: Y.Doc, { lang, clauseId }: ClausePlace): string | null {
  const element = elementOf(doc, lang, clauseId);
  return element ? linesOf(element).join('\n') : null;
}

// biome-ignore lint/suspicious/noExplicitAny: the library has no type for any of its types
type AnyType = Y.AbstractType<any>;

function clauseAround(type: AnyType): Y.XmlElement | null {
  for (let up: AnyType | null = type; up !== null; up = up.parent)
    if (up instanceof Y.XmlElement && up.nodeName === CLAUSE) return up;
  return null;
}

/** The language in which a part of the document stands; none for the parts that are no text. */
export function langOf(doc: Y.Doc, type: AnyType): Lang | undefined {
  let top = type;
  while (top.parent) top = top.parent;
  return LANGS.find((lang) => doc.share.get(lang) === top);
}

function isNew({ _item }: Y.XmlElement, before: ReadonlyMap<number, number>): boolean {
  return _item !== null && _item.id.clock >= (before.get(_item.id.client) ?? 0);
}

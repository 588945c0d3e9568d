import * as Y from 'yjs';
import type { Lang } from '../../kernel/localized.js';
import { CLAUSE, nodesOf } from './clause-nodes.js';
import { type ClausePlace, langOf } from './clauses-touched.js';

export type Swallowed = ClausePlace & { readonly text: string };

/**
 * Words of one device that went with a clause or a line which somebody took out, moved or joined without having seen
 * them: each clause as it stood before, unless its words stand in some clause of the language still. Pure; to be asked
 * in `afterTransaction`, while what was deleted is still known. `update` is what was applied: what it deletes by itself
 * its author had seen.
 */
export function wordsSwallowed(transaction: Y.Transaction, update: Uint8Array, device: number): Swallowed[] {
  const { doc, deleteSet } = transaction;
  if (!deleteSet.clients.has(device)) return [];
  const seen = Y.decodeUpdate(update).ds;
  const clauses = new Map<Y.XmlElement, Lang>();
  Y.iterateDeletedStructs(transaction, deleteSet, (struct) => {
    if (struct.id.client !== device || !(struct instanceof Y.Item)) return;
    if (!(struct.content instanceof Y.ContentString) || Y.isDeleted(seen, struct.id)) return;
    const clause = clauseAround(struct);
    const lang = clause && langOf(doc, clause);
    if (lang) clauses.set(clause, lang);
  });
  return [...clauses].flatMap(([clause, lang]) => {
    const clauseId: unknown = clause.getAttribute('id') ?? lastId(clause);
    const text = textBefore(clause, deleteSet);
    const isThere = nodesOf(doc, lang).some((node) => node.text.includes(text));
    return typeof clauseId === 'string' && text && !isThere ? [{ lang, clauseId, text }] : [];
  });
}

function clauseAround({ parent }: Y.Item): Y.XmlElement | null {
  for (let up: unknown = parent; up instanceof Y.AbstractType; up = up.parent)
    if (up instanceof Y.XmlElement && up.nodeName === CLAUSE) return up;
  return null;
}

/** The attributes of an element that is no longer there are deleted with it, and still known for a moment. */
function lastId(clause: Y.XmlElement): unknown {
  return clause._map.get('id')?.content.getContent()[0];
}

function textBefore(clause: Y.XmlElement, gone: Parameters<typeof Y.isDeleted>[0]): string {
  const stood = (item: Y.Item): boolean => !item.deleted || Y.isDeleted(gone, item.id);
  const wordsIn = (type: Y.AbstractType<unknown>): string =>
    itemsOf(type)
      .filter(stood)
      .map(({ content }) =>
        content instanceof Y.ContentString
          ? content.str
          : content instanceof Y.ContentType
            ? wordsIn(content.type as Y.AbstractType<unknown>)
            : '',
      )
      .join('');
  return itemsOf(clause as unknown as Y.AbstractType<unknown>)
    .filter(stood)
    .map(({ content }) =>
      content instanceof Y.ContentType ? wordsIn(content.type as Y.AbstractType<unknown>) : '',
    )
    .join('\n');
}

function itemsOf({ _start }: Y.AbstractType<unknown>): Y.Item[] {
  const items: Y.Item[] = [];
  for (let item = _start; item !== null; item = item.right) items.push(item);
  return items;
}

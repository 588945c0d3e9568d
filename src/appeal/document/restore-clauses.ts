import type * as Y from 'yjs';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import type { Lang } from '../../kernel/localized.js';
import { LANGS } from '../../kernel/localized.js';
import {
  insertClause,
  orderClauses,
  removeClause,
  setAttributes,
  writeText,
} from '../../text/clause-document/clause-edits.js';
import {
  type ClauseAttributes,
  elementOf,
  FACTS,
  nodesOf,
  SOURCES,
} from '../../text/clause-document/clause-nodes.js';
import type { ClauseFacts, KeptSource, ProjectedClause } from './projection.js';

/**
 * Brings a document to what a version says, or the rows, clause by clause: what is the same stays what it was, words and carets
 * included, and only what differs is written. `lead` is the language of the appeal.
 */
export function restoreClauses(doc: Y.Doc, lead: Lang, clauses: readonly ProjectedClause[]): void {
  doc.transact(() => {
    const wanted = new Set(clauses.map(({ id }) => id));
    for (const { id } of nodesOf(doc, lead)) if (!wanted.has(id)) removeClause(doc, id);
    let before: string | null = null;
    for (const clause of clauses) {
      restoreOne(doc, lead, clause, before);
      before = clause.id;
    }
    orderClauses(
      doc,
      clauses.map(({ id }) => id),
    );
  });
}

function restoreOne(doc: Y.Doc, lead: Lang, clause: ProjectedClause, before: string | null): void {
  const { id, texts, score } = clause;
  const attributes = attributesFrom(clause);
  const kept = doc.getMap<KeptSource>(SOURCES);
  for (const { key, ...source } of clause.sources)
    if (kept.get(key)?.use !== source.use) kept.set(key, source);
  const facts = doc.getMap<ClauseFacts>(FACTS);
  const known = { score, texts: inOtherLanguages(texts) };
  if (canonicalJson((facts.get(id) ?? null) as unknown as Json) !== canonicalJson(known as unknown as Json))
    facts.set(id, known);
  if (!elementOf(doc, lead, id)) {
    insertClause(doc, attributes, texts, before);
    return;
  }
  setAttributes(doc, id, attributes);
  for (const lang of LANGS) writeText(doc, lang, id, texts[lang] ?? '');
}

function attributesFrom({ id, kind, topicId, lang, editorial, sources }: ProjectedClause): ClauseAttributes {
  return {
    id,
    kind,
    topic: topicId ?? '',
    lang,
    editorial: editorial ?? '',
    sources: sources.map(({ key }) => key).join(' '),
  };
}

const inOtherLanguages = (texts: ProjectedClause['texts']): ProjectedClause['texts'] =>
  Object.fromEntries(Object.entries(texts).filter(([lang]) => !LANGS.includes(lang as Lang)));

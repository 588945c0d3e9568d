import type * as Y from 'yjs';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { cleanText } from '../../platform/http/clean-text.js';
import { alignLanguages, partTwins } from '../../text/clause-document/clause-alignment.js';
import { orderClauses } from '../../text/clause-document/clause-edits.js';
import { FACTS, keysOf, nodesOf, SOURCES } from '../../text/clause-document/clause-nodes.js';
import type { ClauseKind, ContributionKind, SourceUse } from '../appeal.contract.js';
import { arrange } from '../clause-order.js';
import type { Score, Texts } from '../compile/draft.js';

/** What a source quotes, as the document keeps it. Only the house writes it. */
export interface KeptSource {
  /** The clause that it was added to: there its key is its id. */
  readonly clauseId: string;
  readonly contributionKind: ContributionKind;
  readonly contributionId: string;
  readonly lang: string;
  readonly quote: string;
  /** As whoever added it said. */
  readonly use: SourceUse;
}

/** What is known of a clause besides its text: its rank, and its words in languages that are not written in here. */
export interface ClauseFacts {
  readonly score: Score | null;
  readonly texts: Texts;
}

/** A clause as the document has it. */
export interface ProjectedClause {
  readonly id: string;
  readonly kind: ClauseKind;
  readonly topicId: string | null;
  readonly lang: string;
  readonly editorial: string | null;
  readonly texts: Texts;
  readonly score: Score | null;
  readonly sources: readonly (KeptSource & { readonly key: string })[];
}

/**
 * Sets right what could come apart when several write at once: an id that is there twice, a clause that one language
 * lacks, an order that the languages do not share or that a declaration does not have. `lead` is the language of the
 * appeal; `newId` names a clause whose id another has. Answers nothing; what is right already is not touched.
 */
export function setRight(doc: Y.Doc, lead: Lang, topicIds: readonly string[], newId: () => string): void {
  doc.transact(() => {
    partTwins(doc, newId);
    alignLanguages(doc, lead);
    const now = nodesOf(doc, lead);
    const placed = now.map(({ id, kind, topic }, position) => ({
      id,
      kind,
      topicId: topic || null,
      position,
    }));
    const ids = arrange(placed, topicIds).map(({ id }) => id);
    if (ids.join() !== now.map(({ id }) => id).join()) orderClauses(doc, ids);
  });
}

/**
 * The clauses of a document that was set right, in their order. One without a word in any language is none yet. What
 * the house does not know (a topic of elsewhere, a source that nobody added) is left out.
 */
export function project(doc: Y.Doc, lead: Lang, topicIds: readonly string[]): ProjectedClause[] {
  const kept = doc.getMap<KeptSource>(SOURCES);
  const facts = doc.getMap<ClauseFacts>(FACTS);
  const texts = new Map<string, Texts>();
  for (const lang of LANGS)
    for (const { id, text } of nodesOf(doc, lang)) {
      const clean = cleanText(text);
      if (clean) texts.set(id, { ...texts.get(id), [lang]: clean });
    }
  return nodesOf(doc, lead).flatMap((node) => {
    const known = facts.get(node.id);
    const found = { ...known?.texts, ...texts.get(node.id) };
    if (Object.keys(found).length === 0) return [];
    return {
      id: node.id,
      kind: node.kind,
      topicId: topicIds.includes(node.topic) ? node.topic : null,
      lang: node.lang,
      editorial: cleanText(node.editorial) || null,
      texts: found,
      score: known?.score ?? null,
      sources: keysOf(node).flatMap((key) => {
        const source = kept.get(key);
        return source ? { ...source, key } : [];
      }),
    };
  });
}

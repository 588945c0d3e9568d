import * as Y from 'yjs';
import { LANGS, type Lang } from '../../kernel/localized.js';
import {
  type ClauseAttributes,
  FACTS,
  fragmentOf,
  newElement,
  openParts,
  SOURCES,
} from '../../text/clause-document/clause-nodes.js';
import { groupBy } from '../../text/lists.js';
import type { Clause } from '../clause.entity.js';
import type { Source } from '../source.entity.js';
import type { ClauseFacts, KeptSource } from './projection.js';

/** The document of clauses that nobody has written in together yet; the same clauses in the order given. Pure. */
export function seedOf(clauses: readonly Clause[], sources: readonly Source[]): Y.Doc {
  const doc = openParts(new Y.Doc());
  const sourcesOf = groupBy(
    [...sources].sort((a, b) => a.position - b.position),
    ({ clauseId }) => clauseId,
  );
  doc.transact(() => {
    for (const lang of LANGS)
      fragmentOf(doc, lang).insert(
        0,
        clauses.map((clause) =>
          newElement(attributesFor(clause, sourcesOf.get(clause.id) ?? []), clause.texts[lang] ?? ''),
        ),
      );
    for (const clause of clauses) doc.getMap<ClauseFacts>(FACTS).set(clause.id, factsOf(clause));
    for (const source of sources) doc.getMap<KeptSource>(SOURCES).set(source.id, keptOf(source));
  });
  return doc;
}

export function attributesFor(
  clause: Pick<Clause, 'id' | 'kind' | 'topicId' | 'lang' | 'editorial'>,
  sources: readonly { readonly id: string }[],
): ClauseAttributes {
  return {
    id: clause.id,
    kind: clause.kind,
    topic: clause.topicId ?? '',
    lang: clause.lang,
    editorial: clause.editorial ?? '',
    sources: sources.map(({ id }) => id).join(' '),
  };
}

function factsOf({ score, texts }: Clause): ClauseFacts {
  const others = Object.entries(texts).filter(([lang]) => !LANGS.includes(lang as Lang));
  return { score, texts: Object.fromEntries(others) };
}

export function keptOf(source: Omit<Source, 'id' | 'position'>): KeptSource {
  const { clauseId, contributionKind, contributionId, lang, quote, use } = source;
  return { clauseId, contributionKind, contributionId, lang, quote, use };
}

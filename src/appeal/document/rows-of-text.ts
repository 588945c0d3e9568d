import { type EntityManager, In } from 'typeorm';
import type * as Y from 'yjs';
import { LANGS } from '../../kernel/localized.js';
import { keysOf, nodesOf, SOURCES } from '../../text/clause-document/clause-nodes.js';
import { groupBy } from '../../text/lists.js';
import { Clause } from '../clause.entity.js';
import { Source } from '../source.entity.js';
import { sourceIdOf } from './clause-rows.js';
import type { KeptSource, ProjectedClause } from './projection.js';
import { keptOf } from './seed.js';

/** The rows of an appeal's clauses, as a document would have them; a source that it knows already keeps its key. */
export async function readProjected(
  em: EntityManager,
  appealId: string,
  doc: Y.Doc,
): Promise<ProjectedClause[]> {
  const clauses = await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
  const sources = groupBy(
    await em.find(Source, {
      where: { clauseId: In(clauses.map(({ id }) => id)) },
      order: { position: 'ASC' },
    }),
    ({ clauseId }) => clauseId,
  );
  const kept = doc.getMap<KeptSource>(SOURCES);
  const keys = new Map(LANGS.flatMap((lang) => nodesOf(doc, lang)).map((node) => [node.id, keysOf(node)]));
  const knownAs = (row: Source): KeptSource & { key: string } => {
    for (const key of keys.get(row.clauseId) ?? []) {
      const known = kept.get(key);
      if (known && sourceIdOf(row.clauseId, { key, clauseId: known.clauseId }) === row.id)
        // The row says what the words are to the clause now; what was claimed of them may hold again later.
        return { ...known, key, use: row.use === 'inspired' ? known.use : row.use };
    }
    return { ...keptOf(row), key: row.id };
  };
  return clauses.map(({ id, kind, topicId, lang, editorial, texts, score }) => ({
    ...{ id, kind, topicId, lang, editorial, texts, score },
    sources: (sources.get(id) ?? []).map(knownAs),
  }));
}

import { createHash } from 'node:crypto';
import { type EntityManager, In } from 'typeorm';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { cleanText } from '../../platform/http/clean-text.js';
import { groupBy } from '../../text/lists.js';
import { Clause } from '../clause.entity.js';
import { numberClauses } from '../clause-places.js';
import type { Texts } from '../compile/draft.js';
import { useOf } from '../quotes.js';
import { Source } from '../source.entity.js';
import type { ProjectedClause } from './projection.js';

/**
 * Brings the rows of clauses and sources to what the document says; writes what differs and raises the versions of
 * those clauses, and of the `touched`. Answers whether anything did. The appeal's row is held alone.
 */
export async function writeClauses(
  em: EntityManager,
  appealId: string,
  projected: readonly ProjectedClause[],
  touched: ReadonlySet<string>,
): Promise<boolean> {
  const rows = await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
  const sources = groupBy(
    await em.find(Source, {
      where: { clauseId: In(rows.map(({ id }) => id)) },
      order: { position: 'ASC' },
    }),
    ({ clauseId }) => clauseId,
  );
  const wanted = projected.map((clause, position) => ({
    clause: clauseRow(appealId, clause, position),
    sources: clause.sources.map((source, at) => sourceRow(clause, source, at)),
  }));
  const keeps = new Set(projected.map(({ id }) => id));
  const gone = rows.filter(({ id }) => !keeps.has(id)).map(({ id }) => id);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const resourced = wanted.filter(
    ({ clause, sources: own }) => !sameSources(sources.get(clause.id) ?? [], own),
  );
  const changed = wanted.filter(({ clause, ...own }) => {
    const row = byId.get(clause.id);
    const differs = !row || fingerprint(row) !== fingerprint(clause);
    return differs || touched.has(clause.id) || resourced.some((each) => each.sources === own.sources);
  });
  const moved = rows.map(({ id }) => id).join() !== wanted.map(({ clause }) => clause.id).join();
  if (gone.length > 0) await em.delete(Clause, { id: In(gone) });
  const added = changed.filter(({ clause }) => !byId.has(clause.id));
  if (added.length > 0)
    await em.insert(
      Clause,
      added.map(({ clause }) => clause),
    );
  await rewrite(
    em,
    changed.flatMap(({ clause }) => (byId.has(clause.id) ? [clause] : [])),
  );
  await replaceSources(em, resourced);
  if (moved)
    await numberClauses(
      em,
      wanted.map(({ clause }) => clause.id),
    );
  return gone.length > 0 || changed.length > 0 || moved;
}

/** One statement for all: while it runs nobody else edits. */
async function rewrite(em: EntityManager, clauses: readonly Clause[]): Promise<void> {
  if (clauses.length === 0) return;
  const rows = clauses.map(({ id, kind, topicId, lang, texts, editorial, score }) => ({
    ...{ id, kind, lang, texts, editorial, score },
    topic_id: topicId,
  }));
  await em.query(
    `UPDATE clause c SET kind = r.kind, topic_id = r.topic_id, lang = r.lang, texts = r.texts,
            editorial = r.editorial, score = nullif(r.score, 'null'), version = c.version + 1
       FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, kind text, topic_id uuid, lang text, texts jsonb,
            editorial text, score jsonb)
      WHERE c.id = r.id`,
    [JSON.stringify(rows)],
  );
}

async function replaceSources(
  em: EntityManager,
  wanted: readonly { readonly clause: Clause; readonly sources: readonly Source[] }[],
): Promise<void> {
  if (wanted.length === 0) return;
  await em.delete(Source, { clauseId: In(wanted.map(({ clause }) => clause.id)) });
  const sources = wanted.flatMap(({ sources: own }) => own);
  if (sources.length > 0) await em.insert(Source, sources);
}

function clauseRow(appealId: string, clause: ProjectedClause, position: number): Clause {
  const { id, kind, topicId, lang, texts, editorial, score } = clause;
  return { id, appealId, kind, topicId, position, lang, texts, editorial, score, version: 1 };
}

function sourceRow(
  { id: clauseId, texts }: ProjectedClause,
  source: ProjectedClause['sources'][number],
  position: number,
): Source {
  const { contributionKind, contributionId, lang, quote } = source;
  return {
    id: sourceIdOf(clauseId, source),
    clauseId,
    position,
    contributionKind,
    contributionId,
    lang,
    quote,
    use: useOf(source, texts),
  };
}

/** A source that is cited by a second clause, as after a split, has another id there; always the same one. */
export function sourceIdOf(
  clauseId: string,
  source: { readonly key: string; readonly clauseId: string },
): string {
  if (source.clauseId === clauseId) return source.key;
  const hex = createHash('sha256').update(`${clauseId} ${source.key}`).digest('hex');
  // RFC 9562, version 8: an id whose bits are the application's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** A text that was stored before it was cleaned is no change. */
function fingerprint({ kind, topicId, lang, texts, editorial, score }: Clause): string {
  const clean = (value: Texts) =>
    Object.fromEntries(Object.entries(value).map(([id, text]) => [id, cleanText(text)]));
  return canonicalJson({ kind, topicId, lang, texts: clean(texts), editorial, score } as unknown as Json);
}

const sameSources = (before: readonly Source[], after: readonly Source[]): boolean =>
  before.length === after.length &&
  before.every(({ id, use }, at) => id === after[at]?.id && use === after[at]?.use);

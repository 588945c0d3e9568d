import { type EntityManager, In } from 'typeorm';
import { Topic } from '../forum/topic.entity.js';
import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import { newId } from '../kernel/ids.js';
import { groupBy } from '../text/lists.js';
import type { Appeal } from './appeal.entity.js';
import { Clause } from './clause.entity.js';
import { arrange } from './clause-order.js';
import { numberClauses } from './clause-places.js';
import type { DraftClause, DraftSource } from './compile/draft.js';
import { inBatches } from './in-batches.js';
import { useOf } from './quotes.js';
import { sourceKey } from './recompile/join-clause.js';
import type { NamedClause } from './recompile/recompile.js';
import { Source } from './source.entity.js';

/** A clause with its sources as they are stored. */
export interface DraftRow extends NamedClause {
  readonly version: number;
  readonly sources: readonly Source[];
}

/** Today's draft, in order. Two queries. */
export async function readDraft(em: EntityManager, appealId: string): Promise<DraftRow[]> {
  const rows = await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
  const sources = await em.find(Source, {
    where: { clauseId: In(rows.map(({ id }) => id)) },
    order: { clauseId: 'ASC', position: 'ASC' },
  });
  const sourcesOf = groupBy(sources, ({ clauseId }) => clauseId);
  return rows.map((row) => {
    const own = sourcesOf.get(row.id) ?? [];
    return { id: row.id, version: row.version, sources: own, clause: draftClauseOf(row, own) };
  });
}

/**
 * Writes a draft over today's: what it lacks is deleted, what is new inserted, what differs changed under its next
 * version; the others are left as they are. The preamble comes first, then the topics in their order.
 */
export async function writeDraft(
  em: EntityManager,
  { id: appealId, forumId }: Pick<Appeal, 'id' | 'forumId'>,
  today: readonly DraftRow[],
  wanted: readonly NamedClause[],
): Promise<void> {
  const before = new Map(today.map((row) => [row.id, row]));
  const stays = new Set(wanted.map(({ id }) => id));
  const gone = today.filter(({ id }) => !stays.has(id)).map(({ id }) => id);
  if (gone.length) await em.delete(Clause, { id: In(gone) });
  const topics = await em.find(Topic, { where: { forumId }, order: { position: 'ASC' } });
  const placed = arrange(
    wanted.map(({ id, clause: { kind, topicId } }, position) => ({ id, kind, topicId, position })),
    topics.map(({ id }) => id),
  );
  const positionOf = new Map(placed.map(({ id, position }) => [id, position]));
  const changed = wanted.filter(({ id, clause }) => !sameClause(before.get(id)?.clause, clause));
  const rows = changed.map(
    ({ id, clause: { kind, topicId, lang, texts, editorial, score } }): Clause => ({
      ...{ id, appealId, kind, topicId, lang, texts, editorial, score },
      position: positionOf.get(id) as number,
      version: (before.get(id)?.version ?? 0) + 1,
    }),
  );
  await inBatches(rows, (batch) => em.upsert(Clause, batch, ['id']));
  await writeSources(em, changed, before);
  await numberClauses(
    em,
    placed.map(({ id }) => id),
  );
}

/** A source that stays keeps its id. */
async function writeSources(
  em: EntityManager,
  changed: readonly NamedClause[],
  before: ReadonlyMap<string, DraftRow>,
): Promise<void> {
  await em.delete(Source, { clauseId: In(changed.map(({ id }) => id)) });
  const rows = changed.flatMap(({ id: clauseId, clause: { sources, texts } }) => {
    const known = new Map(
      before.get(clauseId)?.sources.map((row) => [sourceKey(draftSourceOf(row)), row.id]),
    );
    return sources.map((source, position): Source => {
      const { contribution, lang, quote } = source;
      const key = sourceKey(source);
      const id = known.get(key) ?? newId();
      known.delete(key);
      return {
        id,
        ...{ clauseId, position, lang, quote },
        contributionKind: contribution.kind,
        contributionId: contribution.id,
        use: useOf(source, texts),
      };
    });
  });
  await inBatches(rows, (batch) => em.insert(Source, batch));
}

/** A clause as a compile would have it. */
export function draftClauseOf(
  { kind, topicId, lang, texts, editorial, score }: Clause,
  sources: readonly Source[],
): DraftClause {
  return { kind, topicId, lang, texts, editorial, score, sources: sources.map(draftSourceOf) };
}

function draftSourceOf({
  contributionKind: kind,
  contributionId: id,
  lang,
  quote,
  use,
}: Source): DraftSource {
  return { contribution: { kind, id }, lang, quote, use };
}

function sameClause(a: DraftClause | undefined, b: DraftClause): boolean {
  return a !== undefined && canonicalJson(a as unknown as Json) === canonicalJson(b as unknown as Json);
}

import type { EntityManager } from 'typeorm';
import { newId } from '../kernel/ids.js';
import type { Appeal } from './appeal.entity.js';
import type { Draft } from './compile/draft.js';
import { CompiledClause } from './compiled-clause.entity.js';
import { CONTRIBUTIONS } from './contributions.js';
import { readDraft, writeDraft } from './draft-rows.js';
import type { FateRow } from './fate.entity.js';
import { inBatches } from './in-batches.js';
import { type CompiledState, type Recompiled, recompile } from './recompile/recompile.js';
import { settleFates } from './recompile/settle-fates.js';
import { Suggestion } from './suggestion.entity.js';

/** Brings what a compile made into today's draft, in the transaction that ends the compile. */
export async function keepCompile(em: EntityManager, appeal: Appeal, draft: Draft, now: Date): Promise<void> {
  const today = await readDraft(em, appeal.id);
  const made = recompile(await readCompiled(em, appeal.id), today, draft.clauses, newId);
  await writeDraft(em, appeal, today, made.clauses);
  await writeCompiled(em, appeal.id, made, now);
  await writeFates(em, appeal, draft, made);
}

/** The last compile, in order, each clause with what is still suggested on it. */
export async function readCompiled(em: EntityManager, appealId: string): Promise<CompiledState[]> {
  const rows: {
    clauseId: string;
    content: CompiledClause['content'];
    gone: boolean;
    offered: Suggestion['theirs'];
  }[] = await em.query(
    `SELECT c.clause_id AS "clauseId", c.content, c.gone, s.theirs AS offered
         FROM compiled_clause c
         LEFT JOIN suggestion s
           ON s.appeal_id = c.appeal_id AND s.clause_id = c.clause_id AND s.decision IS NULL
        WHERE c.appeal_id = $1 ORDER BY c.position`,
    [appealId],
  );
  return rows.map(({ clauseId: id, content: clause, gone, offered }) => ({ id, clause, gone, offered }));
}

async function writeCompiled(
  em: EntityManager,
  appealId: string,
  { compiled, suggestions }: Recompiled,
  now: Date,
): Promise<void> {
  await em.delete(CompiledClause, { appealId });
  await inBatches(
    compiled.map(({ id: clauseId, clause: content, gone }, position) => ({
      ...{ appealId, clauseId, position, content, gone },
    })),
    (batch) => em.insert(CompiledClause, batch),
  );
  await em.query('DELETE FROM suggestion WHERE appeal_id = $1 AND decision IS NULL', [appealId]);
  await inBatches(
    suggestions.map(({ id: clauseId, theirs }) => ({
      ...{ id: newId(), appealId, clauseId, theirs, createdAt: now },
    })),
    (batch) => em.insert(Suggestion, batch),
  );
}

/** Fates that people confirmed stay; those of contributions that are no longer there go. */
async function writeFates(
  em: EntityManager,
  { id: appealId, forumId }: Appeal,
  { fates }: Draft,
  { clauses }: Recompiled,
): Promise<void> {
  const cited = clauses.flatMap(({ clause }) => clause.sources.map(({ contribution }) => contribution));
  const before: FateRow[] = await em.query(
    `SELECT contribution_kind AS "contributionKind", contribution_id AS "contributionId", fate, reason
       FROM fate WHERE appeal_id = $1 AND confirmed_at IS NULL AND contribution_id = ANY($2::uuid[])`,
    [appealId, cited.map(({ id }) => id)],
  );
  const settled = settleFates(
    fates,
    before.map(({ contributionKind: kind, contributionId: id, fate, reason }) => ({
      ...{ contribution: { kind, id }, fate, reason },
    })),
    cited,
  );
  await em.query(
    `DELETE FROM fate f WHERE appeal_id = $1 AND (confirmed_at IS NULL OR NOT EXISTS (
       SELECT FROM (${CONTRIBUTIONS}) c
        WHERE c.forum_id = $2 AND c.kind = f.contribution_kind AND c.id = f.contribution_id))`,
    [appealId, forumId],
  );
  // As JSON, which costs this thread a tenth of as many parameters: there may be a hundred thousand.
  await inBatches(settled, (batch) =>
    em.query(
      `INSERT INTO fate (appeal_id, contribution_kind, contribution_id, fate, reason)
       SELECT $1, i.contribution ->> 'kind', (i.contribution ->> 'id')::uuid, i.fate, i.reason
         FROM jsonb_to_recordset($2) AS i (contribution jsonb, fate text, reason text)
       ON CONFLICT DO NOTHING`,
      [appealId, JSON.stringify(batch)],
    ),
  );
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Forum } from '../forum/forum.entity.js';
import { ForumAccess } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { mayCorrect, maySeeAppeal } from './appeal.abilities.js';
import { APPEAL_ERRORS, type CorrectAppeal } from './appeal.contract.js';
import { Appeal } from './appeal.entity.js';
import { AppealEdits } from './appeal-edits.js';
import { freeSlug } from './appeal-slugs.js';
import { carryComments } from './comments/carry-comments.js';
import { CompiledClause } from './compiled-clause.entity.js';
import { readDraft, writeDraft } from './draft-rows.js';
import { inBatches } from './in-batches.js';

/** What was published is never changed: a correction is an appeal of its own, which takes the other's place once it is published. */
@Injectable()
export class Corrections {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
    private readonly edits: AppealEdits,
  ) {}

  /**
   * Begins the correction of a published appeal, with its clauses, sources and fates to work on; answers its id.
   * `appeal.in-work` where the forum has a draft already, `appeal.state` where it is not the latest that is out.
   */
  async correct(reader: Reader, id: string, { reason, version }: CorrectAppeal): Promise<string> {
    const correction = newId();
    try {
      await this.db.transaction(async (em) => {
        const appeal = await em.findOne(Appeal, { where: { id }, lock: { mode: 'pessimistic_write' } });
        const standing = appeal && (await this.access.standing(reader, appeal.forumId, em));
        if (!appeal || !standing || !maySeeAppeal(standing, appeal))
          throw refuse(KERNEL_ERRORS, 'object.missing');
        permit(mayCorrect(standing), reader);
        if (appeal.state !== 'published') throw refuse(APPEAL_ERRORS, 'appeal.state');
        if (appeal.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
        const begun = await this.begin(em, appeal, correction, reason);
        const { id: actor } = accountOf(reader);
        await this.edits.tell(em, begun, begun.version, 'appeal.correction-started', actor);
      });
    } catch (error) {
      if (brokenUnique(error) !== null) throw refuse(APPEAL_ERRORS, 'appeal.in-work');
      throw error;
    }
    return correction;
  }

  private async begin(em: EntityManager, from: Appeal, id: string, correction: string): Promise<Appeal> {
    const { forumId, lang, title, compiler, inputHash, figures } = from;
    const { adoptedHash, adoptedRoundId, adoptedAt } = from;
    const [forum]: Pick<Forum, 'slug'>[] = await em.query('SELECT slug FROM forum WHERE id = $1', [forumId]);
    const begun: Appeal = {
      ...{ id, forumId, lang, title, compiler, inputHash, figures, correction },
      ...{ adoptedHash, adoptedRoundId, adoptedAt },
      slug: await freeSlug(em, forum as Pick<Forum, 'slug'>),
      state: 'drafting',
      progress: 100,
      error: null,
      version: 1,
      createdAt: this.clock.now(),
      publishedAt: null,
      supersedesId: from.id,
    };
    await em.insert(Appeal, begun);
    await copyDraft(em, from, begun);
    return begun;
  }
}

/** Clauses under ids of their own, with what the last compile had made of each, so that it can be compiled again. */
async function copyDraft(em: EntityManager, from: Appeal, to: Appeal): Promise<void> {
  const clauses = await readDraft(em, from.id);
  const compiled = await em.findBy(CompiledClause, { appealId: from.id });
  const known = [...clauses.map(({ id }) => id), ...compiled.map(({ clauseId }) => clauseId)];
  const idOf = new Map(known.map((id) => [id, newId()]));
  await writeDraft(
    em,
    to,
    [],
    clauses.map(({ id, clause }) => ({ id: idOf.get(id) as string, clause })),
  );
  await inBatches(
    compiled.map((row) => ({ ...row, appealId: to.id, clauseId: idOf.get(row.clauseId) as string })),
    (batch) => em.insert(CompiledClause, batch),
  );
  // Whoever stood for words stands for them here too: the clauses that are changed lose it by themselves.
  await em.query(
    `INSERT INTO clause_approval (clause_id, lang, words_hash, approved_by_id, approved_at)
     SELECT t.now, a.lang, a.words_hash, a.approved_by_id, a.approved_at
       FROM unnest($1::uuid[], $2::uuid[]) AS t (was, now) JOIN clause_approval a ON a.clause_id = t.was`,
    [[...idOf.keys()], [...idOf.values()]],
  );
  await carryComments(em, from.id, to.id, idOf);
  const ids = [from.id, to.id];
  await em.query(
    `INSERT INTO fate (appeal_id, contribution_kind, contribution_id, fate, reason, confirmed_by_id, confirmed_at)
     SELECT $2, contribution_kind, contribution_id, fate, reason, confirmed_by_id, confirmed_at
       FROM fate WHERE appeal_id = $1`,
    ids,
  );
  // They count as long as the words are the same.
  await em.query(
    `INSERT INTO appeal_signature (appeal_id, delegation_id, text_hash, act, reservations, at, confirmed_by, proof,
                                   participant_id, named, signed_at)
     SELECT $2, delegation_id, text_hash, act, reservations, at, confirmed_by, proof, participant_id, named, signed_at
       FROM appeal_signature WHERE appeal_id = $1`,
    ids,
  );
  await em.query(
    `INSERT INTO compiled (appeal_id, bundle, draft, contribution_ids, discussed)
     SELECT $2, bundle, draft, contribution_ids, discussed FROM compiled WHERE appeal_id = $1`,
    ids,
  );
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Localized } from '../../kernel/localized.js';
import { chairOf, FELL } from '../../proposals/amendments/amendment-subject.js';
import { AMENDMENT_ERRORS } from '../../proposals/amendments/amendments.contract.js';
import { type FallenSubject, type PollSubject, PollSubjects } from '../../voting/poll-subjects.js';
import type { Appeal } from '../appeal.entity.js';
import { hashesOfChanges } from './amended-text.js';
import { inText, type KnownText, keepText, presentText } from './amended-texts.js';
import { ClauseAmending, holdAppeal } from './clause-amending.js';
import { ClauseAmendment } from './clause-amendment.entity.js';
import { isAmendable } from './clause-amendments.abilities.js';
import { CLAUSE_AMENDMENT_ERRORS } from './clause-amendments.contract.js';
import { turnsBefore } from './turns.js';

export const CLAUSE_AMENDMENT = 'clause-amendment';

interface Held {
  readonly appeal: Appeal;
  readonly amendment: ClauseAmendment;
}

/** What a poll needs of an amendment to the appeal, and what its outcome does: adopted, it is in the text when the result is told. */
@Injectable()
export class ClauseAmendmentSubject implements PollSubject {
  constructor(
    private readonly amending: ClauseAmending,
    subjects: PollSubjects,
  ) {
    subjects.register(CLAUSE_AMENDMENT, this);
  }

  async prepare(
    em: EntityManager,
    { forumId, id, actorId }: { forumId: string; id: string; actorId: string | null },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }> {
    const { appeal, amendment } = await hold(em, id, forumId);
    if (!isAmendable(appeal)) throw refuse(AMENDMENT_ERRORS, 'amendment.closed');
    const now = await presentText(em, appeal.id);
    const { changes } = await inItsTurn(em, amendment, now, ['submitted']);
    const basedOn = await keepText(em, appeal.id, now);
    await this.amending.take(em, amendment, 'prepare', await chairOf(em, forumId, actorId), {
      changes,
      basedOn,
    });
    return {
      question: questionOf(appeal, amendment),
      textHashes: hashesOfChanges(changes, now.clauses, amendment.lang),
    };
  }

  /** At the opening, in the text as it then stands, and once all that come before it are decided. */
  async textHashes(em: EntityManager, id: string): Promise<Readonly<Record<string, string>>> {
    const { appeal, amendment } = await hold(em, id);
    const now = await presentText(em, appeal.id);
    const { changes } = await inItsTurn(em, amendment, now, ['submitted', 'voted']);
    const basedOn = await keepText(em, appeal.id, now);
    if (basedOn !== amendment.basedOn)
      await em.update(ClauseAmendment, { id }, {
        changes,
        basedOn,
        version: amendment.version + 1,
      } as object);
    return hashesOfChanges(changes, now.clauses, amendment.lang);
  }

  async decided(
    em: EntityManager,
    { id, adopted, actorId }: { id: string; adopted: boolean; actorId: string | null },
  ): Promise<readonly FallenSubject[]> {
    const { appeal, amendment } = await hold(em, id);
    // Settled by another's adoption while its own vote was under way: there is nothing left to decide.
    if (amendment.state !== 'voted') return [];
    const by = await chairOf(em, amendment.forumId, actorId);
    if (!adopted) {
      await this.amending.take(em, amendment, 'rejectByVote', by);
      return [];
    }
    const fell = FELL(amendment.number, true);
    const fallen = await this.amending.bring(em, appeal, amendment, { step: 'adopt', by, fell });
    return fallen.map((each) => ({ kind: CLAUSE_AMENDMENT, id: each, reason: fell }));
  }

  async released(em: EntityManager, { id, actorId }: { id: string; actorId: string | null }): Promise<void> {
    const { amendment } = await hold(em, id);
    if (amendment.state !== 'voted') return;
    await this.amending.take(em, amendment, 'release', await chairOf(em, amendment.forumId, actorId));
  }
}

/** The appeal first, as everything that changes its amendments holds it. */
async function hold(em: EntityManager, id: string, forumId?: string): Promise<Held> {
  const found = await em.findOneBy(ClauseAmendment, { id, ...(forumId && { forumId }) });
  if (!found || found.state === 'draft') throw refuse(KERNEL_ERRORS, 'object.missing');
  const appeal = (await holdAppeal(em, found.appealId)) as Appeal;
  return { appeal, amendment: await em.findOneByOrFail(ClauseAmendment, { id }) };
}

/**
 * The amendment's changes in the text as it is now. Of those that fall with each other what goes further is voted on
 * first: `clause-amendment.turn` while one of these is in one of the states.
 */
async function inItsTurn(
  em: EntityManager,
  { id, appealId }: ClauseAmendment,
  now: KnownText,
  undecided: readonly ClauseAmendment['state'][],
): Promise<Pick<ClauseAmendment, 'changes'>> {
  const all = await inText(em, appealId, now, { states: ['submitted', 'voted'] });
  const one = all.find(({ amendment }) => amendment.id === id);
  if (!one) throw refuse(AMENDMENT_ERRORS, 'amendment.state');
  if (one.conflicts.length > 0) throw refuse(AMENDMENT_ERRORS, 'amendment.conflict');
  if (one.changes.length === 0) throw refuse(AMENDMENT_ERRORS, 'amendment.nothing');
  const before = turnsBefore(now.clauses, one, all);
  if (before.some(({ amendment }) => undecided.includes(amendment.state)))
    throw refuse(CLAUSE_AMENDMENT_ERRORS, 'clause-amendment.turn');
  return { changes: one.changes };
}

const questionOf = ({ title }: Appeal, { number }: ClauseAmendment): Localized => ({
  ar: `هل تعتمدون التعديل ${number} على النداء: «${title.ar}»؟`,
  fr: `Adoptez-vous l’amendement ${number} à l’appel : « ${title.fr} » ?`,
  en: `Do you adopt amendment ${number} to the appeal: “${title.en}”?`,
});

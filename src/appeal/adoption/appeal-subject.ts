import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Lang, Localized } from '../../kernel/localized.js';
import { type FallenSubject, type PollSubject, PollSubjects } from '../../voting/poll-subjects.js';
import { APPEAL_ERRORS } from '../appeal.contract.js';
import { Appeal } from '../appeal.entity.js';
import { APPEAL_MOVES } from '../appeal.states.js';
import { AppealEdits } from '../appeal-edits.js';
import { isBeingVoted } from './adoption.service.js';
import { readText } from './read-text.js';
import { hashOfLanguages, languageHashes } from './text-hash.js';

/** What a poll needs of an appeal: its question, the hash of its text in each language, and that the outcome moves it. */
@Injectable()
export class AppealSubject implements PollSubject {
  constructor(
    private readonly clock: Clock,
    private readonly edits: AppealEdits,
    subjects: PollSubjects,
  ) {
    subjects.register('appeal', this);
  }

  /** Clauses that are voted on by themselves come first: the whole is asked for as they leave it. */
  async prepare(
    em: EntityManager,
    { forumId, id }: { forumId: string; id: string },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }> {
    const appeal = await holdForVote(em, { id, forumId });
    return { question: questionOf(appeal.title), textHashes: languageHashes(await readText(em, appeal)) };
  }

  async textHashes(em: EntityManager, id: string): Promise<Readonly<Record<string, string>>> {
    return languageHashes(await readText(em, await hold(em, { id })));
  }

  async decided(
    em: EntityManager,
    { id, adopted, actorId }: { id: string; adopted: boolean; actorId: string | null },
  ): Promise<readonly FallenSubject[]> {
    const appeal = await hold(em, { id });
    if (!adopted) {
      await this.edits.save(em, appeal, { state: APPEAL_MOVES.turnDown.to }, 'appeal.turned-down', actorId);
      return [];
    }
    const { roundId, textHashes } = await lastRound(em, id);
    const change = {
      state: APPEAL_MOVES.adopt.to,
      // As it was frozen: a heading may have been renamed since by who keeps the topics.
      adoptedHash: hashOfLanguages(textHashes),
      adoptedRoundId: roundId,
      adoptedAt: this.clock.now(),
    };
    await this.edits.save(em, appeal, change, 'appeal.adopted', actorId);
    return [];
  }

  /** Annulled, or without its quorum: the text stands still and may be voted on again. */
  async released(): Promise<void> {}
}

/** An appeal that is put to adoption and of which nothing else is before the voters, held alone. */
export async function holdForVote(
  em: EntityManager,
  where: { readonly id: string; readonly forumId: string },
): Promise<Appeal> {
  const appeal = await hold(em, where);
  if (appeal.state !== 'adopting') throw refuse(APPEAL_ERRORS, 'appeal.state');
  if (await isBeingVoted(em, appeal.id)) throw refuse(APPEAL_ERRORS, 'appeal.being-voted');
  return appeal;
}

export async function hold(
  em: EntityManager,
  where: { readonly id: string; readonly forumId?: string },
): Promise<Appeal> {
  const appeal = await em.findOne(Appeal, { where, lock: { mode: 'pessimistic_write' } });
  if (!appeal) throw refuse(KERNEL_ERRORS, 'object.missing');
  return appeal;
}

/** The round whose result is told in this very transaction, and the hashes that it froze. */
async function lastRound(
  em: EntityManager,
  id: string,
): Promise<{ roundId: string; textHashes: Record<Lang, string> }> {
  const [row] = await em.query(
    `SELECT r.id AS "roundId", p.text_hashes AS "textHashes" FROM round r JOIN poll p ON p.id = r.poll_id AND p.rounds = r.number
      WHERE p.subject_kind = 'appeal' AND p.subject_id = $1 AND r.state = 'published'
      ORDER BY r.published_at DESC LIMIT 1`,
    [id],
  );
  return row;
}

const questionOf = ({ ar, fr, en }: Localized): Localized => ({
  ar: `هل تعتمدون «${ar}»؟`,
  fr: `Adoptez-vous « ${fr} » ?`,
  en: `Do you adopt “${en}”?`,
});

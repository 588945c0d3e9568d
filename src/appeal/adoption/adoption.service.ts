import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import type { Reader } from '../../platform/http/reader.js';
import { APPEAL_ERRORS, type RedraftAppeal } from '../appeal.contract.js';
import type { Appeal } from '../appeal.entity.js';
import { APPEAL_MOVES, type AppealMove, canMove } from '../appeal.states.js';
import { AppealEdits } from '../appeal-edits.js';
import { stateError } from '../document/document-access.js';
import { Documents } from '../document/documents.service.js';
import { TextVersions } from '../document/text-versions.service.js';
import { blocking, readObstacles } from './obstacles.js';
import { readText } from './read-text.js';
import { textHash } from './text-hash.js';

/** The name of the version that is kept: a sentence for a list that knows no language. */
const BEFORE_REVIEW = 'قبل المراجعة · Avant l’examen · Before the review';

/** The way of a finished draft: before everybody, to the vote, and back where it needs more work. */
@Injectable()
export class Adoption {
  constructor(
    private readonly edits: AppealEdits,
    private readonly documents: Documents,
    private readonly versions: TextVersions,
  ) {}

  /** Lays the draft before the delegations, and keeps it as a version: what is changed from now on can be compared. */
  openReview(reader: Reader, id: string, version: number): Promise<void> {
    return this.edits.locked(reader, id, async (em, appeal, { participant }) => {
      await this.settled(em, appeal, 'openReview', version);
      await this.versions.keepIn(em, appeal, participant.id, { name: BEFORE_REVIEW, restored: null });
      return { event: 'appeal.review-opened', change: { state: APPEAL_MOVES.openReview.to } };
    });
  }

  /**
   * Takes the text to the vote, unless something is missing; the first code of it is the refusal. Words that were
   * adopted before, to the letter, need no second vote: a source was mended, or a fate, and nothing else.
   */
  putToAdoption(reader: Reader, id: string, version: number): Promise<void> {
    return this.edits.locked(reader, id, async (em, appeal) => {
      await this.settled(em, appeal, 'putToAdoption', version);
      const { rows, ...text } = await readText(em, appeal);
      const hash = textHash(text);
      const obstacles = await readObstacles(em, appeal, { clauses: rows, textHash: hash });
      const missing = blocking(obstacles, 'adoption');
      if (missing[0]) throw refuse(APPEAL_ERRORS, missing[0].code, { missing });
      if (appeal.adoptedHash === hash)
        return { event: 'appeal.adopted', change: { state: APPEAL_MOVES.adopt.to } };
      return { event: 'appeal.put-to-adoption', change: { state: APPEAL_MOVES.putToAdoption.to } };
    });
  }

  /** Back to the editors, with a reason that is told. Not while it, or a clause of it, is before the voters. */
  redraft(reader: Reader, id: string, { version, reason }: RedraftAppeal): Promise<void> {
    return this.edits.locked(reader, id, async (em, appeal) => {
      await this.settled(em, appeal, 'redraft', version);
      if (await isBeingVoted(em, appeal.id)) throw refuse(APPEAL_ERRORS, 'appeal.being-voted');
      const change = { state: APPEAL_MOVES.redraft.to, error: null };
      return { event: 'appeal.redrafted', change, payload: { reason } };
    });
  }

  /** What was written until now is in the rows, and it is what the reader saw. */
  private async settled(em: EntityManager, appeal: Appeal, move: AppealMove, version: number): Promise<void> {
    if (!canMove(appeal.state, move)) throw refuse(APPEAL_ERRORS, stateError(appeal));
    const written = await this.documents.settle(em, appeal);
    if (written || appeal.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
  }
}

/** Whether a poll holds the appeal, one of its clauses or an amendment to it: from its preparation to its result. */
export async function isBeingVoted(em: EntityManager, appealId: string): Promise<boolean> {
  const [{ held }] = await em.query(
    `SELECT EXISTS (SELECT FROM poll WHERE holds_subject AND (subject_id = $1
        OR subject_id IN (SELECT id FROM clause WHERE appeal_id = $1)
        OR subject_id IN (SELECT id FROM clause_amendment WHERE appeal_id = $1))) AS held`,
    [appealId],
  );
  return held;
}

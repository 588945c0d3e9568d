import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newCode, newId } from '../kernel/ids.js';
import { accountOf, type Reader } from '../platform/http/reader.js';
import { Turnout } from './turnout.js';
import { type BallotView, type Choice, VOTING_ERRORS } from './voting.contract.js';

/** 80 bits: receipts never meet, and nobody guesses another's. */
const RECEIPT_LENGTH = 16;

interface CastRow {
  choice: Choice;
  receipt: string;
  cast_at: Date;
}

/**
 * Takes ballots. One statement checks state, roll and seat and inserts the ballot; it commits by itself, with
 * the database's `synchronous_commit`, before anything is acknowledged. The shared lock on the poll's row makes
 * closing wait for ballots under way, and ballots that wait for a close find it closed.
 */
@Injectable()
export class BallotBox {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly turnout: Turnout,
  ) {}

  /** Casts one ballot. A retry with the same key gets the same answer, whichever socket, process or start it meets. */
  async castBallot(reader: Reader, pollId: string, choice: Choice, key: string): Promise<BallotView> {
    const accountId = accountOf(reader).id;
    const [cast]: CastRow[] = await this.db.query(
      `WITH running AS MATERIALIZED (SELECT id, forum_id FROM poll WHERE id = $1 AND state = 'open' FOR SHARE),
            voter AS MATERIALIZED (
              SELECT participant.id, running.id AS poll_id
                FROM running JOIN participant ON participant.forum_id = running.forum_id
               WHERE participant.account_id = $7 AND participant.suspended_at IS NULL)
       INSERT INTO ballot (id, poll_id, participant_id, choice, idempotency_key, receipt, cast_at)
       SELECT $2, roll.poll_id, roll.participant_id, $3, $4, $5, $6
         FROM voter JOIN roll_entry roll ON roll.poll_id = voter.poll_id AND roll.participant_id = voter.id
       ON CONFLICT (poll_id, participant_id) DO NOTHING
       RETURNING choice, receipt, cast_at`,
      [pollId, newId(), choice, key, newCode(RECEIPT_LENGTH), this.clock.now(), accountId],
    );
    if (!cast) return this.explain(accountId, pollId, key);
    this.turnout.changed(pollId);
    return presentBallot(cast);
  }

  /** Why nothing was inserted: it is there already (a retry), or a refusal. */
  private async explain(accountId: string, pollId: string, key: string): Promise<BallotView> {
    const [row]: (CastRow & { state: string; on_roll: boolean; idempotency_key: string | null })[] =
      await this.db.query(
        `SELECT poll.state, (roll.poll_id IS NOT NULL AND voter.suspended_at IS NULL) AS on_roll,
              ballot.choice, ballot.receipt, ballot.cast_at, ballot.idempotency_key
         FROM poll
         LEFT JOIN participant voter ON voter.forum_id = poll.forum_id AND voter.account_id = $2
         LEFT JOIN roll_entry roll ON roll.poll_id = poll.id AND roll.participant_id = voter.id
         LEFT JOIN ballot ON ballot.poll_id = poll.id AND ballot.participant_id = voter.id
        WHERE poll.id = $1`,
        [pollId, accountId],
      );
    if (!row) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (row.idempotency_key === key) return presentBallot(row);
    if (row.idempotency_key !== null) throw refuse(VOTING_ERRORS, 'poll.already-voted');
    if (row.state !== 'open') throw refuse(VOTING_ERRORS, 'poll.not-open');
    throw refuse(VOTING_ERRORS, 'poll.not-on-roll');
  }
}

export function presentBallot({ choice, receipt, cast_at }: CastRow): BallotView {
  return { choice, receipt, castAt: cast_at.toISOString() };
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { type DomainError, KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import type { CastRequest } from './ballot-statement.js';
import type { BallotAnswer, BallotContent, OwnBallot } from './ballots.contract.js';
import { holdVote } from './hold-vote.js';
import { takesBallots } from './poll.states.js';
import type { PollState } from './polls.contract.js';
import type { TermsOfRound } from './round-terms.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** How things stand between one account and one vote of a round. */
interface Situation {
  readonly state: PollState;
  /** Votes were entered by hand: the devices' part is over. */
  readonly ended: boolean;
  /** Null for who may not cast this vote. */
  readonly actor_id: string | null;
  readonly suspended: boolean;
  /** The reader's own vote, which somebody else casts by proxy. */
  readonly represented: boolean;
  readonly key: string | null;
  /** The code of the ballot that is in; null in a secret poll too. */
  readonly standing: string | null;
  readonly code_taken: boolean;
}

interface Stored {
  readonly content: BallotContent;
  readonly code: string;
  readonly cast_at: Date;
  readonly confirmed: boolean;
}

/** What becomes of a ballot that was not the first for its voter: a retry, a change of mind, or a refusal. */
@Injectable()
export class BallotChanges {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
  ) {}

  /** Answers a retry as the first time, changes a vote where the terms allow it, and refuses with the reason. */
  async changeOrExplain(roundId: string, terms: TermsOfRound, asked: CastRequest): Promise<BallotAnswer> {
    try {
      return await this.db.transaction((em) => this.settle(em, roundId, terms, asked));
    } catch (error) {
      if (brokenUnique(error) === 'ballot_pkey') throw refuse(VOTING_ERRORS, 'ballot.code-taken');
      throw error;
    }
  }

  private async settle(
    em: EntityManager,
    roundId: string,
    terms: TermsOfRound,
    asked: CastRequest,
  ): Promise<BallotAnswer> {
    const { voterId } = asked;
    const found = await this.situation(em, roundId, asked);
    if (!found) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (found.actor_id !== null && found.key === asked.key)
      return answer(terms, terms.secrecy === 'secret' ? { voterId } : await standing(em, roundId, voterId));
    const earlier = found.actor_id === null ? null : await replaced(em, roundId, asked);
    if (earlier) return answer(terms, { ...own(earlier), voterId });
    const refusal = refusalOf(found, terms, asked);
    if (refusal) throw refusal;
    return answer(terms, await this.replace(em, roundId, terms, asked, found.actor_id as string));
  }

  private async situation(
    em: EntityManager,
    roundId: string,
    asked: CastRequest,
  ): Promise<Situation | undefined> {
    await holdVote(em, roundId, asked.voterId);
    const [found]: Situation[] = await em.query(
      `SELECT round.state, round.hand_votes > 0 AS ended, actor.participant_id AS actor_id,
              person.suspended_at IS NOT NULL AS suspended,
              (actor.participant_id IS NULL AND seat.voter_id = person.id) IS TRUE AS represented, voted.key,
              ballot.code AS standing,
              EXISTS (SELECT FROM ballot other WHERE other.round_id = round.id AND other.code = $4) AS code_taken
         FROM round JOIN poll ON poll.id = round.poll_id
         LEFT JOIN participant person ON person.forum_id = poll.forum_id AND person.account_id = $2
         LEFT JOIN roll_entry seat ON seat.round_id = round.id AND seat.voter_id = $3
         LEFT JOIN roll_actor actor ON actor.round_id = round.id AND actor.participant_id = person.id
               AND actor.voter_id = seat.voter_id
         LEFT JOIN voted ON voted.round_id = round.id AND voted.voter_id = seat.voter_id
         LEFT JOIN ballot ON ballot.round_id = round.id AND ballot.voter_id = seat.voter_id
        WHERE round.id = $1`,
      [roundId, asked.accountId, asked.voterId, asked.code],
    );
    return found;
  }

  /** The ballot that stands goes to the replaced ones, and the new one takes its place. */
  private async replace(
    em: EntityManager,
    roundId: string,
    { confirmed }: TermsOfRound,
    { voterId, code, content, key }: CastRequest,
    casterId: string,
  ): Promise<OwnBallot & { voterId: string }> {
    const castAt = this.clock.now();
    await em.query(
      `INSERT INTO replaced_ballot (round_id, voter_id, caster_id, key, code, content, cast_at)
       SELECT round_id, voter_id, voted.caster_id, voted.key, code, content, cast_at
         FROM ballot JOIN voted USING (round_id, voter_id) WHERE round_id = $1 AND voter_id = $2`,
      [roundId, voterId],
    );
    await em.query(
      `UPDATE ballot SET code = $3, content = $4, cast_at = $5, confirmer_id = NULL
        WHERE round_id = $1 AND voter_id = $2`,
      [roundId, voterId, code, content, castAt],
    );
    await em.query('UPDATE voted SET key = $3, caster_id = $4 WHERE round_id = $1 AND voter_id = $2', [
      roundId,
      voterId,
      key,
      casterId,
    ]);
    const ballot = JSON.parse(content) as BallotContent;
    return { voterId, ballot, code, castAt: castAt.toISOString(), confirmed: !confirmed };
  }
}

/** Null where the vote may be changed to the one that was asked for. */
function refusalOf(found: Situation, terms: TermsOfRound, { over }: CastRequest): DomainError | null {
  const code = ((): keyof typeof VOTING_ERRORS | null => {
    if (found.represented) return 'poll.represented';
    if (!takesBallots(found.state) || found.ended) return 'poll.not-open';
    if (found.actor_id === null || found.suspended) return 'poll.not-on-roll';
    if (found.key === null) return found.code_taken ? 'ballot.code-taken' : 'ballot.retry';
    if (!terms.changeable) return 'poll.already-voted';
    return found.standing === (over ?? null) ? null : 'ballot.changed';
  })();
  return code && refuse(VOTING_ERRORS, code);
}

async function standing(
  em: EntityManager,
  roundId: string,
  voterId: string,
): Promise<OwnBallot & { voterId: string }> {
  const [row]: Stored[] = await em.query(
    `SELECT content, code, cast_at, confirmer_id IS NOT NULL AS confirmed
       FROM ballot WHERE round_id = $1 AND voter_id = $2`,
    [roundId, voterId],
  );
  return { ...own(row as Stored), voterId };
}

async function replaced(em: EntityManager, roundId: string, asked: CastRequest): Promise<Stored | undefined> {
  const [row]: Stored[] = await em.query(
    `SELECT content, code, cast_at, false AS confirmed
       FROM replaced_ballot WHERE round_id = $1 AND voter_id = $2 AND key = $3`,
    [roundId, asked.voterId, asked.key],
  );
  return row;
}

const own = ({ content, code, cast_at, confirmed }: Stored): OwnBallot => ({
  ballot: content,
  code,
  castAt: cast_at.toISOString(),
  confirmed,
});

type Cast = { readonly voterId: string } & Partial<Omit<OwnBallot, 'castAt'> & { castAt: Date | string }>;

/** The acknowledgement. Of a secret ballot it says that the vote is in, and nothing else. */
export function answer(
  { secrecy, confirmed }: TermsOfRound,
  { voterId, ballot, code, castAt, ...cast }: Cast,
): BallotAnswer {
  if (secrecy === 'secret' || !ballot || !code || !castAt) return { voterId, recorded: true, ballot: null };
  const at = typeof castAt === 'string' ? castAt : castAt.toISOString();
  return {
    voterId,
    recorded: true,
    ballot: { ballot, code, castAt: at, confirmed: !confirmed || cast.confirmed === true },
  };
}

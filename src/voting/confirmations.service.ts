import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { accountOf, type Reader } from '../platform/http/reader.js';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import type { BallotAnswer, BallotContent } from './ballots.contract.js';
import { holdVote } from './hold-vote.js';
import { takesBallots } from './poll.states.js';
import type { PollState } from './polls.contract.js';
import { VOTING_ERRORS } from './voting.contract.js';

interface CityVote {
  readonly state: PollState;
  readonly person_id: string;
  readonly suspended: boolean;
  readonly acts: boolean;
  readonly asks: boolean;
  readonly caster_id: string | null;
  readonly content: BallotContent | null;
  readonly code: string | null;
  readonly cast_at: Date;
  readonly confirmer_id: string | null;
}

/** The second person of a city's seat, without whom its vote does not count where the terms say so. */
@Injectable()
export class Confirmations {
  constructor(
    private readonly db: DataSource,
    private readonly realtime: RealtimeGateway,
  ) {}

  /**
   * Confirms the vote with this code, and tells whoever acts for the city, nobody else. Confirming twice is answered
   * as the first time.
   */
  async confirmBallot(
    reader: Reader,
    roundId: string,
    asked: { readonly voterId: string; readonly code: string },
  ): Promise<BallotAnswer> {
    const answer = await this.confirm(accountOf(reader).id, roundId, asked);
    await this.tell(roundId, asked.voterId);
    return answer;
  }

  private confirm(
    accountId: string,
    roundId: string,
    { voterId, code }: { readonly voterId: string; readonly code: string },
  ): Promise<BallotAnswer> {
    return this.db.transaction(async (em) => {
      const vote = await hold(em, roundId, voterId, accountId);
      if (!vote) throw refuse(KERNEL_ERRORS, 'object.missing');
      if (!vote.acts || vote.suspended) throw refuse(VOTING_ERRORS, 'poll.not-on-roll');
      if (!takesBallots(vote.state)) throw refuse(VOTING_ERRORS, 'poll.not-open');
      const { content, caster_id, confirmer_id } = vote;
      if (!vote.asks || content === null || vote.code !== code)
        throw refuse(VOTING_ERRORS, 'ballot.confirmed');
      if (caster_id === vote.person_id) throw refuse(VOTING_ERRORS, 'ballot.own');
      if (confirmer_id !== null && confirmer_id !== vote.person_id)
        throw refuse(VOTING_ERRORS, 'ballot.confirmed');
      await em.query('UPDATE ballot SET confirmer_id = $3 WHERE round_id = $1 AND code = $2', [
        roundId,
        code,
        vote.person_id,
      ]);
      const castAt = vote.cast_at.toISOString();
      return { voterId, recorded: true, ballot: { ballot: content, code, castAt, confirmed: true } };
    });
  }

  /** The others of the city's seat see the vote on their screens as it is now. */
  private async tell(roundId: string, voterId: string): Promise<void> {
    const actors: { id: string; forum_id: string; account_id: string }[] = await this.db.query(
      `SELECT poll.id, poll.forum_id, person.account_id
         FROM roll_actor actor JOIN participant person ON person.id = actor.participant_id
         JOIN round ON round.id = actor.round_id JOIN poll ON poll.id = round.poll_id
        WHERE actor.round_id = $1 AND actor.voter_id = $2`,
      [roundId, voterId],
    );
    const [poll] = actors;
    if (!poll) return;
    const hint = { type: 'ballot.confirmed', kind: 'poll', id: poll.id, forumId: poll.forum_id };
    this.realtime.hintTo(
      actors.map((actor) => actor.account_id),
      hint,
    );
  }
}

/** The vote, held so that it cannot change while it is confirmed. */
async function hold(
  em: EntityManager,
  roundId: string,
  voterId: string,
  accountId: string,
): Promise<CityVote | undefined> {
  await holdVote(em, roundId, voterId);
  const [vote]: CityVote[] = await em.query(
    `SELECT round.state, person.id AS person_id, person.suspended_at IS NOT NULL AS suspended,
            actor.participant_id IS NOT NULL AS acts,
            (round.definition #>> '{terms,confirmed}')::boolean IS TRUE AS asks, voted.caster_id,
            ballot.content, ballot.code, ballot.cast_at, ballot.confirmer_id
       FROM round JOIN poll ON poll.id = round.poll_id
       LEFT JOIN participant person ON person.forum_id = poll.forum_id AND person.account_id = $3
       LEFT JOIN roll_actor actor ON actor.round_id = round.id AND actor.participant_id = person.id
             AND actor.voter_id = $2
       LEFT JOIN voted ON voted.round_id = round.id AND voted.voter_id = $2
       LEFT JOIN ballot ON ballot.round_id = round.id AND ballot.voter_id = $2
      WHERE round.id = $1 AND round.state <> 'draft'`,
    [roundId, voterId, accountId],
  );
  return vote;
}

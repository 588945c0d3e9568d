import { Injectable } from '@nestjs/common';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { mayModerate } from '../forum/forum.abilities.js';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import type { Reader } from '../platform/http/reader.js';
import type { PollsQuery } from './poll.dto.js';
import { Poll } from './poll.entity.js';
import { type HeldVote, type PollFacts, presentPoll } from './poll.presenter.js';
import type { PollView } from './polls.contract.js';
import { Round } from './round.entity.js';
import { VOTES_OF_ROUND } from './turnout.js';
import { maySeePoll } from './voting.abilities.js';

type WithRound = Poll & { readonly round: Round };

/** Polls as one reader sees them: a fixed number of queries, however many polls. */
@Injectable()
export class PollList {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
  ) {}

  async list(
    reader: Reader,
    slug: string,
    { state, subject, cursor, limit }: PollsQuery,
  ): Promise<Page<PollView>> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const query = this.polls()
      .where('p.forumId = :forumId', { forumId: forum.id })
      .orderBy('p.createdAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(limit + 1);
    if (state) query.andWhere('r.state = :state', { state });
    if (!mayModerate(standing)) query.andWhere(`r.state <> 'draft'`);
    if (subject) query.andWhere('p.subjectId = :subject', { subject });
    if (cursor) {
      const [createdAt, id] = decodeCursor(cursor, 2);
      query.andWhere('(p.createdAt, p.id) < (:createdAt, :id)', { createdAt, id });
    }
    const polls = (await query.getMany()) as WithRound[];
    const facts = await this.facts(standing, polls);
    return toPage(
      polls,
      limit,
      (poll) => presentPoll(poll, standing, facts(poll)),
      (poll) => [poll.createdAt.toISOString(), poll.id],
    );
  }

  async show(reader: Reader, id: string): Promise<PollView> {
    const poll = (await this.polls().where('p.id = :id', { id }).getOne()) as WithRound | null;
    if (!poll) throw refuse(KERNEL_ERRORS, 'object.missing');
    const standing = await this.access.standing(reader, poll.forumId);
    if (!maySeePoll(standing, poll.round)) throw refuse(KERNEL_ERRORS, 'object.missing');
    return presentPoll(poll, standing, (await this.facts(standing, [poll]))(poll));
  }

  private polls(): SelectQueryBuilder<Poll> {
    return this.db
      .createQueryBuilder(Poll, 'p')
      .innerJoinAndMapOne('p.round', Round, 'r', 'r.pollId = p.id AND r.number = p.rounds');
  }

  /** Turnout and earlier rounds of each poll, and the votes that the reader holds in it. */
  private async facts(
    standing: Standing,
    polls: readonly WithRound[],
  ): Promise<(poll: WithRound) => PollFacts> {
    const roundIds = polls.map(({ round }) => round.id);
    const repeated = polls.filter(({ rounds }) => rounds > 1).map(({ id }) => id);
    const [turnout, held, earlier] = await Promise.all([
      this.turnout(roundIds),
      standing.participant ? this.heldVotes(standing.participant.id, roundIds) : [],
      repeated.length > 0
        ? this.db.manager.find(Round, { where: { pollId: In(repeated) }, order: { number: 'DESC' } })
        : [],
    ]);
    const now = this.clock.now();
    return ({ id, round }) => ({
      round,
      earlier: earlier.filter(({ pollId, number }) => pollId === id && number < round.number),
      cast: turnout.get(round.id) ?? 0,
      held: held.filter(({ roundId }) => roundId === round.id),
      now,
    });
  }

  private async turnout(roundIds: readonly string[]): Promise<Map<string, number>> {
    const rows: { id: string; cast: number }[] = await this.db.query(
      `SELECT round.id, ${VOTES_OF_ROUND} AS "cast" FROM round WHERE id = ANY($1::uuid[])`,
      [roundIds],
    );
    return new Map(rows.map(({ id, cast }) => [id, cast]));
  }

  private heldVotes(participantId: string, roundIds: readonly string[]): Promise<HeldVote[]> {
    return this.db.query(HELD_VOTES, [participantId, roundIds]);
  }
}

/** One's own vote first, then those of others. */
const HELD_VOTES = `
  SELECT actor.round_id AS "roundId", actor.voter_id AS "voterId", coalesce(account.name, city.name ->> 'en') AS name,
         city.name AS city, seat.weight, actor.acts_as AS as, voted.caster_id AS "casterId",
         ballot.content AS ballot, ballot.code, ballot.cast_at AS "castAt", ballot.confirmer_id AS "confirmerId"
    FROM roll_actor actor
    JOIN roll_entry seat ON seat.round_id = actor.round_id AND seat.voter_id = actor.voter_id
    LEFT JOIN participant voter ON voter.id = actor.voter_id
    LEFT JOIN account ON account.id = voter.account_id
    LEFT JOIN delegation ON delegation.id = coalesce(voter.delegation_id, actor.voter_id)
    LEFT JOIN city ON city.id = delegation.city_id
    LEFT JOIN voted ON voted.round_id = actor.round_id AND voted.voter_id = actor.voter_id
    LEFT JOIN ballot ON ballot.round_id = actor.round_id AND ballot.voter_id = actor.voter_id
   WHERE actor.participant_id = $1 AND actor.round_id = ANY($2::uuid[])
   ORDER BY actor.acts_as = 'proxy', name, actor.voter_id`;

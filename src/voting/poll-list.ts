import { Injectable } from '@nestjs/common';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import type { Reader } from '../platform/http/reader.js';
import { Ballot } from './ballot.entity.js';
import type { PollsQuery } from './poll.dto.js';
import { Poll } from './poll.entity.js';
import { type PollFacts, presentPoll } from './poll.presenter.js';
import { RollEntry } from './roll-entry.entity.js';
import type { PollView } from './voting.contract.js';

interface Count {
  pollId: string;
  count: number;
}

/** Polls as one reader sees them: four queries, however many polls. */
@Injectable()
export class PollList {
  constructor(
    private readonly db: DataSource,
    private readonly access: ForumAccess,
  ) {}

  async list(
    reader: Reader,
    slug: string,
    { state, subject, cursor, limit }: PollsQuery,
  ): Promise<Page<PollView>> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const query = this.db
      .createQueryBuilder(Poll, 'p')
      .where('p.forumId = :forumId', { forumId: forum.id })
      .orderBy('p.createdAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(limit + 1);
    if (state) query.andWhere('p.state = :state', { state });
    if (subject) query.andWhere('p.subjectId = :subject', { subject });
    if (cursor) {
      const [createdAt, id] = decodeCursor(cursor, 2);
      query.andWhere('(p.createdAt, p.id) < (:createdAt, :id)', { createdAt, id });
    }
    const polls = await query.getMany();
    const facts = await this.facts(standing, polls);
    return toPage(
      polls,
      limit,
      (poll) => presentPoll(poll, standing, facts(poll.id)),
      (poll) => [poll.createdAt.toISOString(), poll.id],
    );
  }

  async show(reader: Reader, id: string): Promise<PollView> {
    const poll = await this.db.manager.findOneBy(Poll, { id });
    if (!poll) throw refuse(KERNEL_ERRORS, 'object.missing');
    const standing = await this.access.standing(reader, poll.forumId);
    return presentPoll(poll, standing, (await this.facts(standing, [poll]))(poll.id));
  }

  /** Turnout of each poll, and the reader's own place on its roll. */
  private async facts(standing: Standing, polls: readonly Poll[]): Promise<(pollId: string) => PollFacts> {
    const pollId = In(polls.map(({ id }) => id));
    const mine = standing.participant && { pollId, participantId: standing.participant.id };
    const [cast, entitled, entries, ballots] = await Promise.all([
      this.count(Ballot, polls),
      this.count(RollEntry, polls),
      mine ? this.db.manager.findBy(RollEntry, mine) : [],
      mine ? this.db.manager.findBy(Ballot, mine) : [],
    ]);
    return (id) => ({
      turnout: { cast: cast.get(id) ?? 0, entitled: entitled.get(id) ?? 0 },
      entry: entries.find((entry) => entry.pollId === id) ?? null,
      ballot: ballots.find((ballot) => ballot.pollId === id) ?? null,
    });
  }

  private async count(
    entity: typeof Ballot | typeof RollEntry,
    polls: readonly Poll[],
  ): Promise<Map<string, number>> {
    const query = this.db.createQueryBuilder(entity, 'x') as SelectQueryBuilder<Ballot | RollEntry>;
    const rows = await query
      .select('x.pollId', 'pollId')
      .addSelect('count(*)::int', 'count')
      .where('x.pollId = ANY(:ids)', { ids: polls.map(({ id }) => id) })
      .groupBy('x.pollId')
      .getRawMany<Count>();
    return new Map(rows.map(({ pollId, count }) => [pollId, count]));
  }
}

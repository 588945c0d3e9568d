import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ForumAccess } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Poll } from './poll.entity.js';
import { canMove, POLL_MOVES, type PollMove } from './poll.states.js';
import type { FallenSubject } from './poll-subjects.js';
import { Round } from './round.entity.js';
import { Turnout } from './turnout.js';
import { mayPreparePoll } from './voting.abilities.js';
import { VOTING_ERRORS, type VOTING_EVENTS } from './voting.contract.js';

/** A poll and its present round, both locked, and who moves it: an account, or null for the clock. */
export interface Held {
  readonly em: EntityManager;
  readonly poll: Poll;
  readonly round: Round;
  readonly actorId: string | null;
}

const HELD = { lock: { mode: 'pessimistic_write' as const } };

/** How polls are changed: one transaction that holds the poll's row and its round's alone from the check to the commit. */
@Injectable()
export class PollMoves {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly turnout: Turnout,
  ) {}

  /** Runs `work` on a poll that the chair saw at `version`; `object.changed` if it is another by now. */
  async asChair<T>(
    reader: Reader,
    pollId: string,
    version: number,
    work: (held: Held) => Promise<T>,
  ): Promise<T> {
    return this.holding(pollId, async (em, poll, round) => {
      permit(mayPreparePoll(await this.access.standing(reader, poll.forumId, em)), reader);
      if (poll.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      return work({ em, poll, round, actorId: accountOf(reader).id });
    });
  }

  /** Runs `work` on a poll because its time has come. */
  async byClock<T>(pollId: string, work: (held: Held) => Promise<T>): Promise<T> {
    return this.holding(pollId, (em, poll, round) => work({ em, poll, round, actorId: null }));
  }

  /** Takes the round along one of its moves, and tells. `poll.state` if it is not where the move begins. */
  async take({ em, poll, round, actorId }: Held, move: PollMove, change: Partial<Round> = {}): Promise<void> {
    if (!canMove(round.state, move)) throw refuse(VOTING_ERRORS, 'poll.state');
    const { to, event } = POLL_MOVES[move];
    Object.assign(round, change, { state: to });
    await em.update(Round, { id: round.id }, { ...change, state: to } as object);
    await this.tell({ em, poll, round, actorId }, event);
  }

  /** Counts a change of the poll or its rounds and writes the event for it. */
  async tell({ em, poll, round, actorId }: Held, type: keyof typeof VOTING_EVENTS): Promise<void> {
    poll.version += 1;
    await em.update(Poll, { id: poll.id }, { version: poll.version });
    await this.events.append(em, {
      forumId: poll.forumId,
      type,
      subject: { kind: 'poll', id: poll.id },
      actorId,
      payload: { round: round.number },
    });
  }

  /** Annuls the poll on a subject that was settled otherwise, if it was prepared and nobody has voted in it yet. */
  async dropUnopened(
    em: EntityManager,
    { kind, id, reason }: FallenSubject,
    actorId: string | null,
  ): Promise<void> {
    const poll = await em.findOne(Poll, {
      where: { subjectKind: kind, subjectId: id, holdsSubject: true },
      ...HELD,
    });
    if (!poll) return;
    const round = await em.findOneOrFail(Round, { where: { pollId: poll.id, number: poll.rounds }, ...HELD });
    if (round.state !== 'draft' && round.state !== 'announced') return;
    await em.update(Poll, { id: poll.id }, { holdsSubject: false });
    await this.take({ em, poll, round, actorId }, 'annul', { reason, closedAt: this.clock.now() });
  }

  private async holding<T>(
    pollId: string,
    work: (em: EntityManager, poll: Poll, round: Round) => Promise<T>,
  ): Promise<T> {
    const [answer, roundId] = await this.db.transaction(async (em) => {
      const poll = await em.findOne(Poll, { where: { id: pollId }, ...HELD });
      if (!poll) throw refuse(KERNEL_ERRORS, 'object.missing');
      const round = await em.findOneOrFail(Round, { where: { pollId, number: poll.rounds }, ...HELD });
      return [await work(em, poll, round), round.id] as const;
    });
    this.turnout.changed(roundId);
    return answer;
  }
}

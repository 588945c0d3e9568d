import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Session } from '../program/session.entity.js';
import { Ballot } from './ballot.entity.js';
import { hashDefinition, sealRecord } from './counting/record.js';
import { Poll } from './poll.entity.js';
import { canMove, POLL_MOVES, type PollMove } from './poll.states.js';
import { PollSubjects } from './poll-subjects.js';
import { Roll } from './roll.js';
import { Turnout } from './turnout.js';
import { mayPreparePoll } from './voting.abilities.js';
import {
  type CreatePoll,
  type MovePoll,
  type PollDefinition,
  type PollRecord,
  VOTING_ERRORS,
  type VOTING_EVENTS,
} from './voting.contract.js';

/** What the chair does with polls. Each use case holds the poll's row alone from the check to the commit. */
@Injectable()
export class Polls {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly subjects: PollSubjects,
    private readonly roll: Roll,
    private readonly turnout: Turnout,
  ) {}

  async preparePoll(reader: Reader, slug: string, { sessionId, subject, rule }: CreatePoll): Promise<string> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayPreparePoll(standing), reader);
    const actorId = accountOf(reader).id;
    return this.db.transaction(async (em) => {
      const session = await em.findOneBy(Session, { id: sessionId, forumId: forum.id });
      if (!session) throw refuse(KERNEL_ERRORS, 'object.missing');
      if (session.state === 'ended') throw refuse(VOTING_ERRORS, 'poll.session');
      const handler = this.subjects.of(subject.kind);
      const { question, textHashes } = await handler.prepare(em, {
        forumId: forum.id,
        id: subject.id,
        actorId,
      });
      const poll = await em.save(Poll, {
        id: newId(),
        forumId: forum.id,
        sessionId,
        subjectKind: subject.kind,
        subjectId: subject.id,
        question,
        textHashes,
        rule,
        state: 'draft' as const,
        version: 1,
        createdAt: this.clock.now(),
      });
      await this.tell(em, poll, 'poll.prepared', actorId);
      return poll.id;
    });
  }

  /** Freezes question, rule, text and roll, hashes them, and lets people vote. */
  async openPoll(reader: Reader, id: string, move: MovePoll): Promise<void> {
    try {
      await this.move(reader, id, move, 'open', async (em, poll) => {
        const session = await em.findOneByOrFail(Session, { id: poll.sessionId });
        if (session.state !== 'running') throw refuse(VOTING_ERRORS, 'poll.session');
        const roll = await this.roll.freeze(em, poll.id, poll.forumId);
        if (roll.length === 0) throw refuse(VOTING_ERRORS, 'poll.roll-empty');
        const definition: PollDefinition = {
          pollId: poll.id,
          method: 'yes-no-abstain',
          question: poll.question,
          rule: poll.rule,
          subject: { kind: poll.subjectKind, id: poll.subjectId, textHashes: poll.textHashes },
          roll,
        };
        return { definition, definitionHash: hashDefinition(definition), openedAt: this.clock.now() };
      });
    } catch (error) {
      if (brokenUnique(error) === 'poll_on_stage') throw refuse(VOTING_ERRORS, 'poll.stage-taken');
      throw error;
    }
  }

  /** Counts in the transaction that closes: no acknowledged ballot is missing, and none comes in late. */
  async closePoll(reader: Reader, id: string, move: MovePoll): Promise<void> {
    await this.move(reader, id, move, 'close', async (em, poll, actorId) => {
      const { result } = await this.sealed(em, poll);
      await this.subjects
        .of(poll.subjectKind)
        .decided(em, { id: poll.subjectId, adopted: result.adopted, actorId });
      return { result, closedAt: this.clock.now() };
    });
  }

  /** Ends a poll without result. Its ballots stay, unpublished, with the reason. */
  async annulPoll(reader: Reader, id: string, move: MovePoll): Promise<void> {
    await this.move(reader, id, move, 'annul', async (em, poll, actorId) => {
      await this.subjects.of(poll.subjectKind).released(em, { id: poll.subjectId, actorId });
      return { reason: move.reason ?? '', closedAt: this.clock.now() };
    });
  }

  /** The record of a closed poll, from which anyone can count again. */
  async record(id: string): Promise<PollRecord> {
    const poll = await this.db.manager.findOneBy(Poll, { id });
    if (!poll) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (poll.state !== 'closed') throw refuse(VOTING_ERRORS, 'poll.state');
    return this.sealed(this.db.manager, poll);
  }

  private async sealed(em: EntityManager, poll: Poll): Promise<PollRecord> {
    const ballots = await em.find(Ballot, {
      where: { pollId: poll.id },
      select: { participantId: true, choice: true, receipt: true },
    });
    return sealRecord(poll.definition as PollDefinition, ballots);
  }

  private async move(
    reader: Reader,
    id: string,
    { version }: MovePoll,
    move: PollMove,
    work: (em: EntityManager, poll: Poll, actorId: string) => Promise<Partial<Poll>>,
  ): Promise<void> {
    await this.db.transaction(async (em) => {
      const poll = await em.findOne(Poll, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!poll) throw refuse(KERNEL_ERRORS, 'object.missing');
      const standing: Standing = await this.access.standing(reader, poll.forumId, em);
      permit(mayPreparePoll(standing), reader);
      if (!canMove(poll.state, move)) throw refuse(VOTING_ERRORS, 'poll.state');
      if (poll.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const actorId = accountOf(reader).id;
      const change = await work(em, poll, actorId);
      await em.save(Poll, { ...poll, ...change, state: POLL_MOVES[move].to, version: version + 1 });
      await this.tell(em, poll, POLL_MOVES[move].event, actorId);
    });
    this.turnout.changed(id);
  }

  private tell(
    em: EntityManager,
    poll: Pick<Poll, 'id' | 'forumId'>,
    type: keyof typeof VOTING_EVENTS,
    actorId: string,
  ): Promise<void> {
    return this.events.append(em, {
      forumId: poll.forumId,
      type,
      subject: { kind: 'poll', id: poll.id },
      actorId,
    });
  }
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { newSecret } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import type { Reader } from '../platform/http/reader.js';
import { Session } from '../program/session.entity.js';
import { Counter } from './counter.js';
import { hashDefinition, hashSeed } from './counting/record.js';
import { frozenTerms } from './counting/terms.js';
import { Poll } from './poll.entity.js';
import { type Held, PollMoves } from './poll-moves.js';
import { PollSubjects } from './poll-subjects.js';
import type { CountDown, MovePoll, OpenPoll, PollResult, ProlongPoll } from './polls.contract.js';
import { DEFINITION_FORMAT, type PollDefinition } from './records.contract.js';
import { readClosed, sealBox } from './records.js';
import { Roll } from './roll.js';
import { VOTING_ERRORS } from './voting.contract.js';

const MINUTE_MS = 60_000;

/** What the chair, or the clock, does with a round from its opening to its publication. */
@Injectable()
export class Rounds {
  constructor(
    private readonly clock: Clock,
    private readonly moves: PollMoves,
    private readonly subjects: PollSubjects,
    private readonly roll: Roll,
    private readonly counts: Counter,
  ) {}

  /** Freezes question, terms, text and roll, hashes them, and lets people vote. */
  async openPoll(reader: Reader, id: string, asked: OpenPoll): Promise<void> {
    try {
      await this.moves.asChair(reader, id, asked.version, (held) => this.open(held, asked));
    } catch (error) {
      if (brokenUnique(error) === 'round_on_stage') throw refuse(VOTING_ERRORS, 'poll.stage-taken');
      throw error;
    }
  }

  /** The vote closes in so many seconds, in front of everybody. */
  async countDown(reader: Reader, id: string, { version, seconds }: CountDown): Promise<void> {
    await this.moves.asChair(reader, id, version, (held) =>
      this.moves.take(held, 'countDown', { closesAt: this.later(seconds * 1_000) }),
    );
  }

  /** So many minutes more, from now, whatever was said before. */
  async prolongPoll(reader: Reader, id: string, { version, minutes }: ProlongPoll): Promise<void> {
    await this.moves.asChair(reader, id, version, (held) =>
      this.moves.take(held, 'prolong', { closesAt: this.later(minutes * MINUTE_MS) }),
    );
  }

  /** Counts in the transaction that closes: no acknowledged ballot is missing, and none comes in late. */
  async closePoll(reader: Reader, id: string, { version }: MovePoll): Promise<void> {
    await this.moves.asChair(reader, id, version, (held) => this.close(held));
  }

  /**
   * Closes a round whose time has come. Answers when to look again if its time was put off since, and null if
   * there is nothing more to do.
   */
  async closeOnTime(pollId: string, roundId: string): Promise<Date | null> {
    return this.moves.byClock(pollId, async (held) => {
      const { round } = held;
      if (round.id !== roundId || round.closesAt === null) return null;
      if (round.state !== 'open' && round.state !== 'closing') return null;
      if (round.closesAt > this.clock.now()) return round.closesAt;
      await this.close(held);
      return null;
    });
  }

  async publishPoll(reader: Reader, id: string, { version }: MovePoll): Promise<void> {
    await this.moves.asChair(reader, id, version, (held) => this.publish(held));
  }

  private async open(held: Held, { present, minutes }: OpenPoll): Promise<void> {
    const { em, poll, round } = held;
    const { rule, tieBreak } = poll.terms;
    const session = await em.findOneByOrFail(Session, { id: poll.sessionId });
    if (session.state !== 'running') throw refuse(VOTING_ERRORS, 'poll.session');
    if (present === undefined && (rule.base === 'present' || rule.quorum?.of === 'present'))
      throw refuse(VOTING_ERRORS, 'poll.present-needed');
    const roll = await this.roll.freeze(em, { roundId: round.id, forumId: poll.forumId, terms: poll.terms });
    const lotSeed = tieBreak === 'lot' ? newSecret() : null;
    const definition: PollDefinition = {
      format: DEFINITION_FORMAT,
      pollId: poll.id,
      roundId: round.id,
      round: round.number,
      question: poll.question,
      terms: frozenTerms(poll.terms),
      subject:
        poll.subjectKind && poll.subjectId
          ? { kind: poll.subjectKind, id: poll.subjectId, textHashes: await this.textHashes(em, poll) }
          : null,
      present: present ?? null,
      lotHash: lotSeed && hashSeed(lotSeed),
      roll,
    };
    await this.moves.take(held, 'open', {
      definition,
      definitionHash: hashDefinition(definition),
      lotSeed,
      secrecy: poll.terms.secrecy,
      entitled: roll.length,
      present: definition.present,
      openedAt: this.clock.now(),
      closesAt: minutes ? this.later(minutes * MINUTE_MS) : null,
    });
  }

  private async close(held: Held): Promise<void> {
    const { em, poll, round } = held;
    if (poll.terms.secrecy === 'secret') await sealBox(em, round.id);
    const closed = await readClosed(em, round.id);
    const result = await this.counts.count(closed);
    await this.moves.take(held, 'close', { result, closedAt: this.clock.now() });
    if (poll.terms.publication === 'at-close') await this.publish(held);
  }

  /** The result is told, and the subject follows it. A vote without its quorum decided nothing. */
  private async publish(held: Held): Promise<void> {
    const { em, poll, round, actorId } = held;
    await this.moves.take(held, 'publish', { publishedAt: this.clock.now() });
    if (poll.holdsSubject) await this.decide(em, poll, round.result as PollResult, actorId);
  }

  private async decide(
    em: EntityManager,
    { id: pollId, subjectKind, subjectId }: Poll,
    { adopted, quorate }: PollResult,
    actorId: string | null,
  ): Promise<void> {
    const [handler, id] = [this.subjects.of(subjectKind as string), subjectId as string];
    await em.update(Poll, { id: pollId }, { holdsSubject: false });
    if (quorate === false) return handler.released(em, { id, actorId });
    for (const fallen of await handler.decided(em, { id, adopted: adopted === true, actorId }))
      await this.moves.dropUnopened(em, fallen, actorId);
  }

  /** A subject's text stands still from the preparation on, but for what is decided meanwhile about its own parts. */
  private async textHashes(em: EntityManager, poll: Poll): Promise<Poll['textHashes']> {
    const { id, subjectKind, subjectId } = poll;
    if (!poll.holdsSubject || !subjectKind || !subjectId) return poll.textHashes;
    const textHashes = await this.subjects.of(subjectKind).textHashes(em, subjectId);
    await em.update(Poll, { id }, { textHashes });
    return textHashes;
  }

  private later(ms: number): Date {
    return new Date(this.clock.now().getTime() + ms);
  }
}

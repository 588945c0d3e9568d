import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { ForumAccess } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import type { Localized } from '../kernel/localized.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Session } from '../program/session.entity.js';
import { isMotion } from './counting/terms.js';
import { Poll } from './poll.entity.js';
import { hasFailed } from './poll.states.js';
import { PollMoves } from './poll-moves.js';
import { PollSubjects } from './poll-subjects.js';
import type { CreatePoll, MovePoll, PollTerms, UpdatePoll } from './polls.contract.js';
import { sealBox } from './records.js';
import { Round } from './round.entity.js';
import { completeTerms, faultOfTerms } from './terms.js';
import { mayPreparePoll } from './voting.abilities.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** What the chair does with polls while nobody votes in them. */
@Injectable()
export class Polls {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly subjects: PollSubjects,
    private readonly moves: PollMoves,
  ) {}

  /** Prepares a poll on a subject, which is taken to the vote, or on a free question. Answers its id. */
  async preparePoll(reader: Reader, slug: string, asked: CreatePoll): Promise<string> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayPreparePoll(standing), reader);
    return this.db.transaction((em) => this.prepareIn(em, forum.id, asked, accountOf(reader).id));
  }

  /** The same as part of a transaction, for several polls at once. That the chair may is known, and is asked no more. */
  async prepareIn(em: EntityManager, forumId: string, asked: CreatePoll, actorId: string): Promise<string> {
    const terms = checked(completeTerms(asked.terms), asked.subject !== undefined);
    const session = await em.findOneBy(Session, { id: asked.sessionId, forumId });
    if (!session) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (session.state === 'ended') throw refuse(VOTING_ERRORS, 'poll.session');
    const { question, textHashes } = await this.questionOf(em, asked, { forumId, actorId });
    const poll = {
      id: newId(),
      forumId,
      sessionId: session.id,
      subjectKind: asked.subject?.kind ?? null,
      subjectId: asked.subject?.id ?? null,
      holdsSubject: asked.subject !== undefined,
      question,
      textHashes,
      terms,
      rounds: 1,
      version: 1,
      createdAt: this.clock.now(),
    };
    await em.insert(Poll, poll);
    await em.insert(Round, firstRound(poll));
    await this.events.append(em, {
      forumId,
      type: 'poll.prepared',
      subject: { kind: 'poll', id: poll.id },
      actorId,
    });
    return poll.id;
  }

  /** Changes question and terms while nothing is announced. A subject's question is its own. */
  async changePoll(reader: Reader, id: string, { version, question, terms }: UpdatePoll): Promise<void> {
    await this.moves.asChair(reader, id, version, async (held) => {
      const { em, poll, round } = held;
      if (round.state !== 'draft') throw refuse(VOTING_ERRORS, 'poll.state');
      const change = {
        ...(terms && { terms: checked(completeTerms(terms), poll.subjectId !== null) }),
        ...(question && poll.subjectId === null && { question }),
      };
      if (Object.keys(change).length > 0) await em.update(Poll, { id }, change as object);
      await this.moves.tell(held, 'poll.changed');
    });
  }

  /** Shows the hall what will be voted on. */
  async announcePoll(reader: Reader, id: string, { version }: MovePoll): Promise<void> {
    await this.moves.asChair(reader, id, version, (held) => this.moves.take(held, 'announce'));
  }

  /** Ends a round without result. Its ballots stay, unpublished, with the reason; the subject is free again. */
  async annulPoll(
    reader: Reader,
    id: string,
    { version, reason }: MovePoll & { reason: string },
  ): Promise<void> {
    await this.moves.asChair(reader, id, version, async (held) => {
      if (held.round.secrecy === 'secret') await sealBox(held.em, held.round.id);
      await this.moves.take(held, 'annul', { reason, closedAt: this.clock.now() });
      await this.release(held.em, held.poll, held.actorId);
    });
  }

  /** Another round of a poll whose last one decided nothing, on the subject's present text. */
  async repeatPoll(reader: Reader, id: string, { version }: MovePoll): Promise<void> {
    await this.moves.asChair(reader, id, version, async (held) => {
      const { em, poll, round, actorId } = held;
      if (!hasFailed(round)) throw refuse(VOTING_ERRORS, 'poll.no-repeat');
      const subject =
        poll.subjectKind && poll.subjectId ? { kind: poll.subjectKind, id: poll.subjectId } : null;
      const { question, textHashes } = subject
        ? await this.questionOf(em, { subject }, { forumId: poll.forumId, actorId })
        : poll;
      const rounds = poll.rounds + 1;
      const change = { question, textHashes, rounds, holdsSubject: subject !== null };
      await em.update(Poll, { id }, change as object);
      await em.insert(Round, { ...firstRound(poll), number: rounds });
      await this.moves.tell({ ...held, round: { ...round, number: rounds } }, 'poll.repeated');
    });
  }

  private async release(em: EntityManager, poll: Poll, actorId: string | null): Promise<void> {
    if (!poll.holdsSubject || !poll.subjectKind || !poll.subjectId) return;
    await this.subjects.of(poll.subjectKind).released(em, { id: poll.subjectId, actorId });
    await em.update(Poll, { id: poll.id }, { holdsSubject: false });
  }

  private questionOf(
    em: EntityManager,
    { subject, question }: { subject?: { kind: string; id: string }; question?: Localized },
    by: { forumId: string; actorId: string | null },
  ): Promise<{ question: Localized; textHashes: Readonly<Record<string, string>> }> {
    if (subject) return this.subjects.of(subject.kind).prepare(em, { ...by, id: subject.id });
    if (question) return Promise.resolve({ question, textHashes: {} });
    throw refuse(KERNEL_ERRORS, 'request.invalid', { fields: [{ field: 'question', rule: 'isDefined' }] });
  }
}

/** What is adopted or not is asked as a motion. */
function checked(terms: PollTerms, onSubject: boolean): PollTerms {
  const fault =
    onSubject && !isMotion(terms.method)
      ? 'what is adopted or not is voted on with yes, no or abstention'
      : faultOfTerms(terms);
  if (fault) throw refuse(VOTING_ERRORS, 'poll.terms', { detail: fault });
  return terms;
}

const firstRound = ({
  id,
  sessionId,
}: Pick<Poll, 'id' | 'sessionId'>): Pick<
  Round,
  'id' | 'pollId' | 'sessionId' | 'number' | 'state' | 'entitled'
> => ({
  id: newId(),
  pollId: id,
  sessionId,
  number: 1,
  state: 'draft' as const,
  entitled: 0,
});

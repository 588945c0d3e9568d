import type { DataSource, EntityManager } from 'typeorm';
import { MentionedNames } from '../../discussion/mentions/mentioned-names.js';
import { Mentions } from '../../discussion/mentions/mentions.service.js';
import { Posts } from '../../discussion/posts.service.js';
import { Threads } from '../../discussion/threads.service.js';
import { Authors } from '../../forum/authors.js';
import type { FORUM_EVENTS } from '../../forum/forum.contract.js';
import { ForumAccess } from '../../forum/forum-access.js';
import { Events } from '../../platform/events/events.service.js';
import { Sessions } from '../../program/sessions.service.js';
import { Amending } from '../../proposals/amendments/amending.js';
import { Endorsements } from '../../proposals/endorsements.service.js';
import { ProposalAccess } from '../../proposals/proposal-access.js';
import { ProposalMentions } from '../../proposals/proposal-mentions.service.js';
import { ProposalMoves } from '../../proposals/proposal-moves.service.js';
import { ProposalSteps } from '../../proposals/proposal-steps.js';
import { ProposalSubject } from '../../proposals/proposal-subject.js';
import { Proposals } from '../../proposals/proposals.service.js';
import { BallotBox } from '../../voting/ballot-box.js';
import { BallotChanges } from '../../voting/ballot-changes.js';
import { Counter } from '../../voting/counter.js';
import { PollMoves } from '../../voting/poll-moves.js';
import { PollSubjects } from '../../voting/poll-subjects.js';
import { Polls } from '../../voting/polls.service.js';
import { Roll } from '../../voting/roll.js';
import { RoundTerms } from '../../voting/round-terms.js';
import { Rounds } from '../../voting/rounds.service.js';
import type { Turnout } from '../../voting/turnout.js';
import type { SampleClock } from './sample-clock.js';

/** The rooms' own services, all at work in one transaction and by the sample's clock. */
export interface SampleRooms {
  readonly em: EntityManager;
  readonly clock: SampleClock;
  readonly sessions: Sessions;
  readonly polls: Polls;
  readonly rounds: Rounds;
  readonly box: BallotBox;
  readonly threads: Threads;
  readonly posts: Posts;
  readonly proposals: Proposals;
  readonly proposalMoves: ProposalMoves;
  readonly endorsements: Endorsements;
  tell(
    forumId: string | null,
    type: keyof typeof FORUM_EVENTS,
    subject: readonly [string, string],
    actorId: string,
  ): Promise<void>;
}

/** The turnout is the running app's: it tells screens, and none is open on a forum that is not there yet. */
export function roomsIn(em: EntityManager, clock: SampleClock, turnout: Turnout): SampleRooms {
  const db = within(em);
  const events = new Events(clock);
  const access = new ForumAccess(db);
  const authors = new Authors(db);
  const names = new MentionedNames(db);
  const mentions = new Mentions(clock, events, names);
  const subjects = new PollSubjects();
  const moves = new PollMoves(db, clock, events, access, turnout);
  const held = new ProposalAccess(db, clock, events, access);
  const steps = new ProposalSteps(clock);
  const inProposals = new ProposalMentions(mentions, held);
  // Registers itself as what can be voted on.
  new ProposalSubject(held, steps, subjects);
  return {
    em,
    clock,
    sessions: new Sessions(db, clock, events, access),
    polls: new Polls(db, clock, events, access, subjects, moves),
    rounds: new Rounds(clock, moves, subjects, new Roll(), new Counter()),
    box: new BallotBox(db, clock, turnout, new RoundTerms(db), new BallotChanges(db, clock)),
    threads: new Threads(db, clock, events, access, authors, mentions),
    posts: new Posts(db, clock, events, access, authors, mentions, names),
    proposals: new Proposals(db, clock, access, held),
    proposalMoves: new ProposalMoves(held, steps, new Amending(clock, events), inProposals),
    endorsements: new Endorsements(clock, held, steps, inProposals),
    tell: (forumId, type, [kind, id], actorId) =>
      events.append(em, { forumId, type, subject: { kind, id }, actorId }),
  };
}

/**
 * A transaction in the shape that the services know. Their own transactions become part of it, so that the
 * sample is there whole or not at all.
 */
function within(em: EntityManager): DataSource {
  const part: Pick<DataSource, 'manager' | 'query' | 'createQueryBuilder'> & { transaction: unknown } = {
    manager: em,
    query: em.query.bind(em) as DataSource['query'],
    createQueryBuilder: em.createQueryBuilder.bind(em) as DataSource['createQueryBuilder'],
    transaction: (work: (em: EntityManager) => Promise<unknown>) => work(em),
  };
  return part as unknown as DataSource;
}

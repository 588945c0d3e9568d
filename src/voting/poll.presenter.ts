import type { Standing } from '../forum/forum-access.js';
import type { Localized } from '../kernel/localized.js';
import type { BallotContent, OwnVote } from './ballots.contract.js';
import type { Poll } from './poll.entity.js';
import { takesBallots } from './poll.states.js';
import type { PollAbilities, PollView, RoundSummary } from './polls.contract.js';
import type { Round } from './round.entity.js';
import {
  mayCast,
  mayChangePoll,
  mayConfirm,
  mayMovePoll,
  mayPreparePoll,
  mayRehearsePoll,
  mayRepeatPoll,
  maySeeResult,
} from './voting.abilities.js';

/** One vote that the reader holds, as the database has it. */
export interface HeldVote {
  readonly roundId: string;
  readonly voterId: string;
  readonly name: string;
  readonly city: Localized | null;
  readonly weight: string;
  readonly as: OwnVote['as'];
  readonly casterId: string | null;
  readonly ballot: BallotContent | null;
  readonly code: string | null;
  readonly castAt: Date | null;
  readonly confirmerId: string | null;
}

export interface PollFacts {
  readonly round: Round;
  readonly earlier: readonly Round[];
  readonly cast: number;
  readonly held: readonly HeldVote[];
  readonly now: Date;
}

/** A poll for one reader. Of the ballots only the reader's own leaves before the close, and the number of all. */
export function presentPoll(poll: Poll, standing: Standing, facts: PollFacts): PollView {
  const { round, earlier, cast, held, now } = facts;
  const own = held.map((vote) => presentVote(vote, standing, { ...round, terms: poll.terms }));
  return {
    id: poll.id,
    sessionId: poll.sessionId,
    subject: poll.subjectKind && poll.subjectId ? { kind: poll.subjectKind, id: poll.subjectId } : null,
    question: poll.question,
    terms: poll.terms,
    state: round.state,
    version: poll.version,
    roundId: round.id,
    round: round.number,
    definitionHash: round.definitionHash,
    present: round.present,
    openedAt: at(round.openedAt),
    closesAt: at(round.closesAt),
    closedAt: at(round.closedAt),
    publishedAt: at(round.publishedAt),
    at: now.toISOString(),
    turnout: { cast, entitled: round.entitled },
    result: maySeeResult(standing, round) ? round.result : null,
    reason: round.reason,
    earlier: earlier.map(summary),
    own,
    abilities: abilitiesOf(standing, round, own),
  };
}

function abilitiesOf(standing: Standing, round: Round, own: readonly OwnVote[]): PollAbilities {
  const may = (move: Parameters<typeof mayMovePoll>[2]): boolean => mayMovePoll(standing, round, move);
  return {
    edit: mayChangePoll(standing, round),
    announce: may('announce'),
    open: may('open'),
    countDown: may('countDown'),
    prolong: may('prolong'),
    close: may('close'),
    publish: may('publish'),
    annul: may('annul'),
    repeat: mayRepeatPoll(standing, round),
    rehearse: mayRehearsePoll(standing, round),
    enterByHand: mayPreparePoll(standing) && takesBallots(round.state),
    vote: own.some(({ mayCast: may }) => may),
  };
}

function presentVote(
  { voterId, name, city, weight, as, casterId, ballot, code, castAt, confirmerId }: HeldVote,
  standing: Standing,
  poll: Parameters<typeof mayConfirm>[1] & Parameters<typeof mayCast>[1],
): OwnVote {
  const confirmed = !poll.terms.confirmed || confirmerId !== null;
  const cast = casterId !== null;
  return {
    voterId,
    name,
    city,
    weight,
    as,
    cast,
    ballot: ballot && code && castAt ? { ballot, code, castAt: castAt.toISOString(), confirmed } : null,
    mayCast: mayCast(standing, poll, { cast }),
    mayConfirm: mayConfirm(standing, poll, { cast, confirmed, casterId }),
  };
}

function summary({ id, number, state, openedAt, closedAt, reason, result }: Round): RoundSummary {
  return {
    id,
    number,
    state,
    openedAt: at(openedAt),
    closedAt: at(closedAt),
    reason,
    adopted: state === 'published' ? (result?.adopted ?? null) : null,
  };
}

const at = (time: Date | null): string | null => time?.toISOString() ?? null;

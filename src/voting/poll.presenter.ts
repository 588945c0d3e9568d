import type { Standing } from '../forum/forum-access.js';
import type { Ballot } from './ballot.entity.js';
import type { Poll } from './poll.entity.js';
import type { RollEntry } from './roll-entry.entity.js';
import { mayMovePoll, mayVote } from './voting.abilities.js';
import type { PollView } from './voting.contract.js';

export interface PollFacts {
  readonly turnout: PollView['turnout'];
  readonly entry: RollEntry | null;
  readonly ballot: Ballot | null;
}

/** A poll for one reader. Of the ballots only the reader's own leaves before the close, and the number of all. */
export function presentPoll(poll: Poll, standing: Standing, { turnout, entry, ballot }: PollFacts): PollView {
  return {
    id: poll.id,
    sessionId: poll.sessionId,
    subject: { kind: poll.subjectKind, id: poll.subjectId },
    question: poll.question,
    rule: poll.rule,
    state: poll.state,
    version: poll.version,
    definitionHash: poll.definitionHash,
    openedAt: poll.openedAt?.toISOString() ?? null,
    closedAt: poll.closedAt?.toISOString() ?? null,
    turnout,
    result: poll.result,
    reason: poll.reason,
    own: entry && {
      weight: entry.weight,
      ballot: ballot && {
        choice: ballot.choice,
        receipt: ballot.receipt,
        castAt: ballot.castAt.toISOString(),
      },
    },
    abilities: {
      open: mayMovePoll(standing, poll, 'open'),
      close: mayMovePoll(standing, poll, 'close'),
      annul: mayMovePoll(standing, poll, 'annul'),
      vote: mayVote(standing, poll, { onRoll: entry !== null, voted: ballot !== null }),
    },
  };
}

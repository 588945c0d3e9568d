import { mayModerate } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';
import { canMove, type PollMove } from './poll.states.js';
import type { PollState } from './voting.contract.js';

export const mayPreparePoll = mayModerate;

export const mayMovePoll = (standing: Standing, poll: { state: PollState }, move: PollMove): boolean =>
  mayModerate(standing) && canMove(poll.state, move);

/** The roll was frozen at opening, but who was suspended since then votes no more. */
export const mayVote = (
  standing: Standing,
  poll: { state: PollState },
  own: { onRoll: boolean; voted: boolean },
): boolean => poll.state === 'open' && own.onRoll && !own.voted && standing.participant?.suspended === false;

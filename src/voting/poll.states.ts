import type { PollState } from './polls.contract.js';
import type { VOTING_EVENTS } from './voting.contract.js';

interface Move {
  readonly from: readonly PollState[];
  readonly to: PollState;
  readonly who: readonly ('chair' | 'clock')[];
  readonly event: keyof typeof VOTING_EVENTS;
}

/** How a round moves. None goes back: what was opened is closed or annulled, and stays; another round is made. */
export const POLL_MOVES = {
  announce: { from: ['draft'], to: 'announced', who: ['chair'], event: 'poll.announced' },
  open: { from: ['draft', 'announced'], to: 'open', who: ['chair'], event: 'poll.opened' },
  countDown: { from: ['open'], to: 'closing', who: ['chair'], event: 'poll.counting-down' },
  prolong: { from: ['open', 'closing'], to: 'open', who: ['chair'], event: 'poll.prolonged' },
  close: { from: ['open', 'closing'], to: 'closed', who: ['chair', 'clock'], event: 'poll.closed' },
  publish: { from: ['closed'], to: 'published', who: ['chair', 'clock'], event: 'poll.published' },
  annul: {
    from: ['draft', 'announced', 'open', 'closing', 'closed'],
    to: 'annulled',
    who: ['chair'],
    event: 'poll.annulled',
  },
} as const satisfies Record<string, Move>;

export type PollMove = keyof typeof POLL_MOVES;

/** In these, ballots are taken. */
export const VOTING_STATES = ['open', 'closing'] as const satisfies readonly PollState[];

export function canMove(state: PollState, move: PollMove): boolean {
  return (POLL_MOVES[move].from as readonly PollState[]).includes(state);
}

export function takesBallots(state: PollState): boolean {
  return (VOTING_STATES as readonly PollState[]).includes(state);
}

/** Whether a round is over without having decided: annulled, without quorum, or tied. Only then there is another. */
export function hasFailed(round: {
  state: PollState;
  result: { quorate: boolean | null; tie: unknown } | null;
}): boolean {
  if (round.state === 'annulled') return true;
  return round.state === 'published' && (round.result?.quorate === false || round.result?.tie !== null);
}

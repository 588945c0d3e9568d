import type { PollState, VOTING_EVENTS } from './voting.contract.js';

interface Move {
  readonly from: readonly PollState[];
  readonly to: PollState;
  readonly event: keyof typeof VOTING_EVENTS;
}

/** How a poll moves. A closed one stays as it is; an annulled one is kept with its reason, and another is made. */
export const POLL_MOVES = {
  open: { from: ['draft'], to: 'open', event: 'poll.opened' },
  close: { from: ['open'], to: 'closed', event: 'poll.closed' },
  annul: { from: ['draft', 'open'], to: 'annulled', event: 'poll.annulled' },
} as const satisfies Record<string, Move>;

export type PollMove = keyof typeof POLL_MOVES;

export function canMove(state: PollState, move: PollMove): boolean {
  return (POLL_MOVES[move].from as readonly PollState[]).includes(state);
}

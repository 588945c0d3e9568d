import type { SessionState } from './program.contract.js';

interface Move {
  readonly from: SessionState;
  readonly to: SessionState;
  readonly event: 'session.started' | 'session.ended';
}

/** How a session moves, and what each move is called. An ended one is not begun again: plan another. */
export const SESSION_MOVES = {
  start: { from: 'planned', to: 'running', event: 'session.started' },
  end: { from: 'running', to: 'ended', event: 'session.ended' },
} as const satisfies Record<string, Move>;

export type SessionMove = keyof typeof SESSION_MOVES;

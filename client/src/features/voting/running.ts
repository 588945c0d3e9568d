import type { PollView } from '../../../../src/voting/polls.contract.js';

/** Ballots are taken: open, or being counted down. */
export function isRunning({ state }: Pick<PollView, 'state'>): boolean {
  return state === 'open' || state === 'closing';
}

/** Whether the reader still has a vote to cast here. */
export function isAwaited({ own }: Pick<PollView, 'own'>): boolean {
  return own.some((vote) => vote.mayCast && !vote.cast);
}

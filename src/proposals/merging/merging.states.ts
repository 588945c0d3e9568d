import type { MERGING_EVENTS, MergingState } from './merging.contract.js';

/** How a merge ends. Choices are made while it is open. */
export const MERGING_MOVES = {
  finish: { from: ['open'], to: 'finished', event: 'merge.finished' },
  giveUp: { from: ['open'], to: 'given-up', event: 'merge.given-up' },
} as const satisfies Record<
  string,
  { from: readonly MergingState[]; to: MergingState; event: keyof typeof MERGING_EVENTS }
>;

export type MergingMove = keyof typeof MERGING_MOVES;

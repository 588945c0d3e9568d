import type { AppealState } from './appeal.contract.js';

/**
 * How an appeal moves. A compile may be asked for again while one runs, and a release likewise: if its process
 * died, nobody waits for it, and the answer of the earlier one is dropped, since the version has gone on.
 */
export const APPEAL_MOVES = {
  compile: { from: ['failed', 'drafting', 'compiling'], to: 'compiling' },
  compiled: { from: ['compiling'], to: 'drafting' },
  compileFailed: { from: ['compiling'], to: 'failed' },
  /** The draft that was there before is still there. */
  recompileFailed: { from: ['compiling'], to: 'drafting' },
  /** From now on everybody with a seat may amend it. */
  openReview: { from: ['drafting'], to: 'reviewing' },
  /** The text stands still, to be voted on: as a whole, and before that clause by clause where that is asked for. */
  putToAdoption: { from: ['reviewing'], to: 'adopting' },
  /** By the vote, or because these very words were adopted before. */
  adopt: { from: ['adopting', 'reviewing'], to: 'adopted' },
  turnDown: { from: ['adopting'], to: 'reviewing' },
  /** What was adopted and signed stays so, should the words come back to the same. */
  redraft: { from: ['reviewing', 'adopting', 'adopted'], to: 'drafting' },
  publish: { from: ['adopted', 'publishing'], to: 'publishing' },
  releaseFailed: { from: ['publishing'], to: 'adopted' },
  published: { from: ['publishing'], to: 'published' },
  /** Its correction is out. */
  supersede: { from: ['published'], to: 'superseded' },
} as const satisfies Record<string, { from: readonly AppealState[]; to: AppealState }>;

/** In these the text and its sources are written. */
export const EDITABLE: readonly AppealState[] = ['drafting', 'reviewing'];

/** What everybody reads. */
export const OUT: readonly AppealState[] = ['published', 'superseded'];
export const isOut = (state: AppealState): boolean => OUT.includes(state);

/** While its text is worked on: then it is commented. */
export const IN_HAND: AppealState[] = ['drafting'];
export const isInHand = (state: AppealState): boolean => IN_HAND.includes(state);

export type AppealMove = keyof typeof APPEAL_MOVES;

export function canMove(state: AppealState, move: AppealMove): boolean {
  return (APPEAL_MOVES[move].from as readonly AppealState[]).includes(state);
}

import type { ProposalState } from '../proposals.contract.js';
import type { AMENDMENT_EVENTS, AmendmentState } from './amendments.contract.js';

interface Move {
  readonly from: readonly AmendmentState[];
  readonly to: AmendmentState;
  readonly event: keyof typeof AMENDMENT_EVENTS;
}
interface PersonsMove extends Move {
  /** author: of the amendment. proposer: any author of the proposal. */
  readonly by: 'author' | 'proposer' | 'moderator';
}

/** How people move an amendment. */
export const AMENDMENT_MOVES = {
  submit: { from: ['draft'], to: 'submitted', event: 'amendment.submitted', by: 'author' },
  withdraw: { from: ['draft', 'submitted'], to: 'withdrawn', event: 'amendment.withdrawn', by: 'author' },
  accept: { from: ['submitted'], to: 'accepted', event: 'amendment.accepted', by: 'proposer' },
  reject: { from: ['submitted'], to: 'rejected', event: 'amendment.rejected', by: 'moderator' },
} as const satisfies Record<string, PersonsMove>;

/** How votes move it, its own and those on others. `release` follows a vote that decided nothing. */
export const AMENDMENT_VOTE_MOVES = {
  prepare: { from: ['submitted'], to: 'voted', event: 'amendment.put-to-vote' },
  adopt: { from: ['voted'], to: 'adopted', event: 'amendment.adopted' },
  rejectByVote: { from: ['voted'], to: 'rejected', event: 'amendment.rejected' },
  release: { from: ['voted'], to: 'submitted', event: 'amendment.released' },
  fall: { from: ['draft', 'submitted', 'voted'], to: 'fallen', event: 'amendment.fallen' },
} as const satisfies Record<string, Move>;

export type AmendmentMove = keyof typeof AMENDMENT_MOVES;
export type AmendmentStep = AmendmentMove | keyof typeof AMENDMENT_VOTE_MOVES;
export const AMENDMENT_STEPS = { ...AMENDMENT_MOVES, ...AMENDMENT_VOTE_MOVES };

/** Not decided yet: these follow the text when it moves on. */
export const OPEN_AMENDMENTS: readonly AmendmentState[] = ['draft', 'submitted', 'voted'];

/** What is over: nothing of these changes any more. */
export const DECIDED_AMENDMENTS: readonly AmendmentState[] = [
  'accepted',
  'adopted',
  'rejected',
  'fallen',
  'withdrawn',
];

/** Of those that are open, what everybody sees: a proposal is not voted on before they are decided. */
export const BEFORE_THE_FORUM: readonly AmendmentState[] = ['submitted', 'voted'];

/** While amendments to a proposal are made, and while they are decided. */
export const AMENDABLE: readonly ProposalState[] = ['admitted', 'debated'];
export const DECIDABLE: readonly ProposalState[] = ['admitted', 'debated', 'scheduled'];

export function canMoveAmendment(state: AmendmentState, { from }: Move): boolean {
  return from.includes(state);
}

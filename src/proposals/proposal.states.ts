import type { PROPOSAL_EVENTS, ProposalState } from './proposals.contract.js';

interface Move {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  readonly event: keyof typeof PROPOSAL_EVENTS;
}

/** How people move a proposal, and who of them. */
export const PROPOSAL_MOVES = {
  submit: { from: ['draft', 'returned'], to: 'submitted', event: 'proposal.submitted', by: 'author' },
  admit: { from: ['submitted'], to: 'admitted', event: 'proposal.admitted', by: 'moderator' },
  return: { from: ['submitted'], to: 'returned', event: 'proposal.returned', by: 'moderator' },
  withdraw: {
    from: ['submitted', 'returned', 'admitted'],
    to: 'withdrawn',
    event: 'proposal.withdrawn',
    by: 'author',
  },
} as const satisfies Record<string, Move & { by: 'author' | 'moderator' }>;

/** How a poll moves it. `release` follows an annulled poll: it may be put to the vote again. */
export const VOTE_MOVES = {
  prepare: { from: ['admitted'], to: 'voted', event: 'proposal.put-to-vote' },
  adopt: { from: ['voted'], to: 'adopted', event: 'proposal.adopted' },
  reject: { from: ['voted'], to: 'rejected', event: 'proposal.rejected' },
  release: { from: ['voted'], to: 'admitted', event: 'proposal.admitted' },
} as const satisfies Record<string, Move>;

export type ProposalMove = keyof typeof PROPOSAL_MOVES;
export type VoteMove = keyof typeof VOTE_MOVES;

/** While its author may still write on it. */
export const EDITABLE: readonly ProposalState[] = ['draft', 'returned'];
/** While it may be translated: until its text stands still for the vote. */
export const TRANSLATABLE: readonly ProposalState[] = ['draft', 'returned', 'submitted', 'admitted'];

export function canMove(state: ProposalState, { from }: Move): boolean {
  return from.includes(state);
}

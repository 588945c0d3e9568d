import type { PROPOSAL_EVENTS, ProposalState } from './proposals.contract.js';

interface Move {
  readonly from: readonly ProposalState[];
  readonly to: ProposalState;
  readonly event: keyof typeof PROPOSAL_EVENTS;
}
interface PersonsMove extends Move {
  /** Any of the authors, or a moderator. A rule of the forum may admit, too. */
  readonly by: 'author' | 'moderator';
  /** What has to be given with it. A reason may be given with each. */
  readonly needs?: 'reason' | 'session' | 'other';
}

/** How people move a proposal. */
export const PROPOSAL_MOVES = {
  submit: { from: ['draft', 'returned'], to: 'submitted', event: 'proposal.submitted', by: 'author' },
  admit: { from: ['submitted'], to: 'admitted', event: 'proposal.admitted', by: 'moderator' },
  return: {
    from: ['submitted'],
    to: 'returned',
    event: 'proposal.returned',
    by: 'moderator',
    needs: 'reason',
  },
  debate: { from: ['admitted'], to: 'debated', event: 'proposal.debated', by: 'moderator' },
  schedule: {
    from: ['admitted', 'debated'],
    to: 'scheduled',
    event: 'proposal.scheduled',
    by: 'moderator',
    needs: 'session',
  },
  unschedule: { from: ['scheduled'], to: 'debated', event: 'proposal.unscheduled', by: 'moderator' },
  withdraw: {
    from: ['submitted', 'returned', 'admitted', 'debated', 'scheduled'],
    to: 'withdrawn',
    event: 'proposal.withdrawn',
    by: 'author',
  },
  lapse: {
    from: ['submitted', 'returned', 'admitted', 'debated', 'scheduled'],
    to: 'lapsed',
    event: 'proposal.lapsed',
    by: 'moderator',
    needs: 'reason',
  },
  merge: {
    from: ['admitted', 'debated'],
    to: 'merged',
    event: 'proposal.merged',
    by: 'moderator',
    needs: 'other',
  },
  /** Until the one that it was merged into has been to the vote. Back to debate, where both were or could have been. */
  unmerge: { from: ['merged'], to: 'debated', event: 'proposal.unmerged', by: 'moderator', needs: 'reason' },
} as const satisfies Record<string, PersonsMove>;

/**
 * How a poll moves it. `release` follows a vote that decided nothing: it is again where it was when that was prepared,
 * admitted where nobody knows, and may be put to the vote again.
 */
export const VOTE_MOVES = {
  prepare: { from: ['admitted', 'debated', 'scheduled'], to: 'voted', event: 'proposal.put-to-vote' },
  adopt: { from: ['voted'], to: 'adopted', event: 'proposal.adopted' },
  reject: { from: ['voted'], to: 'rejected', event: 'proposal.rejected' },
  release: { from: ['voted'], to: 'admitted', event: 'proposal.released' },
} as const satisfies Record<string, Move>;

export type ProposalMove = keyof typeof PROPOSAL_MOVES;
export type VoteMove = keyof typeof VOTE_MOVES;
/** Moves that need nothing but a version and, some, a reason. */
export type PlainMove = Exclude<ProposalMove, 'schedule' | 'merge'>;

/** While its authors may still write on it. */
export const EDITABLE: readonly ProposalState[] = ['draft', 'returned'];
/** While it may be translated: until its text stands still for the vote. */
export const TRANSLATABLE: readonly ProposalState[] = [
  'draft',
  'returned',
  'submitted',
  'admitted',
  'debated',
  'scheduled',
];
/** While people can be won for it. */
export const ENDORSABLE: readonly ProposalState[] = ['admitted', 'debated', 'scheduled'];
/** While it may be merged into another, another into it, and a merge be undone. */
export const MERGEABLE: readonly ProposalState[] = ['admitted', 'debated', 'scheduled'];

export function canMove(state: ProposalState, { from }: Move): boolean {
  return from.includes(state);
}

import type { AuthorView } from '../forum/forum.contract.js';

export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'returned',
  'admitted',
  'voted',
  'adopted',
  'rejected',
  'withdrawn',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_ERRORS = {
  'proposal.state': 'conflict',
  'proposal.empty': 'invalid',
  'proposal.source-language': 'conflict',
  'endorsement.own': 'conflict',
} as const;

export interface ProposalText {
  readonly lang: string;
  readonly title: string;
  readonly body: string;
}

export interface ProposalSummary {
  readonly id: string;
  /** Counts from 1 in each forum; people say "proposal 12". */
  readonly number: number;
  readonly state: ProposalState;
  /** Title in the wished language where there is one, else in the language it was written in. */
  readonly title: string;
  readonly titleLang: string;
  readonly topicId: string | null;
  readonly author: AuthorView | null;
  readonly endorsements: number;
  readonly importedSupport: number;
  readonly imported: boolean;
  readonly createdAt: string;
}
export interface ProposalView extends ProposalSummary {
  /** The language it was written in; `texts` holds it and its translations. */
  readonly lang: string;
  readonly texts: readonly ProposalText[];
  readonly reason: string | null;
  readonly version: number;
  readonly endorsed: boolean;
  readonly endorsers: readonly AuthorView[];
  readonly abilities: {
    readonly edit: boolean;
    readonly translate: boolean;
    readonly submit: boolean;
    readonly admit: boolean;
    readonly return: boolean;
    readonly withdraw: boolean;
    readonly endorse: boolean;
    readonly putToVote: boolean;
  };
}
export interface CreateProposal {
  readonly lang: string;
  readonly title: string;
  readonly body: string;
  readonly topicId?: string;
}
export interface UpdateProposal {
  readonly title: string;
  readonly body: string;
  readonly topicId?: string | null;
  readonly version: number;
}
export interface WriteTranslation {
  readonly title: string;
  readonly body: string;
  readonly version: number;
}
export interface MoveProposal {
  readonly version: number;
  readonly reason?: string;
}

export const PROPOSAL_EVENTS = {
  'proposal.drafted': 'proposal',
  'proposal.edited': 'proposal',
  'proposal.translated': 'proposal',
  'proposal.submitted': 'proposal',
  'proposal.returned': 'proposal',
  'proposal.admitted': 'proposal',
  'proposal.withdrawn': 'proposal',
  'proposal.put-to-vote': 'proposal',
  'proposal.adopted': 'proposal',
  'proposal.rejected': 'proposal',
  'proposal.endorsed': 'proposal',
  'proposal.endorsement-withdrawn': 'proposal',
} as const;

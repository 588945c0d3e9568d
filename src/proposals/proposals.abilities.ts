import { mayContribute, mayModerate } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';
import {
  canMove,
  EDITABLE,
  PROPOSAL_MOVES,
  type ProposalMove,
  TRANSLATABLE,
  VOTE_MOVES,
} from './proposal.states.js';
import type { ProposalState } from './proposals.contract.js';

interface ProposalFacts {
  readonly state: ProposalState;
  readonly authorId: string | null;
  readonly admittedAt: Date | null;
  readonly imported: boolean;
}

const isAuthor = (standing: Standing, { authorId }: ProposalFacts): boolean =>
  authorId !== null && standing.participant?.id === authorId;

export const mayPropose = mayContribute;

/** A draft is its author's alone; what was submitted, also the moderators'; what was admitted, everybody's. */
export const maySeeProposal = (standing: Standing, proposal: ProposalFacts): boolean =>
  proposal.admittedAt !== null ||
  proposal.imported ||
  isAuthor(standing, proposal) ||
  (proposal.state !== 'draft' && mayModerate(standing));

export const mayWriteOn = (standing: Standing, proposal: ProposalFacts): boolean =>
  mayContribute(standing) && isAuthor(standing, proposal);

export const mayEditProposal = (standing: Standing, proposal: ProposalFacts): boolean =>
  mayWriteOn(standing, proposal) && EDITABLE.includes(proposal.state);

export const mayTranslateAtAll = (standing: Standing, proposal: ProposalFacts): boolean =>
  mayWriteOn(standing, proposal) || mayModerate(standing);

export const mayTranslate = (standing: Standing, proposal: ProposalFacts): boolean =>
  mayTranslateAtAll(standing, proposal) && TRANSLATABLE.includes(proposal.state);

/** Whether this person may make such a move at all, whatever state the proposal is in. */
export const mayMoveAtAll = (standing: Standing, proposal: ProposalFacts, move: ProposalMove): boolean =>
  PROPOSAL_MOVES[move].by === 'author' ? mayWriteOn(standing, proposal) : mayModerate(standing);

export const mayMoveProposal = (standing: Standing, proposal: ProposalFacts, move: ProposalMove): boolean =>
  mayMoveAtAll(standing, proposal, move) && canMove(proposal.state, PROPOSAL_MOVES[move]);

/** Others' proposals only, and only while people can still be won for them. */
export const mayEndorse = (standing: Standing, proposal: ProposalFacts): boolean =>
  mayContribute(standing) && !isAuthor(standing, proposal) && proposal.state === 'admitted';

export const mayPutToVote = (standing: Standing, proposal: ProposalFacts): boolean =>
  mayModerate(standing) && canMove(proposal.state, VOTE_MOVES.prepare);

import { mayContribute, mayModerate } from '../forum/forum.abilities.js';
import type { Admission } from '../forum/forum.contract.js';
import type { Standing } from '../forum/forum-access.js';
import {
  canMove,
  EDITABLE,
  ENDORSABLE,
  MERGEABLE,
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

/** How the reader is bound to the proposal besides having begun it. */
export type CoAuthorship = 'none' | 'invited' | 'accepted';

/** A proposal and what decides about it: the reader's part in it, and the forum's rule of admission. */
export interface Proposed {
  readonly proposal: ProposalFacts;
  readonly coAuthor: CoAuthorship;
  readonly admission: Admission | null;
}

const began = (standing: Standing, { authorId }: ProposalFacts): boolean =>
  authorId !== null && standing.participant?.id === authorId;

const isAuthor = (standing: Standing, { proposal, coAuthor }: Proposed): boolean =>
  began(standing, proposal) || coAuthor === 'accepted';

export const mayPropose = mayContribute;

/**
 * A draft is its authors' alone, and of those whom they asked; what was submitted, also the moderators' and, where
 * endorsements admit, of everybody who has a seat; what was admitted, everybody's.
 */
export const maySeeProposal = (standing: Standing, proposed: Proposed): boolean => {
  const { proposal, coAuthor, admission } = proposed;
  if (proposal.admittedAt !== null || proposal.imported) return true;
  if (began(standing, proposal) || coAuthor !== 'none') return true;
  if (proposal.state === 'draft') return false;
  return (
    mayModerate(standing) || (proposal.state === 'submitted' && admission !== null && mayContribute(standing))
  );
};

export const mayWriteOn = (standing: Standing, proposed: Proposed): boolean =>
  mayContribute(standing) && isAuthor(standing, proposed);

export const mayEditProposal = (standing: Standing, proposed: Proposed): boolean =>
  mayWriteOn(standing, proposed) && EDITABLE.includes(proposed.proposal.state);

/** Files stand still with the text. */
export const mayAttach = mayEditProposal;

export const mayTranslateAtAll = (standing: Standing, proposed: Proposed): boolean =>
  mayWriteOn(standing, proposed) || mayModerate(standing);

export const mayTranslate = (standing: Standing, proposed: Proposed): boolean =>
  mayTranslateAtAll(standing, proposed) && TRANSLATABLE.includes(proposed.proposal.state);

/** Whether this person may make such a move at all, whatever state the proposal is in. */
export const mayMoveAtAll = (standing: Standing, proposed: Proposed, move: ProposalMove): boolean =>
  PROPOSAL_MOVES[move].by === 'author' ? mayWriteOn(standing, proposed) : mayModerate(standing);

export const mayMoveProposal = (standing: Standing, proposed: Proposed, move: ProposalMove): boolean =>
  mayMoveAtAll(standing, proposed, move) && canMove(proposed.proposal.state, PROPOSAL_MOVES[move]);

/** Others' proposals only, and only while people can still be won for them. */
export const mayEndorse = (standing: Standing, proposed: Proposed): boolean =>
  mayContribute(standing) && !isAuthor(standing, proposed) && isEndorsable(proposed);

/** Where endorsements admit, what was submitted waits for them. */
export const isEndorsable = ({ proposal: { state }, admission }: Proposed): boolean =>
  ENDORSABLE.includes(state) || (state === 'submitted' && admission !== null);

/** A city's endorsement is its delegation's, whoever wrote the proposal. */
export const mayEndorseForCity = (standing: Standing, proposed: Proposed): boolean =>
  speaksForCity(standing) && isEndorsable(proposed);

export const speaksForCity = (standing: Standing): boolean =>
  mayContribute(standing) &&
  standing.participant?.head === true &&
  standing.participant.delegationId !== null;

export const mayLink = (standing: Standing, { proposal }: Proposed): boolean =>
  mayModerate(standing) && (proposal.admittedAt !== null || proposal.imported);

export const mayBeMergedInto = ({ state }: Pick<ProposalFacts, 'state'>): boolean =>
  MERGEABLE.includes(state);

export const mayPutToVote = (standing: Standing, { proposal }: Proposed): boolean =>
  mayModerate(standing) && canMove(proposal.state, VOTE_MOVES.prepare);

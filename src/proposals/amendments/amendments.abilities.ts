import { mayContribute, mayModerate } from '../../forum/forum.abilities.js';
import type { Standing } from '../../forum/forum-access.js';
import { mayWriteOn, type Proposed } from '../proposals.abilities.js';
import {
  AMENDABLE,
  AMENDMENT_MOVES,
  AMENDMENT_VOTE_MOVES,
  type AmendmentMove,
  canMoveAmendment,
  DECIDABLE,
} from './amendment.states.js';
import type { AmendmentState } from './amendments.contract.js';

interface AmendmentFacts {
  readonly state: AmendmentState;
  readonly submittedAt: Date | null;
  readonly authorId: string;
  readonly parentId: string | null;
  readonly conflicts: readonly unknown[];
}

const isOwn = (standing: Standing, { authorId }: AmendmentFacts): boolean =>
  standing.participant?.id === authorId;

/** What was never submitted is its author's alone; all else is seen by whoever sees the proposal. */
export const maySeeAmendment = (standing: Standing, amendment: AmendmentFacts): boolean =>
  amendment.submittedAt !== null || isOwn(standing, amendment);

export const mayAmend = (standing: Standing, { proposal }: Proposed): boolean =>
  mayContribute(standing) && AMENDABLE.includes(proposal.state);

/** An amendment of the first level that is open may be amended in its turn. */
export const mayAmendAmendment = (
  standing: Standing,
  proposed: Proposed,
  { state, parentId, conflicts }: AmendmentFacts,
): boolean =>
  mayAmend(standing, proposed) && state === 'submitted' && parentId === null && conflicts.length === 0;

/** Freely while it is a draft; afterwards only to bring it in line with a text that has moved on. */
export const mayEditAmendment = (
  standing: Standing,
  { proposal }: Proposed,
  amendment: AmendmentFacts,
): boolean =>
  mayContribute(standing) &&
  isOwn(standing, amendment) &&
  DECIDABLE.includes(proposal.state) &&
  (amendment.state === 'draft' || (amendment.state === 'submitted' && amendment.conflicts.length > 0));

export const mayMoveAmendmentAtAll = (
  standing: Standing,
  proposed: Proposed,
  amendment: AmendmentFacts,
  move: AmendmentMove,
): boolean => {
  const { by } = AMENDMENT_MOVES[move];
  if (by === 'author') return mayContribute(standing) && isOwn(standing, amendment);
  return by === 'proposer' ? mayWriteOn(standing, proposed) : mayModerate(standing);
};

/** What needs its author is not taken or voted on, but may be withdrawn or rejected. */
export const mayMoveAmendment = (
  standing: Standing,
  proposed: Proposed,
  amendment: AmendmentFacts,
  move: AmendmentMove,
): boolean =>
  mayMoveAmendmentAtAll(standing, proposed, amendment, move) &&
  canMoveAmendment(amendment.state, AMENDMENT_MOVES[move]) &&
  isTimely(proposed, move) &&
  (amendment.conflicts.length === 0 || move === 'withdraw' || move === 'reject');

export const isTimely = ({ proposal }: Proposed, move: AmendmentMove): boolean =>
  (move === 'submit' ? AMENDABLE : DECIDABLE).includes(proposal.state);

export const mayOrderAmendments = (standing: Standing, { proposal }: Proposed): boolean =>
  mayModerate(standing) && DECIDABLE.includes(proposal.state);

export const mayPutAmendmentToVote = (
  standing: Standing,
  proposed: Proposed,
  { state, conflicts }: AmendmentFacts,
): boolean =>
  mayOrderAmendments(standing, proposed) &&
  canMoveAmendment(state, AMENDMENT_VOTE_MOVES.prepare) &&
  conflicts.length === 0;

import { mayContribute, mayModerate, maySeeParticipants } from '../../forum/forum.abilities.js';
import type { Standing } from '../../forum/forum-access.js';
import {
  AMENDMENT_MOVES,
  AMENDMENT_VOTE_MOVES,
  type AmendmentMove,
  canMoveAmendment,
} from '../../proposals/amendments/amendment.states.js';
import type { AmendmentState } from '../../proposals/amendments/amendments.contract.js';
import { maySeeAppeal } from '../appeal.abilities.js';
import type { AppealState } from '../appeal.contract.js';

interface Facts {
  readonly state: AmendmentState;
  readonly submittedAt: Date | null;
  readonly authorId: string;
  /** How the text stands to it now. */
  readonly changes: readonly unknown[];
  readonly conflicts: readonly unknown[];
}
interface AppealFacts {
  readonly state: AppealState;
}

/** While amendments are made and decided: the draft is before the delegations. */
export const AMENDABLE_APPEAL: readonly AppealState[] = ['reviewing'];

const isOwn = (standing: Standing, { authorId }: Pick<Facts, 'authorId'>): boolean =>
  standing.participant?.id === authorId;

/** Amendments are for those who work on the appeal, also once it is out. */
export const maySeeClauseAmendments = (standing: Standing, appeal: AppealFacts): boolean =>
  maySeeParticipants(standing) && maySeeAppeal(standing, appeal);

/** What was never submitted is its author's alone. */
export const maySeeClauseAmendment = (
  standing: Standing,
  amendment: Pick<Facts, 'submittedAt' | 'authorId'>,
): boolean => amendment.submittedAt !== null || isOwn(standing, amendment);

export const isAmendable = ({ state }: AppealFacts): boolean => AMENDABLE_APPEAL.includes(state);

export const mayAmendClauses = (standing: Standing, appeal: AppealFacts): boolean =>
  mayContribute(standing) && isAmendable(appeal);

/** Freely while it is a draft; afterwards only to bring it in line with a text that has moved on. */
export const mayEditClauseAmendment = (standing: Standing, appeal: AppealFacts, amendment: Facts): boolean =>
  mayAmendClauses(standing, appeal) &&
  isOwn(standing, amendment) &&
  (amendment.state === 'draft' || (amendment.state === 'submitted' && amendment.conflicts.length > 0));

/** The text is the moderators' to write: who accepts is one of them. */
export const mayMoveClauseAmendmentAtAll = (
  standing: Standing,
  amendment: Pick<Facts, 'authorId'>,
  move: AmendmentMove,
): boolean =>
  AMENDMENT_MOVES[move].by === 'author'
    ? mayContribute(standing) && isOwn(standing, amendment)
    : mayModerate(standing);

/** What needs its author is not taken, but may be withdrawn or rejected. */
export const mayMoveClauseAmendment = (
  standing: Standing,
  appeal: AppealFacts,
  amendment: Facts,
  move: AmendmentMove,
): boolean =>
  mayMoveClauseAmendmentAtAll(standing, amendment, move) &&
  canMoveAmendment(amendment.state, AMENDMENT_MOVES[move]) &&
  (isAmendable(appeal) || move === 'withdraw') &&
  (amendment.conflicts.length === 0 || move === 'withdraw' || move === 'reject') &&
  (amendment.changes.length > 0 || move !== 'submit');

export const mayVoteOnClauseAmendments = (standing: Standing, appeal: AppealFacts): boolean =>
  mayModerate(standing) && isAmendable(appeal);

/** Not where the text says all of it already. */
export const mayPutClauseAmendmentToVote = (
  standing: Standing,
  appeal: AppealFacts,
  { state, changes, conflicts }: Facts,
): boolean =>
  mayVoteOnClauseAmendments(standing, appeal) &&
  canMoveAmendment(state, AMENDMENT_VOTE_MOVES.prepare) &&
  conflicts.length === 0 &&
  changes.length > 0;

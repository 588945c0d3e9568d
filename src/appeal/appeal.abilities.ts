import { mayCompile, maySeeParticipants } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';
import type { AppealState } from './appeal.contract.js';
import { type AppealMove, canMove, EDITABLE, isOut } from './appeal.states.js';

interface AppealFacts {
  readonly state: AppealState;
}

/** A draft is for those who made it: everyone with a seat. What was published is for everybody. */
export const maySeeAppeal = (standing: Standing, { state }: AppealFacts): boolean =>
  isOut(state) || maySeeParticipants(standing);

export const mayEditAppeal = (standing: Standing, { state }: AppealFacts): boolean =>
  mayCompile(standing) && EDITABLE.includes(state);

/** Deciding what became of a contribution changes no word of the text. */
export const mayDecideFates = (standing: Standing, { state }: AppealFacts): boolean =>
  mayCompile(standing) && (EDITABLE.includes(state) || state === 'adopting' || state === 'adopted');

export const mayMove = (standing: Standing, { state }: AppealFacts, move: AppealMove): boolean =>
  mayCompile(standing) && canMove(state, move);

export const mayPutToVote = (standing: Standing, { state }: AppealFacts): boolean =>
  mayCompile(standing) && state === 'adopting';

/** The city's position is its head's to give. */
export const maySign = ({ participant }: Standing): boolean =>
  participant !== null && !participant.suspended && participant.head && participant.delegationId !== null;

export const mayCorrect = (standing: Standing): boolean => mayCompile(standing);

/** Suggestions are for those who can decide them. */
export const maySeeSuggestions = (standing: Standing): boolean => mayCompile(standing);

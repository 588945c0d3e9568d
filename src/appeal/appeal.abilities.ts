import { mayCompile, maySeeParticipants } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';
import type { AppealState } from './appeal.contract.js';
import { canMove, isOut } from './appeal.states.js';

interface AppealFacts {
  readonly state: AppealState;
}

/** A draft is for those who made it: everyone with a seat. What was published is for everybody. */
export const maySeeAppeal = (standing: Standing, { state }: AppealFacts): boolean =>
  isOut(state) || maySeeParticipants(standing);

export const mayEditAppeal = (standing: Standing, { state }: AppealFacts): boolean =>
  mayCompile(standing) && state === 'drafting';

export const mayPublish = (standing: Standing, { state }: AppealFacts): boolean =>
  mayCompile(standing) && canMove(state, 'publish');

/** A new compile changes nothing that people have worked on, so it may be asked for at any time. */
export const mayRecompile = (standing: Standing, { state }: AppealFacts): boolean =>
  mayCompile(standing) && canMove(state, 'compile');

export const mayCorrect = (standing: Standing): boolean => mayCompile(standing);

/** Suggestions are for those who can decide them. */
export const maySeeSuggestions = (standing: Standing): boolean => mayCompile(standing);

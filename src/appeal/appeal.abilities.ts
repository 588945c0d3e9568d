import { mayCompile, maySeeParticipants } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';
import type { AppealState } from './appeal.contract.js';
import { canMove } from './appeal.states.js';

interface AppealFacts {
  readonly state: AppealState;
  readonly version: number;
  readonly figures: { readonly version: number } | null;
}

/** A draft is for those who made it: everyone with a seat. What was published is for everybody. */
export const maySeeAppeal = (standing: Standing, { state }: Pick<AppealFacts, 'state'>): boolean =>
  state === 'published' || maySeeParticipants(standing);

export const mayEditAppeal = (standing: Standing, { state }: Pick<AppealFacts, 'state'>): boolean =>
  mayCompile(standing) && state === 'drafting';

export const mayPublish = (standing: Standing, { state }: Pick<AppealFacts, 'state'>): boolean =>
  mayCompile(standing) && canMove(state, 'publish');

/** A new compile replaces the draft, so never one that somebody has worked on. */
export const isUntouched = ({ figures, version }: Omit<AppealFacts, 'state'>): boolean =>
  figures === null || figures.version === version;

export const mayRecompile = (standing: Standing, appeal: AppealFacts): boolean =>
  mayCompile(standing) && canMove(appeal.state, 'compile') && isUntouched(appeal);

import { mayModerate } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';
import type { SessionState } from './program.contract.js';
import { SESSION_MOVES, type SessionMove } from './session.states.js';

interface SessionFacts {
  readonly state: SessionState;
}

export const mayPlan = mayModerate;

export const mayEditSession = (standing: Standing, session: SessionFacts): boolean =>
  mayPlan(standing) && session.state !== 'ended';

export const mayMoveSession = (standing: Standing, session: SessionFacts, move: SessionMove): boolean =>
  mayPlan(standing) && SESSION_MOVES[move].from === session.state;

/** Votes are taken while the sitting sits. */
export const mayOpenPollIn = (standing: Standing, session: SessionFacts): boolean =>
  mayModerate(standing) && session.state === 'running';

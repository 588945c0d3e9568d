import { mayModerate } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';
import { canMove, hasFailed, type PollMove, takesBallots } from './poll.states.js';
import type { PollResult, PollState, PollTerms } from './polls.contract.js';

export const mayPreparePoll = mayModerate;

/** What is only prepared is seen by those who prepare it. */
export const maySeePoll = (standing: Standing, round: { state: PollState }): boolean =>
  round.state !== 'draft' || mayModerate(standing);

export const mayChangePoll = (standing: Standing, round: { state: PollState }): boolean =>
  mayModerate(standing) && round.state === 'draft';

export const mayMovePoll = (standing: Standing, round: { state: PollState }, move: PollMove): boolean =>
  mayModerate(standing) && canMove(round.state, move);

export const mayRepeatPoll = (
  standing: Standing,
  round: { state: PollState; result: PollResult | null },
): boolean => mayModerate(standing) && hasFailed(round);

/** Before anybody votes: afterwards the machine is the hall's. */
export const mayRehearsePoll = (standing: Standing, { state }: { state: PollState }): boolean =>
  mayModerate(standing) && (state === 'draft' || state === 'announced');

/** Counted and not yet told: the chair sees it first. */
export const maySeeResult = (standing: Standing, { state }: { state: PollState }): boolean =>
  state === 'published' || (state === 'closed' && mayModerate(standing));

/** The roll was frozen at opening, but who was suspended since then votes no more. */
export const mayCast = (
  standing: Standing,
  { state, terms, handVotes }: { state: PollState; terms: Pick<PollTerms, 'changeable'>; handVotes: number },
  { cast }: { cast: boolean },
): boolean =>
  takesBallots(state) &&
  handVotes === 0 &&
  (!cast || terms.changeable) &&
  standing.participant?.suspended === false;

/** The second person of a city's seat, who did not cast the vote. */
export const mayConfirm = (
  standing: Standing,
  { state, terms }: { state: PollState; terms: Pick<PollTerms, 'confirmed'> },
  vote: { cast: boolean; confirmed: boolean; casterId: string | null },
): boolean =>
  takesBallots(state) &&
  terms.confirmed &&
  vote.cast &&
  !vote.confirmed &&
  standing.participant?.suspended === false &&
  vote.casterId !== standing.participant.id;

/** Delegates let each other vote for them. */
export const mayGiveProxy = ({ participant }: Standing): boolean =>
  participant?.role === 'delegate' && !participant.suspended;

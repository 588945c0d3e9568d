import { refuse } from '../../kernel/errors.js';
import {
  AMENDMENT_STEPS,
  type AmendmentStep,
  canMoveAmendment,
  DECIDED_AMENDMENTS,
} from './amendment.states.js';
import { AMENDMENT_ERRORS, type AmendmentState } from './amendments.contract.js';

/** Who moves an amendment, and why. */
export interface By {
  readonly actorId: string | null;
  readonly participantId: string | null;
  readonly reason?: string | null | undefined;
}

/** What a move writes into an amendment's row. */
export interface Moved {
  readonly state: AmendmentState;
  readonly version: number;
  readonly submittedAt?: Date;
  readonly decidedAt?: Date;
  readonly decidedBy?: string | null;
  readonly decisionReason?: string | null;
}

/** One move of an amendment, by whomever; `amendment.state` if the move does not begin where it is. Pure. */
export function movedAmendment(
  { state, version }: { readonly state: AmendmentState; readonly version: number },
  step: AmendmentStep,
  { participantId, reason }: By,
  now: Date,
): Moved {
  const { to } = AMENDMENT_STEPS[step];
  if (!canMoveAmendment(state, AMENDMENT_STEPS[step])) throw refuse(AMENDMENT_ERRORS, 'amendment.state');
  return {
    state: to,
    version: version + 1,
    ...(step === 'submit' && { submittedAt: now }),
    ...(DECIDED_AMENDMENTS.includes(to) && {
      decidedAt: now,
      decidedBy: participantId,
      decisionReason: reason ?? null,
    }),
  };
}

import { refuse } from '../kernel/errors.js';
import { BadPoll } from './counting/poll-input.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** Reads ballots, and refuses what does not fit the terms with the sentence that says why: `ballot.invalid`. */
export function checkedBallots<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof BadPoll) throw refuse(VOTING_ERRORS, 'ballot.invalid', { detail: error.message });
    throw error;
  }
}

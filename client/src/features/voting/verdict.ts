import type { PollResult } from '../../../../src/voting/polls.contract.js';

export type VerdictKey =
  | 'result.adopted'
  | 'result.rejected'
  | 'result.not-quorate'
  | 'result.chosen'
  | 'result.elected'
  | 'result.tied';

/** What came of a poll in a word: of a text whether it was adopted, of an election whether somebody is chosen. */
export function verdictKey(result: Pick<PollResult, 'adopted' | 'quorate' | 'winners' | 'tie'>): VerdictKey {
  if (result.quorate === false) return 'result.not-quorate';
  if (result.adopted !== null) return result.adopted ? 'result.adopted' : 'result.rejected';
  if (result.winners.length === 0) return 'result.tied';
  return result.winners.length > 1 || result.tie ? 'result.elected' : 'result.chosen';
}

/** The colour only repeats what the word says. */
export function verdictTone(
  result: Pick<PollResult, 'adopted' | 'quorate' | 'winners' | 'tie'>,
): 'good' | 'bad' | 'waiting' {
  const key = verdictKey(result);
  if (key === 'result.rejected' || key === 'result.not-quorate') return 'bad';
  return key === 'result.tied' || (result.tie && result.adopted === null) ? 'waiting' : 'good';
}

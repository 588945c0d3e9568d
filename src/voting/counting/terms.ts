import type { PollTerms, Rule } from '../polls.contract.js';
import type { CountRule, Method } from './counting.contract.js';

export const isMotion = (method: Method): boolean => method === 'yes-no-abstain';

/** The rule as a count takes it: which group a ballot is in stands on the ballot. */
export function countRule({ groups, ...rule }: Rule): CountRule {
  return groups ? { ...rule, groups: { majority: groups.majority } } : rule;
}

/** What a definition holds of the terms; who is asked and when the result is told are not part of the question. */
export function frozenTerms({
  circle: _,
  publication: __,
  ...terms
}: PollTerms): Omit<PollTerms, 'circle' | 'publication'> {
  return terms;
}

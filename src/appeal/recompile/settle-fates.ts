import type { Fate } from '../appeal.contract.js';
import type { ContributionRef } from '../compile/draft.js';

interface Proposed {
  readonly contribution: ContributionRef;
  readonly fate: Fate;
  readonly reason: string;
}

const isUsed = ({ fate }: Proposed): boolean => fate === 'retained' || fate === 'merged';
const keyOf = ({ kind, id }: ContributionRef): string => `${kind} ${id}`;

/**
 * The fates that a new compile proposes. One that it would not use is still used where a clause that people keep
 * rests on it: it keeps what was proposed for it `before`.
 */
export function settleFates(
  proposed: readonly Proposed[],
  before: readonly Proposed[],
  cited: readonly ContributionRef[],
): Proposed[] {
  const resting = new Set(cited.map(keyOf));
  const was = new Map(before.filter(isUsed).map((each) => [keyOf(each.contribution), each]));
  return proposed.map((each) => {
    const key = keyOf(each.contribution);
    return isUsed(each) || !resting.has(key) ? each : (was.get(key) ?? each);
  });
}

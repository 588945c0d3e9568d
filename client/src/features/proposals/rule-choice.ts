import type { Base, Rule } from '../../../../src/voting/voting.contract.js';

export const QUORUMS = ['none', 'third', 'half', 'two-thirds'] as const;

/** A rule as it is picked from lists. */
export interface RuleChoice {
  readonly majority: 'simple' | 'absolute' | 'two-thirds' | 'three-fifths';
  readonly base: Base;
  readonly quorum: (typeof QUORUMS)[number];
}

const SHARES = {
  third: { num: 1, den: 3 },
  half: { num: 1, den: 2 },
  'two-thirds': { num: 2, den: 3 },
} as const;

/** The same as the wire carries it. A simple majority has no base of its own: yes is compared with no. */
export function ruleOf({ majority, base, quorum }: RuleChoice): Rule {
  return {
    majority: majority === 'three-fifths' ? { num: 3, den: 5 } : majority,
    base: majority === 'simple' ? 'votes' : base,
    ...(quorum !== 'none' && { quorum: SHARES[quorum] }),
  };
}

import { Fraction } from '../../kernel/fraction.js';
import type { Base, Choice, Majority, PollResult, Rule } from '../voting.contract.js';
import { CHOICES } from '../voting.contract.js';

/** A ballot as the count sees it: a choice with an exact weight (`"1"`, `"3/2"`). */
export interface WeightedBallot {
  readonly choice: Choice;
  readonly weight: string;
}

export interface YesNoInput {
  readonly ballots: readonly WeightedBallot[];
  /** Everyone who may vote, voted or not. */
  readonly roll: readonly { readonly weight: string }[];
  readonly rule: Rule;
}

/**
 * Counts a yes/no/abstain poll. Weights decide the majority, heads the quorum; everything is exact.
 * The order of ballots never matters.
 */
export function countYesNo({ ballots, roll, rule }: YesNoInput): PollResult {
  const entitled = total(roll);
  const cast = total(ballots);
  const of = (choice: Choice): Sum => total(ballots.filter((ballot) => ballot.choice === choice));
  const [yes, no, abstain] = CHOICES.map(of) as [Sum, Sum, Sum];
  const base = baseWeight(rule.base, { yes, no, abstain, entitled });
  const quorate = rule.quorum ? reaches(cast.heads, rule.quorum, entitled.heads) : null;
  return {
    adopted: quorate !== false && carries(rule.majority, yes.weight, no.weight, base),
    quorate,
    tally: { yes: shown(yes), no: shown(no), abstain: shown(abstain) },
    entitled: shown(entitled),
    cast: shown(cast),
    base: base.toString(),
  };
}

interface Sum {
  readonly heads: number;
  readonly weight: Fraction;
}

function total(items: readonly { readonly weight: string }[]): Sum {
  const weight = items.reduce((sum, item) => sum.plus(Fraction.parse(item.weight)), Fraction.ZERO);
  return { heads: items.length, weight };
}

const shown = ({ heads, weight }: Sum): { heads: number; weight: string } => ({
  heads,
  weight: weight.toString(),
});

function baseWeight(base: Base, sums: Record<Choice | 'entitled', Sum>): Fraction {
  const votes = sums.yes.weight.plus(sums.no.weight);
  const weights = { votes, valid: votes.plus(sums.abstain.weight), entitled: sums.entitled.weight };
  return weights[base];
}

/** Nothing is ever carried by no votes at all, whatever share of nothing the rule asks for. */
export function carries(majority: Majority, yes: Fraction, no: Fraction, base: Fraction): boolean {
  if (yes.isZero()) return false;
  if (majority === 'simple') return yes.compare(no) > 0;
  if (majority === 'absolute') return yes.plus(yes).compare(base) > 0;
  const { num, den } = majority === 'two-thirds' ? { num: 2, den: 3 } : majority;
  return yes.times(Fraction.of(den)).compare(base.times(Fraction.of(num))) >= 0;
}

/** Whether `part` of `whole` heads is at least the share. */
export function reaches(part: number, { num, den }: { num: number; den: number }, whole: number): boolean {
  return BigInt(part) * BigInt(den) >= BigInt(whole) * BigInt(num);
}

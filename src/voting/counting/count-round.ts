import { Fraction } from '../../kernel/fraction.js';
import type { Localized } from '../../kernel/localized.js';
import type { BallotContent, HandCount } from '../ballots.contract.js';
import type { PollResult } from '../polls.contract.js';
import type { PollDefinition } from '../records.contract.js';
import { count } from './count.js';
import { countRule, isMotion } from './terms.js';

export interface CountedBallot {
  readonly ballot: BallotContent;
  readonly weight: string;
  readonly group: string | null;
}

export interface RoundToCount {
  readonly definition: PollDefinition;
  readonly ballots: readonly CountedBallot[];
  readonly hand: HandCount | null;
  /** Disclosed at the close where ties are broken by lot. */
  readonly seed: string | null;
}

/** Counts a round by what was frozen at its opening, exactly. The order of ballots never matters. */
export function countRound(round: RoundToCount): PollResult {
  const { roll, terms } = round.definition;
  const labels = new Map<string, Localized>(terms.options.map(({ id, text }) => [id, text]));
  return {
    ...count(countInput(round), labels),
    entitled: { heads: roll.length, weight: totalWeight(roll) },
    byHand: (round.hand?.lines ?? []).reduce((sum, { votes }) => sum + votes, 0),
  };
}

/** The same poll as `nidaa count` reads it. */
export function countInput({ definition, ballots, hand, seed }: RoundToCount): Record<string, unknown> {
  const { terms, roll, present } = definition;
  const { method, seats, choicesMax, scoreRange, unranked, rule } = terms;
  const options = terms.options.map(({ id }) => id);
  const byHand = (hand?.lines ?? []).flatMap(({ ballot, votes }) =>
    Array.from({ length: votes }, () => ({ ...ballot, weight: '1' })),
  );
  return {
    method,
    ...(!isMotion(method) && { options }),
    seats,
    choicesMax,
    scoreRange,
    unranked,
    rule: countRule(rule),
    ballots: [...ballots.map(({ ballot, weight, group }) => ({ ...ballot, weight, group })), ...byHand],
    ...(present !== null && { present }),
    entitled: roll.length,
    entitledWeight: totalWeight(roll),
    tieBreak: tieBreakOf(terms.tieBreak, options, seed),
  };
}

function tieBreakOf(
  tieBreak: PollDefinition['terms']['tieBreak'],
  options: readonly string[],
  seed: string | null,
): unknown {
  if (tieBreak === 'order') return options;
  return tieBreak === 'lot' && seed !== null ? { seed } : 'none';
}

function totalWeight(roll: readonly { readonly weight: string }[]): string {
  const counts = new Map<string, number>();
  for (const { weight } of roll) counts.set(weight, (counts.get(weight) ?? 0) + 1);
  let sum = Fraction.ZERO;
  for (const [weight, heads] of counts) sum = sum.plus(Fraction.parse(weight).times(Fraction.of(heads)));
  return sum.toString();
}

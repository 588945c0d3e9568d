import {
  type Base,
  CHOICES,
  type CountRule,
  type Exact,
  type Majority,
  type MotionTally,
} from '../../../../src/voting/counting/counting.contract.js';
import type { PollResult } from '../../../../src/voting/polls.contract.js';
import { shareOfMajority } from './rule-words.js';
import { sizeOf } from './weight.js';

/** What a yes-no-abstain poll's tally holds for each side, in the order in which it is shown. */
export const SIDES = [...CHOICES, 'blank', 'invalid'] as const;
export type Side = (typeof SIDES)[number];

/** The tally of a yes-no-abstain poll with its base and groups, where there are any. */
export interface Motion {
  readonly sides: Readonly<Record<Side, MotionTally[Side]>>;
  readonly base: Exact;
  readonly groups: NonNullable<MotionTally['groups']> | null;
}

export function motionOf(tally: PollResult['tally']): Motion {
  const { base = 0, groups = null, ...sides } = tally as MotionTally;
  return { sides, base, groups };
}

/** A piece of one bar, from and to as shares of its length. */
export interface Piece<Name extends string> {
  readonly name: Name;
  readonly from: number;
  readonly to: number;
}
export interface Stack<Name extends string> {
  readonly pieces: readonly Piece<Name>[];
  /** Where the majority begins. */
  readonly line: number;
}

type Measured = Pick<CountRule, 'majority' | 'base'>;
const IN_BASE: Readonly<Record<Base, readonly Side[]>> = {
  votes: ['yes', 'no'],
  valid: CHOICES,
  cast: SIDES,
  present: SIDES,
  entitled: SIDES,
};

/** The sides that are part of what the majority is measured on: a simple one compares yes with no. */
export function sidesMeasured({ majority, base }: Measured): readonly Side[] {
  return IN_BASE[majority === 'simple' ? 'votes' : base];
}

/** The sides as one bar of what the majority is measured on, with those who did not vote where they count in it. */
export function stackOf({ sides, base }: Motion, rule: Measured): Stack<Side | 'absent'> {
  const parts = sidesMeasured(rule).map((side) => [side, sizeOf(sides[side].weight)] as const);
  const voted = parts.reduce((sum, [, size]) => sum + size, 0);
  const whole = rule.majority === 'simple' ? voted : Math.max(sizeOf(base), voted);
  const measure = rule.majority === 'simple' ? whole : sizeOf(base);
  return stacked([...parts, ['absent', whole - voted]], whole, rule.majority, measure);
}

/** Groups as one bar; evenly divided ones count in it where the rule's base holds abstentions. */
export function stackOfGroups(
  { yes, no, even }: NonNullable<Motion['groups']>,
  majority: Majority,
  base: string,
): Stack<'yes' | 'no' | 'even'> {
  const whole = yes + no + (base === 'votes' ? 0 : even);
  const parts = [
    ['yes', yes],
    ['no', no],
    ['even', base === 'votes' ? 0 : even],
  ] as const;
  return stacked(parts, whole, majority, whole);
}

function stacked<Name extends string>(
  parts: readonly (readonly [Name, number])[],
  whole: number,
  majority: Majority,
  base: number,
): Stack<Name> {
  const pieces: Piece<Name>[] = [];
  let end = 0;
  for (const [name, size] of parts.filter(([, each]) => each > 0)) {
    pieces.push({ name, from: end / whole, to: (end + size) / whole });
    end += size;
  }
  const { num, den } = shareOfMajority(majority);
  return { pieces, line: whole > 0 ? (base * num) / den / whole : num / den };
}

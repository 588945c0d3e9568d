import { Fraction } from '../../kernel/fraction.js';
import { CHOICES, type Choice, type CountRule, type Exact, type MotionTally } from './counting.contract.js';
import { carries, reaches } from './majority.js';
import type { ReadBallot, ReadPoll } from './poll.js';
import { exactly } from './standing.js';

const LINES = [...CHOICES, 'blank', 'invalid'] as const;
type Line = (typeof LINES)[number];

export interface Motion {
  readonly tally: MotionTally;
  /** What the majority is measured on; null without a rule. */
  readonly base: Exact | null;
  /** How many groups are for and against; null without a double majority. */
  readonly groups: { readonly yes: number; readonly no: number; readonly even: number } | null;
  /** The side with more weight; null where yes and no are equal. */
  readonly leader: 'yes' | 'no' | null;
  /** Whether the majority, or both of them, is reached, the quorum left aside; null without a rule. */
  readonly carried: boolean | null;
}

type Sums = Record<Line, bigint>;

/** Counts a yes-no-abstain poll: what each side has, and whether the rule's majority is reached. */
export function countMotion({ ballots, scale, rule, present, entitled, entitledWeight }: ReadPoll): Motion {
  const sums = sumOf(ballots);
  const { yes, no } = sums;
  const groups = rule?.groups ? sideOfGroups(ballots) : null;
  const base = rule && baseOf(rule.base, sums, scale, { present, entitled: entitledWeight ?? entitled });
  const byWeight =
    rule && base && carries(rule.majority, Fraction.of(yes, scale), Fraction.of(no, scale), base);
  const byGroups =
    rule?.groups &&
    groups &&
    carries(
      rule.groups.majority,
      Fraction.of(groups.yes),
      Fraction.of(groups.no),
      Fraction.of(groups.yes + groups.no + (rule.base === 'votes' ? 0 : groups.even)),
    );
  return {
    tally: Object.fromEntries(
      LINES.map((line) => [
        line,
        {
          heads: ballots.filter((ballot) => lineOf(ballot) === line).length,
          weight: exactly(sums[line], scale),
        },
      ]),
    ) as unknown as Motion['tally'],
    base: base && exactly(base.num, base.den),
    groups,
    leader: yes === no ? null : yes > no ? 'yes' : 'no',
    carried: rule && byWeight === true && byGroups !== false,
  };
}

/** Whether enough took part: who is present, or the ballots cast where that is not given. Null without a quorum. */
export function quorumReached({ ballots, rule, present, entitled }: ReadPoll): boolean | null {
  if (!rule?.quorum) return null;
  const { of } = rule.quorum;
  if (of === 'present') return reaches(ballots.length, rule.quorum, present as number);
  return reaches(present ?? ballots.length, rule.quorum, entitled as number);
}

function lineOf({ says }: ReadBallot): Line {
  if (says.kind === 'choices') return CHOICES[says.choices[0] as number] as Choice;
  return says.kind === 'invalid' ? 'invalid' : 'blank';
}

function sumOf(ballots: readonly ReadBallot[]): Sums {
  const sums: Sums = { yes: 0n, no: 0n, abstain: 0n, blank: 0n, invalid: 0n };
  for (const ballot of ballots) sums[lineOf(ballot)] += ballot.weight;
  return sums;
}

function sideOfGroups(ballots: readonly ReadBallot[]): { yes: number; no: number; even: number } {
  const balance = new Map<string, bigint>();
  for (const ballot of ballots) {
    const group = ballot.group as string;
    const line = lineOf(ballot);
    const change = line === 'yes' ? ballot.weight : line === 'no' ? -ballot.weight : 0n;
    balance.set(group, (balance.get(group) ?? 0n) + change);
  }
  const sides = [...balance.values()];
  return {
    yes: sides.filter((side) => side > 0n).length,
    no: sides.filter((side) => side < 0n).length,
    even: sides.filter((side) => side === 0n).length,
  };
}

function baseOf(
  base: CountRule['base'],
  { yes, no, abstain, blank, invalid }: Sums,
  scale: bigint,
  given: { readonly present: number | null; readonly entitled: Fraction | number | null },
): Fraction {
  if (base === 'present' || base === 'entitled') {
    const number = given[base] ?? 0;
    return number instanceof Fraction ? number : Fraction.of(number);
  }
  const units = { votes: yes + no, valid: yes + no + abstain, cast: yes + no + abstain + blank + invalid };
  return Fraction.of(units[base], scale);
}

import fc from 'fast-check';
import { Fraction } from '../../kernel/fraction.js';
import { count } from './count.js';
import {
  type Base,
  CHOICES,
  type Choice,
  type CountRule,
  type Majority,
  type MotionTally,
} from './counting.contract.js';

interface WeightedBallot {
  readonly choice: Choice;
  readonly weight: string;
}

/** Counted with a roll of these weights; as a live poll measures a majority of the entitled. */
function countYesNo({
  ballots: cast,
  roll: all,
  rule: by,
}: {
  ballots: readonly WeightedBallot[];
  roll: readonly { readonly weight: string }[];
  rule: CountRule;
}) {
  const entitledWeight = all
    .reduce((sum, { weight: each }) => sum.plus(Fraction.parse(each)), Fraction.ZERO)
    .toString();
  const poll = { method: 'yes-no-abstain', ballots: cast, rule: by, entitled: all.length, entitledWeight };
  const { adopted: carried, quorate, tally } = count(poll);
  return { adopted: carried === true, quorate, tally: tally as MotionTally };
}

const ballots = (yes: number, no: number, abstain = 0): WeightedBallot[] =>
  [yes, no, abstain].flatMap((count, i) =>
    Array.from({ length: count }, () => ({ choice: CHOICES[i] as Choice, weight: '1' })),
  );
const roll = (heads: number) => Array.from({ length: heads }, () => ({ weight: '1' }));
const adopted = (cast: WeightedBallot[], majority: Majority, base: Base, entitled = 100): boolean =>
  countYesNo({ ballots: cast, roll: roll(entitled), rule: { majority, base } }).adopted;

const choice = fc.constantFrom(...CHOICES);
const weight = fc
  .tuple(fc.integer({ min: 1, max: 50 }), fc.integer({ min: 1, max: 9 }))
  .map(([n, d]) => Fraction.of(n, d).toString());
const majority: fc.Arbitrary<Majority> = fc.oneof(
  fc.constantFrom('simple' as const, 'absolute' as const, 'two-thirds' as const),
  fc
    .tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 9 }))
    .map(([num, more]) => ({ num, den: num + more })),
);
const rule = fc.record({ majority, base: fc.constantFrom('votes', 'valid', 'entitled' as const) });
const cast = fc.array(fc.record({ choice, weight }), { maxLength: 40 });

describe('a majority', () => {
  it.each([
    ['a simple one needs more yes than no', ballots(3, 3), 'simple', 'votes', false],
    ['one more is enough for it, whatever abstains', ballots(4, 3, 60), 'simple', 'votes', true],
    ['an absolute one needs more than half of the base', ballots(5, 3, 2), 'absolute', 'valid', false],
    ['one more than half is enough for it', ballots(6, 3, 1), 'absolute', 'valid', true],
    ['two thirds are reached at exactly two thirds', ballots(30, 15), 'two-thirds', 'votes', true],
    ['and missed one vote below', ballots(29, 15), 'two-thirds', 'votes', false],
    ['abstentions weigh where the base counts them', ballots(30, 14, 2), 'two-thirds', 'valid', false],
    ['of the entitled, who stays away counts as well', ballots(50, 0), 'absolute', 'entitled', false],
    ['no votes at all carry nothing', ballots(0, 0, 9), { num: 1, den: 3 }, 'votes', false],
  ] as const)('%s', (_, votes, wanted, base, expected) => {
    expect(adopted([...votes], wanted, base)).toBe(expected);
  });

  it('counts thirds exactly: three weights of 1/3 are one', () => {
    const third = (which: Choice) => ({ choice: which, weight: '1/3' });
    const result = countYesNo({
      ballots: [third('yes'), third('yes'), third('yes'), { choice: 'no', weight: '1' }],
      roll: roll(4),
      rule: { majority: 'simple', base: 'votes' },
    });
    expect(result.tally.yes).toEqual({ heads: 3, weight: 1 });
    expect(result.adopted).toBe(false);
  });

  it('is worth nothing without its quorum, which counts heads and not weight', () => {
    const input = {
      roll: roll(10),
      rule: { majority: 'simple', base: 'votes', quorum: { num: 1, den: 2, of: 'entitled' } } as const,
    };
    const heavy = [{ choice: 'yes' as const, weight: '100' }];
    expect(countYesNo({ ...input, ballots: heavy })).toMatchObject({ quorate: false, adopted: false });
    expect(countYesNo({ ...input, ballots: ballots(3, 2) })).toMatchObject({ quorate: true, adopted: true });
  });

  it('never depends on the order of ballots', () => {
    fc.assert(
      fc.property(cast, rule, fc.integer(), (votes, by, seed) => {
        const shuffled = [...votes].sort(
          (a, b) => Math.sin(seed + votes.indexOf(a)) - Math.sin(seed + votes.indexOf(b)),
        );
        const count = (list: WeightedBallot[]) => countYesNo({ ballots: list, roll: list, rule: by });
        expect(count(shuffled)).toEqual(count(votes));
      }),
    );
  });

  it('never depends on whether a weight is cast whole or split', () => {
    fc.assert(
      fc.property(cast, rule, (votes, by) => {
        const halves = votes.flatMap((vote) => {
          const half = Fraction.parse(vote.weight).times(Fraction.of(1, 2)).toString();
          return [
            { ...vote, weight: half },
            { ...vote, weight: half },
          ];
        });
        const whole = countYesNo({ ballots: votes, roll: votes, rule: by });
        const split = countYesNo({ ballots: halves, roll: votes, rule: by });
        expect(split.adopted).toBe(whole.adopted);
        expect(split.tally.yes.weight).toBe(whole.tally.yes.weight);
      }),
    );
  });

  it('is never lost by one more yes, nor won by one more no', () => {
    fc.assert(
      fc.property(cast, rule, weight, (votes, by, more) => {
        const everyone = [...votes, { choice: 'yes' as const, weight: more }];
        const count = (list: WeightedBallot[]) =>
          countYesNo({ ballots: list, roll: everyone, rule: by }).adopted;
        if (count(votes)) expect(count([...votes, { choice: 'yes', weight: more }])).toBe(true);
        else expect(count([...votes, { choice: 'no', weight: more }])).toBe(false);
      }),
    );
  });
});

import fc from 'fast-check';
import { count } from './count.js';
import type { Counted } from './poll.js';
import { BadPoll } from './poll-input.js';

const NAMES = ['A', 'B', 'C', 'D', 'E'];
const RANKED = ['borda', 'schulze', 'ranked-pairs'] as const;
const STRICT = ['irv', 'stv'] as const;
const ALL = [...RANKED, ...STRICT] as const;

const options = fc.integer({ min: 1, max: 5 }).map((many) => NAMES.slice(0, many));
/** Strict rankings, often incomplete, with whole and broken weights. */
const rankings = (names: readonly string[]) =>
  fc.array(
    fc.record({
      ranking: fc.shuffledSubarray([...names]).map((order) => order.map((name) => [name])),
      weight: fc.oneof(fc.integer({ min: 1, max: 9 }), fc.constantFrom('1/2', '5/3')),
    }),
    { maxLength: 12 },
  );
const polls = options.chain((names) =>
  fc.record({
    method: fc.constantFrom(...ALL),
    options: fc.constant(names),
    ballots: rankings(names),
    unranked: fc.constantFrom('tied-last', 'no-opinion'),
    tieBreak: fc
      .constantFrom('none', NAMES, { seed: 'x' })
      .map((rule) => (rule === NAMES ? [...names] : rule)),
  }),
);
/** What was decided; sentences tell options in their order on the ballot. */
const decided = ({ winners, order, tie }: Counted) => ({
  winners: [...winners].sort(),
  order: order.map((group) => [...group].sort()),
  tie: tie && { ...tie, between: [...tie.between].sort() },
});

describe('any count of rankings', () => {
  it('does not depend on the order of the ballots', () => {
    fc.assert(
      fc.property(polls, fc.infiniteStream(fc.nat()), (poll, numbers) => {
        const shuffled = poll.ballots
          .map((ballot) => ({ ballot, at: numbers.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ ballot }) => ballot);
        expect(count({ ...poll, ballots: shuffled })).toEqual(count(poll));
      }),
    );
  });

  it('is the same when a ballot is split into two of half the weight', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const split = poll.ballots.flatMap(({ ranking, weight }) => {
          const half =
            typeof weight === 'number' ? `${weight}/2` : weight.replace(/\/(\d)/, (_, den) => `/${2 * den}`);
          return [
            { ranking, weight: half },
            { ranking, weight: half },
          ];
        });
        const { cast: _, ...whole } = count(poll);
        const { cast: __, ...halves } = count({ ...poll, ballots: split });
        expect(halves).toEqual(whole);
      }),
    );
  });

  it('gives renamed options the same places, where no list or lot looks at names', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const renamed = (name: string) => `${name}'`;
        const same = count({
          ...poll,
          tieBreak: 'none',
          options: poll.options.map(renamed).reverse(),
          ballots: poll.ballots.map((ballot) => ({
            ...ballot,
            ranking: ballot.ranking.map((group) => group.map(renamed)),
          })),
        });
        const before = decided(count({ ...poll, tieBreak: 'none' }));
        expect(decided(same)).toEqual({
          winners: before.winners.map(renamed),
          order: before.order.map((group) => group.map(renamed)),
          tie: before.tie && { ...before.tie, between: before.tie.between.map(renamed) },
        });
      }),
    );
  });

  it('places every option once, and leaves no tie where the rule breaks all', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const { order, winners, tie } = count(poll);
        expect(order.flat().sort()).toEqual([...poll.options].sort());
        if (poll.tieBreak === 'none') return;
        expect(tie).toBeNull();
        expect(winners).toHaveLength(1);
      }),
    );
  });

  it('lets the option win that is preferred to every other, under Schulze and ranked pairs', () => {
    fc.assert(
      fc.property(polls, fc.constantFrom('schulze', 'ranked-pairs'), (poll, method) => {
        const { pairwise, winners } = count({ ...poll, method });
        const prefers = (a: string, b: string) => value(pairwise?.[a]?.[b]) > value(pairwise?.[b]?.[a]);
        const best = poll.options.find((a) => poll.options.every((b) => a === b || prefers(a, b)));
        if (best !== undefined) expect(winners).toEqual([best]);
      }),
    );
  });

  it('does not unseat a winner who is raised to the top of a ballot, under Borda, Schulze and ranked pairs', () => {
    fc.assert(
      fc.property(polls, fc.constantFrom(...RANKED), fc.nat(), (poll, method, at) => {
        const before = count({ ...poll, method, unranked: 'tied-last', tieBreak: 'none' });
        const [winner] = before.winners;
        if (winner === undefined || poll.ballots.length === 0) return;
        const ballots = poll.ballots.map((ballot, index) => {
          if (index !== at % poll.ballots.length) return ballot;
          const others = ballot.ranking.filter(([name]) => name !== winner);
          return { ...ballot, ranking: [[winner], ...others] };
        });
        const after = count({ ...poll, method, unranked: 'tied-last', tieBreak: 'none', ballots });
        expect(after.winners).toEqual([winner]);
      }),
    );
  });
});

const value = (exact: unknown): number => {
  const [num, den = '1'] = String(exact).split('/');
  return Number(num) / Number(den);
};

describe('Schulze', () => {
  it('agrees with trying every path', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const { pairwise, order } = count({ ...poll, method: 'schulze' });
        const link = (a: string, b: string) => {
          const [won, lost] = [value(pairwise?.[a]?.[b]), value(pairwise?.[b]?.[a])];
          return won > lost ? won : 0;
        };
        const strongest = (from: string, to: string, by: readonly string[]): number =>
          Math.max(
            link(from, to),
            ...by.map((over) =>
              Math.min(
                link(from, over),
                strongest(
                  over,
                  to,
                  by.filter((other) => other !== over),
                ),
              ),
            ),
          );
        const place = (name: string) => order.findIndex((group) => group.includes(name));
        for (const a of poll.options)
          for (const b of poll.options.filter((name) => name !== a)) {
            const others = poll.options.filter((name) => name !== a && name !== b);
            if (strongest(a, b, others) > strongest(b, a, others)) expect(place(a)).toBeLessThan(place(b));
          }
      }),
    );
  });
});

describe('ranked pairs', () => {
  it('agree with locking pair by pair where no two are equally strong', () => {
    fc.assert(
      fc.property(polls, (poll) => {
        const { pairwise, order } = count({ ...poll, method: 'ranked-pairs' });
        const won = (a: string, b: string) => value(pairwise?.[a]?.[b]);
        const pairs = poll.options
          .flatMap((a) =>
            poll.options.filter((b) => b !== a && won(a, b) > won(b, a)).map((b) => [a, b] as const),
          )
          .sort(([a, b], [c, d]) => won(c, d) - won(a, b) || won(b, a) - won(d, c));
        fc.pre(new Set(pairs.map(([a, b]) => `${won(a, b)} ${won(b, a)}`)).size === pairs.length);
        const locked: (readonly [string, string])[] = [];
        const leads = (a: string, b: string): boolean =>
          locked.some(([from, to]) => from === a && (to === b || leads(to, b)));
        for (const [a, b] of pairs) if (!leads(b, a)) locked.push([a, b]);
        const place = (name: string) => order.findIndex((group) => group.includes(name));
        for (const [a, b] of locked) expect(place(a)).toBeLessThan(place(b));
      }),
    );
  });

  it('drop all of the equally strong pairs that close a circle', () => {
    const ballots = ['ABC', 'BCA', 'CAB'].map((order) => ({ ranking: [...order].map((name) => [name]) }));
    const counted = count({ method: 'ranked-pairs', options: ['A', 'B', 'C'], ballots });
    expect(counted).toMatchObject({
      order: [['A', 'B', 'C']],
      tie: { between: ['A', 'B', 'C'], for: 'win' },
    });
  });
});

describe('a run-off', () => {
  const ballots = (...lines: [string, number][]) =>
    lines.map(([order, weight]) => ({ ranking: [...order].map((name) => [name]), weight }));

  it('moves the votes of the lowest until one has more than half of what still counts', () => {
    const { winners, order, rounds } = count({
      method: 'irv',
      options: ['A', 'B', 'C'],
      ballots: ballots(['A', 45], ['BC', 30], ['CB', 20], ['C', 5]),
    });
    expect({ winners, order }).toEqual({ winners: ['B'], order: [['B'], ['A'], ['C']] });
    expect(rounds.map(({ exhausted }) => exhausted)).toEqual([0, 5]);
    expect(rounds[0]?.transfers).toEqual([
      { from: 'C', to: 'B', votes: 20 },
      { from: 'C', to: null, votes: 5 },
    ]);
  });

  it('tells equals apart by an earlier stage, then by the rule, and else says that it is a tie', () => {
    const poll = { method: 'irv', options: ['A', 'B'], ballots: ballots(['A', 3], ['B', 3]) };
    expect(count(poll)).toMatchObject({ winners: [], tie: { between: ['A', 'B'], for: 'win' } });
    expect(count({ ...poll, tieBreak: ['B', 'A'] })).toMatchObject({ winners: ['B'], tie: null });
    const later = ballots(['A', 10], ['B', 5], ['C', 4], ['DC', 1]);
    const { rounds } = count({ method: 'irv', options: ['A', 'B', 'C', 'D'], ballots: later });
    expect(rounds.map(({ eliminated }) => eliminated)).toEqual([['D'], ['C'], []]);
  });

  it('lets equals go out together only if all of them together are behind the next', () => {
    const of = (next: number) =>
      count({
        method: 'irv',
        options: ['A', 'B', 'C', 'D'],
        ballots: ballots(['A', next], ['B', next], ['C', 2], ['DB', 2]),
      });
    expect(of(5)).toMatchObject({ winners: ['B'], order: [['B'], ['A'], ['C', 'D']], tie: null });
    expect(of(4)).toMatchObject({ winners: [], tie: { between: ['C', 'D'], for: 'elimination' } });
  });

  it('cuts the value of transferred papers to five decimals, and loses nothing but the cuts', () => {
    const { rounds, quota, winners } = count({
      method: 'stv',
      options: ['A', 'B', 'C'],
      seats: 2,
      ballots: ballots(['AB', 7], ['AC', 4], ['C', 3], ['B', 1]),
    });
    // 15 valid papers, 2 seats: 15/3 + 1. A has 11, so each paper goes on at 5/11, cut to 0.45454.
    expect(quota).toBe(6);
    expect(rounds[1]?.transfers).toEqual([
      { from: 'A', to: 'B', votes: '159089/50000' },
      { from: 'A', to: 'C', votes: '22727/12500' },
    ]);
    expect(rounds[1]?.exhausted).toBe('3/50000');
    expect(winners).toEqual(['A', 'C']);
  });
});

describe('what is counted in one go', () => {
  it('gives each chosen option the whole weight, up to as many as may be chosen', () => {
    const poll = { method: 'plurality', options: ['A', 'B', 'C'], choicesMax: 2, seats: 2 };
    const ballots = [
      { choices: ['A', 'B'], weight: '3/2' },
      { choice: 'C' },
      { blank: true },
      { invalid: true },
    ];
    expect(count({ ...poll, ballots })).toMatchObject({
      winners: ['A', 'B'],
      tally: { A: '3/2', B: '3/2', C: 1 },
      cast: { ballots: 4, blank: 1, invalid: 1 },
    });
    expect(count({ ...poll, seats: 1, ballots })).toMatchObject({
      winners: [],
      tie: { between: ['A', 'B'], for: 'win' },
    });
  });

  it('adds scores, and gives equals under Borda the mean of their places', () => {
    const scored = [{ scores: { A: 5, B: 2 } }, { scores: { B: 4 }, weight: 2 }];
    expect(
      count({ method: 'score', options: ['A', 'B'], scoreRange: [0, 5], ballots: scored }),
    ).toMatchObject({
      tally: { A: 5, B: 10 },
    });
    const borda = { method: 'borda', options: ['A', 'B', 'C', 'D'], ballots: [{ ranking: [['A', 'B']] }] };
    expect(count(borda).tally).toEqual({ A: '5/2', B: '5/2', C: '1/2', D: '1/2' });
    expect(count({ ...borda, unranked: 'no-opinion' }).tally).toEqual({ A: '5/2', B: '5/2', C: 0, D: 0 });
  });
});

describe('a motion', () => {
  const votes = (yes: number, no: number, abstain = 0) => [
    ...Array.from({ length: yes }, () => ({ choice: 'yes' })),
    ...Array.from({ length: no }, () => ({ choice: 'no' })),
    ...Array.from({ length: abstain }, () => ({ choice: 'abstain' })),
  ];
  const adopted = (ballots: object[], rule: object, more: object = {}) =>
    count({ method: 'yes-no-abstain', ballots, rule, ...more }).adopted;

  it.each([
    ['votes', 2, 1, 5, true],
    ['valid', 2, 1, 5, false],
    ['cast', 2, 0, 1, false],
  ] as const)('of two thirds on the base of %s', (base, yes, no, abstain, result) => {
    const ballots = [...votes(yes, no, abstain), { blank: true }];
    expect(adopted(ballots, { majority: 'two-thirds', base })).toBe(result);
  });

  it('needs the majority of heads and of groups where the rule says both', () => {
    const rule = { majority: 'simple', base: 'votes', groups: { majority: 'simple' } };
    const of = (group: string, yes: number, no: number) =>
      votes(yes, no).map((ballot) => ({ ...ballot, group }));
    expect(adopted([...of('Fez', 9, 0), ...of('Lille', 0, 1), ...of('Coimbra', 0, 1)], rule)).toBe(false);
    expect(adopted([...of('Fez', 9, 0), ...of('Lille', 1, 0), ...of('Coimbra', 0, 1)], rule)).toBe(true);
  });

  it('is a tie where equal sides are to be compared, and none where a share is reached or not', () => {
    const of = (majority: unknown) =>
      count({ method: 'yes-no-abstain', ballots: votes(2, 2), rule: { majority, base: 'votes' } });
    expect(of('simple')).toMatchObject({ adopted: false, winners: [], tie: { between: ['yes', 'no'] } });
    expect(of({ num: 1, den: 2 })).toMatchObject({ adopted: true, winners: ['yes'], tie: null });
    expect(of('absolute')).toMatchObject({ adopted: false, winners: ['no'], tie: null });
  });

  it('decides nothing without its quorum, of heads', () => {
    const rule = { majority: 'simple', base: 'votes', quorum: { num: 1, den: 2, of: 'entitled' } };
    const heavy = [{ choice: 'yes', weight: 100 }];
    expect(count({ method: 'yes-no-abstain', ballots: heavy, rule, entitled: 3 })).toMatchObject({
      quorate: false,
      adopted: false,
      winners: [],
    });
    expect(adopted(heavy, rule, { entitled: 3, present: 2 })).toBe(true);
  });
});

describe('what cannot be counted', () => {
  const poll = { method: 'plurality', options: ['A', 'B'], ballots: [{ choice: 'A' }] };
  it.each([
    [null, 'the poll is no object'],
    [{ ...poll, method: 'coin' }, 'method is none of'],
    [{ ...poll, options: ['A', 'A'] }, 'an option is there twice'],
    [{ ...poll, ballots: [{ choice: 'Z' }] }, 'ballots[0] names "Z", which is no option'],
    [{ ...poll, choicesMax: 2, ballots: [{ choices: ['A', 'A'] }] }, 'ballots[0] names an option twice'],
    [{ ...poll, ballots: [{ choices: ['A', 'B'] }] }, 'ballots[0] chooses 2 options'],
    [{ ...poll, ballots: [{ choice: 'A', weight: 0.5 }] }, 'ballots[0].weight is no whole number'],
    [{ ...poll, ballots: [{ choice: 'A', weight: 0 }] }, 'ballots[0].weight is not above nothing'],
    [{ ...poll, seats: 3 }, 'there are 3 seats and 2 options'],
    [{ ...poll, method: 'irv', ballots: [{ ranking: [['A', 'B']] }] }, 'ranks options equally'],
    [{ ...poll, rule: { base: 'entitled' } }, 'the rule needs the number of entitled'],
    [{ ...poll, tieBreak: ['Z'] }, 'tieBreak names an option that is not there'],
  ])('is refused: %j', (bad, words) => {
    expect(() => count(bad)).toThrow(BadPoll);
    expect(() => count(bad)).toThrow(words);
  });
});

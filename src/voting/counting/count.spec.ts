import fc from 'fast-check';
import { polls, RANKED, value } from '../../../test/support/random-polls.js';
import { count } from './count.js';
import type { Counted } from './counting.contract.js';

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

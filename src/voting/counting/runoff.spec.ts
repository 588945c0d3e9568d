import { count } from './count.js';

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
    expect(rounds[0]?.transfers).toEqual([
      { from: 'A', to: 'B', votes: '159089/50000' },
      { from: 'A', to: 'C', votes: '22727/12500' },
    ]);
    expect(rounds[1]?.exhausted).toBe('3/50000');
    expect(winners).toEqual(['A', 'C']);
  });
});

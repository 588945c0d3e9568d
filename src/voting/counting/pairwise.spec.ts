import fc from 'fast-check';
import { polls, value } from '../../../test/support/random-polls.js';
import { count } from './count.js';

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

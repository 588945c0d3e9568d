import fc from 'fast-check';
import { effort, matching } from './matching.js';

const list = fc.array(fc.nat(3), { maxLength: 12 }).map((items) => Int32Array.from(items));

/** The length of a longest common subsequence, by trying all. */
function longest(a: Int32Array, b: Int32Array): number {
  if (a.length === 0 || b.length === 0) return 0;
  const [restA, restB] = [a.subarray(1), b.subarray(1)];
  return a[0] === b[0] ? 1 + longest(restA, restB) : Math.max(longest(restA, b), longest(a, restB));
}

describe('matching', () => {
  it('finds as many as trying all does, rising in both', () => {
    fc.assert(
      fc.property(list, list, (a, b) => {
        const pairs = matching(a, b, effort()) ?? [];
        for (const [at, [i, j]] of pairs.entries()) {
          expect(a[i]).toBe(b[j]);
          expect(i).toBeGreaterThan(pairs[at - 1]?.[0] ?? -1);
          expect(j).toBeGreaterThan(pairs[at - 1]?.[1] ?? -1);
        }
        expect(pairs).toHaveLength(longest(a, b));
      }),
    );
  });

  it('gives up where it was told to, after a number of steps and not after a time', () => {
    const [a, b] = [
      Int32Array.from({ length: 3_000 }, (_, at) => at % 7),
      Int32Array.from({ length: 3_000 }, (_, at) => at % 5),
    ];
    const budget = effort(10_000);
    expect(matching(a, b, budget)).toBeNull();
    expect(budget.left).toBeLessThanOrEqual(0);
    expect(budget.left).toBeGreaterThan(-20_000);
    expect(matching(Int32Array.of(1, 2, 3), Int32Array.of(1, 4, 3), effort(10))).toEqual([
      [0, 0],
      [2, 2],
    ]);
  });
});

import fc from 'fast-check';

const NAMES = ['A', 'B', 'C', 'D', 'E'];
export const RANKED = ['borda', 'schulze', 'ranked-pairs'] as const;
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
/** A poll by any method that ranks, on one to five options. */
export const polls = options.chain((names) =>
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

/** Near enough to compare by: what is counted exactly is shown as a number or a fraction. */
export const value = (exact: unknown): number => {
  const [num, den = '1'] = String(exact).split('/');
  return Number(num) / Number(den);
};

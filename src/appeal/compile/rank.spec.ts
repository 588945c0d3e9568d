import fc from 'fast-check';
import { REGIONS, type Region } from '../../forum/forum.contract.js';
import { log2, ONE, sqrt } from '../../text/fixed.js';
import type { Backers, Contribution } from './contributions.js';
import { scoreOf } from './rank.js';

const contribution = (backers: readonly Backers[]): Contribution => ({
  ref: { kind: 'proposal', id: 'p' },
  topicId: null,
  cityId: null,
  lang: 'fr',
  texts: [],
  backers,
  opposition: 0,
  standing: 'open',
  mergedInto: null,
});
const backers = fc.array(
  fc.record({
    cityId: fc.constantFrom(null, 'a', 'b', 'c'),
    region: fc.constantFrom(null, ...REGIONS),
    lang: fc.constantFrom('ar', 'fr', 'en'),
    count: fc.integer({ min: 1, max: 2_000 }),
  }),
  { minLength: 1, maxLength: 8 },
);

describe('the rank', () => {
  it('grows with anybody more, and does not ask in what order people came', () => {
    fc.assert(
      fc.property(backers, backers, (some, more) => {
        const total = scoreOf([contribution(some)]).total;
        expect(scoreOf([contribution([...some, ...more])]).total).toBeGreaterThanOrEqual(total);
        expect(scoreOf([contribution([...some].reverse())])).toEqual(scoreOf([contribution(some)]));
      }),
    );
  });

  it('does not make cities of an unknown region worse off than those of one', () => {
    const of = (region: Region | null) =>
      scoreOf([contribution([{ cityId: 'a', region, lang: 'fr', count: 7 }])]).total;
    expect(of(null)).toBe(of('africa'));
  });

  it.each([
    [
      'one person of another city outweighs doubling a city',
      [
        ['a', 'fr', 4],
        ['b', 'fr', 1],
      ],
      [['a', 'fr', 8]],
    ],
    [
      'two cities of ten outweigh one of eighty',
      [
        ['a', 'fr', 10],
        ['b', 'fr', 10],
      ],
      [['a', 'fr', 80]],
    ],
    [
      'a second language outweighs the same people in one',
      [
        ['a', 'fr', 5],
        ['b', 'ar', 5],
      ],
      [
        ['a', 'fr', 5],
        ['b', 'fr', 5],
      ],
    ],
    [
      'a second region of the world outweighs the same people in one',
      [
        ['a', 'fr', 5, 'africa'],
        ['b', 'fr', 5, 'europe'],
      ],
      [
        ['a', 'fr', 5, 'europe'],
        ['b', 'fr', 6, 'europe'],
      ],
    ],
    [
      'a city more outweighs a region more',
      [
        ['a', 'fr', 5, 'europe'],
        ['b', 'fr', 5, 'europe'],
        ['c', 'fr', 5, 'europe'],
      ],
      [
        ['a', 'fr', 5, 'africa'],
        ['b', 'fr', 5, 'europe'],
      ],
    ],
  ] as const)('%s', (_, better, worse) => {
    const total = (rows: readonly (readonly [string, string, number, Region?])[]) =>
      scoreOf([
        contribution(rows.map(([cityId, lang, count, region = null]) => ({ cityId, region, lang, count }))),
      ]).total;
    expect(total(better)).toBeGreaterThan(total(worse));
  });
});

describe('whole-number arithmetic', () => {
  it('finds logarithms within a 256th, and roots exactly', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 ** 31 - 1 }),
        fc.integer({ min: 0, max: 2 ** 51 }),
        (n, square) => {
          const exact = Math.log2(n) * ONE;
          expect(Math.abs(log2(n) - exact)).toBeLessThan(2);
          const root = sqrt(square);
          expect(root * root).toBeLessThanOrEqual(square);
          expect((root + 1) ** 2).toBeGreaterThan(square);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});

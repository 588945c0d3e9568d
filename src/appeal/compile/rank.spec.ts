import fc from 'fast-check';
import { REGIONS, type Region } from '../../forum/forum.contract.js';
import { log2, ONE, sqrt } from '../../text/fixed.js';
import type { Backers, Contribution, EndorsingCity } from './contributions.js';
import { scoreOf } from './rank.js';

const contribution = (
  backers: readonly Backers[],
  endorsingCities: readonly EndorsingCity[] = [],
): Contribution => ({
  ref: { kind: 'proposal', id: 'p' },
  topicId: null,
  cityId: null,
  lang: 'fr',
  texts: [],
  backers,
  endorsingCities,
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

const city = fc.record({
  cityId: fc.constantFrom('a', 'b', 'c', 'd'),
  region: fc.constantFrom(null, ...REGIONS),
  lang: fc.constantFrom('ar', 'fr', 'en'),
});
const cities = fc.uniqueArray(city, { selector: ({ cityId }) => cityId, maxLength: 4 });
/** As it would stand without a region and a language of its own, so that the word of the city alone is weighed. */
const plain = (cityId: string): EndorsingCity => ({ cityId, region: null, lang: 'fr' });
const person = (cityId: string | null, count = 1): Backers => ({ cityId, region: null, lang: 'fr', count });
const totalOf = (people: readonly Backers[], ...named: string[]) =>
  scoreOf([contribution(people, named.map(plain))]).total;

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

  it('grows with every city that stands behind it as such, and does not ask in what order cities came', () => {
    fc.assert(
      fc.property(backers, cities, city, (people, some, one) => {
        const before = scoreOf([contribution(people, some)]);
        expect(scoreOf([contribution(people, [...some].reverse())])).toEqual(before);
        if (some.some(({ cityId }) => cityId === one.cityId)) return;
        const after = scoreOf([contribution(people, [...some, one])]);
        expect(after.total).toBeGreaterThanOrEqual(before.total);
        expect(after).toMatchObject({
          support: before.support,
          endorsingCities: (before.endorsingCities as number) + 1,
        });
      }),
    );
  });

  it('counts a city once, however many of the joined contributions it stands behind, and whoever of it does', () => {
    fc.assert(
      fc.property(backers, cities, (people, some) => {
        const once = scoreOf([contribution(people, some), contribution([])]);
        expect(scoreOf([contribution(people, some), contribution([], some)])).toEqual(once);
        const names = new Set([...people, ...some].flatMap(({ cityId }) => cityId ?? []));
        expect(once).toMatchObject({ cities: names.size, endorsingCities: some.length });
      }),
    );
  });

  it('gives the word of a city more than one of its delegates, however many there are, and less than three', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50 }), (count) => {
        const without = count > 0 ? [person('a', count)] : [];
        const asCity = totalOf([person('b'), ...without], 'a');
        expect(asCity).toBeGreaterThan(totalOf([person('b'), ...without, person('a')]));
        expect(asCity).toBeLessThan(totalOf([person('b'), ...without, person('a', 3)]));
      }),
    );
  });

  it('puts breadth before the word of a city', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 200 }), (some, more) => {
        // The same people, and as many cities that speak as such: in two cities they are worth more than in one.
        const split = totalOf([person('a', 1 + some), person('b', 1 + more)], 'a', 'b');
        expect(split).toBeGreaterThan(totalOf([person('a', 2 + some + more)], 'a'));
        // Nor does its word add more to a city's people than one person of another city does.
        expect(totalOf([person('a', 1 + some), person('b')])).toBeGreaterThanOrEqual(
          totalOf([person('a', 1 + some)], 'a'),
        );
      }),
    );
    expect(totalOf([], 'a', 'b')).toBeGreaterThan(totalOf([person('a', 7)]));
    expect(totalOf([person('a'), person('b'), person('c')])).toBeGreaterThan(totalOf([person('a', 3)], 'a'));
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

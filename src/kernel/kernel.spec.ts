import fc from 'fast-check';
import { canonicalJson, type Json } from './canonical-json.js';
import { DomainError } from './errors.js';
import { Fraction } from './fraction.js';
import { chain, firstBroken } from './hash-chain.js';
import { newCode, newId, normaliseCode } from './ids.js';
import { fromAcceptLanguage, pick } from './localized.js';
import { decodeCursor, encodeCursor, toPage } from './pagination.js';

const json = fc
  .jsonValue({ maxDepth: 3 })
  .filter((value) => JSON.stringify(value).isWellFormed()) as fc.Arbitrary<Json>;

describe('canonical JSON', () => {
  it('reads back as the same value, and is the same for any order of keys', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
        expect(canonicalJson(reversed(value))).toBe(text);
      }),
    );
  });

  it('writes the example of RFC 8785', () => {
    const value = {
      numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001],
      string: '\u20ac$\u000F\u000aA\'\u0042\u0022\u005c\\"/',
      literals: [null, true, false],
    };
    expect(canonicalJson(value)).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  it('refuses what has no one text', () => {
    expect(() => canonicalJson(Number.NaN)).toThrow(TypeError);
    expect(() => canonicalJson('\ud800')).toThrow(TypeError);
  });
});

function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([k, v]) => [k, reversed(v as Json)]),
  );
}

describe('a hash chain', () => {
  it('breaks at the first entry that was changed, dropped or added', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { minLength: 1 }), fc.nat(), (entries, at) => {
        const hashes = chain(entries);
        expect(firstBroken(entries, hashes)).toBe(-1);
        const index = at % entries.length;
        expect(firstBroken(entries.with(index, `${entries[index]}!`), hashes)).toBe(index);
        expect(firstBroken(entries.slice(0, -1), hashes)).toBe(entries.length - 1);
        expect(firstBroken([...entries, 'more'], hashes)).toBe(entries.length);
      }),
    );
  });
});

describe('a fraction', () => {
  const fraction = fc
    .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 1_000_000n }))
    .map(([num, den]) => Fraction.of(num, den));

  it('adds, multiplies and compares without losing anything', () => {
    fc.assert(
      fc.property(fraction, fraction, fraction, (a, b, c) => {
        expect(a.plus(b).minus(b).toString()).toBe(a.toString());
        expect(a.times(b.plus(c)).toString()).toBe(a.times(b).plus(a.times(c)).toString());
        expect(a.compare(b)).toBe(-b.compare(a) + 0);
        expect(Fraction.parse(a.toString()).compare(a)).toBe(0);
      }),
    );
  });

  it.each(['', '1.5', '1/0', '1e3', ' 1', '1/-2', '9'.repeat(31)])('is not read from %j', (text) => {
    expect(() => Fraction.parse(text)).toThrow(RangeError);
  });
});

describe('codes and ids', () => {
  it('survive being typed by a person', () => {
    const code = newCode(10);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{10}$/);
    const typed = ` ${code.slice(0, 5).toLowerCase()} – ${code.slice(5).replace(/1/g, 'l').replace(/0/g, 'o')} `;
    expect(normaliseCode(typed)).toBe(code);
  });

  it('sort by the time they were made', () => {
    const ids = Array.from({ length: 50 }, newId);
    expect([...ids].sort()).toEqual(ids);
  });
});

describe('languages', () => {
  it.each([
    ['ar-MA,ar;q=0.9,fr;q=0.8', 'ar'],
    ['es,de;q=0.9,en;q=0.1', 'en'],
    ['fr;q=0.2,en;q=0.7', 'en'],
    ['en;q=0', 'fr'],
    ['', 'fr'],
    [undefined, 'fr'],
  ])('of a browser that asks for %j: %s', (header, lang) => {
    expect(fromAcceptLanguage(header)).toBe(lang);
  });

  it('fall back to one that has a text, and say which', () => {
    expect(pick({ en: 'Appeal' }, 'ar')).toEqual({ lang: 'en', text: 'Appeal' });
    expect(pick({}, 'ar')).toBeNull();
  });
});

describe('a page', () => {
  it('has a next one only if there is more, and its cursor reads back', () => {
    const rows = [1, 2, 3].map((n) => ({ n }));
    const page = toPage(
      rows,
      2,
      ({ n }) => n,
      ({ n }) => ['x', n],
    );
    expect(page.items).toEqual([1, 2]);
    expect(decodeCursor(page.next as string, 2)).toEqual(['x', 2]);
    expect(
      toPage(
        rows,
        3,
        ({ n }) => n,
        ({ n }) => [n],
      ).next,
    ).toBeNull();
  });

  it.each(['', 'x', encodeCursor(['only one']), Buffer.from('[{},1]').toString('base64url')])(
    'is refused for the cursor %j',
    (cursor) => {
      expect(() => decodeCursor(cursor, 2)).toThrow(DomainError);
    },
  );
});

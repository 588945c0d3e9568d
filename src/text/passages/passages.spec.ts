import fc from 'fast-check';
import { edited, paragraph, word } from '../../../test/support/random-texts.js';
import { tokens } from '../tokens.js';
import { wordsOf } from './clause-words.js';
import { isNear, lettersOf } from './nearest.js';
import { Passages } from './passages.js';
import type { Place, Quote } from './quote.js';

type Clause = { readonly id: string; readonly text: string };

const clauses = (...texts: string[]): Clause[] => texts.map((text, at) => ({ id: `c${at}`, text }));
/** The quote of words that stand in a clause once, as it is kept. */
const quoted = (list: readonly Clause[], exact: string, id = 'c0', beside: Partial<Quote> = {}): Quote => {
  const quote = new Passages(list).quote({ exact, prefix: '', suffix: '', ...beside }, id);
  if (!quote) throw new Error(`no quote of ${exact}`);
  return quote;
};
const find = (list: readonly Clause[], quote: Quote, id = 'c0'): Place | null =>
  new Passages(list).find(quote, id);
const wordsAt = (list: readonly Clause[], place: Place | null): string | null =>
  place &&
  `${place.clauseId}: ${list.find(({ id }) => id === place.clauseId)?.text.slice(place.start, place.end)}`;
const readAt = (list: readonly Clause[], quote: Quote, id = 'c0') => wordsAt(list, find(list, quote, id));

const WATER = 'We call on cities to keep a public fountain in every quarter, and to keep it clean.';
const EAU =
  "Nous appelons les villes à garder une fontaine publique dans chaque quartier, où l'eau est à tous.";
const MAA = 'ندعو المدن إلى أن تُبقي سقايةً عموميةً في كل حيّ، وأن تصون ماءها للجميع 👨‍👩‍👧 دون مقابل.';

describe('a passage that is quoted', () => {
  it('is kept in whole words with what stands around it', () => {
    expect(quoted(clauses(WATER), 'blic fount')).toMatchObject({ exact: 'public fountain' });
    expect(quoted(clauses(EAU), 'eau').exact).toBe("l'eau");
    expect(quoted(clauses(MAA), ' سقاية').exact).toBe('سقايةً');
    expect(quoted(clauses(MAA), '👩').exact).toBe('👨‍👩‍👧');
    expect(quoted(clauses(WATER), WATER)).toEqual({ exact: WATER, prefix: '', suffix: '' });
    const { prefix, exact, suffix } = quoted(clauses(WATER), 'fountain');
    expect(WATER).toContain(prefix + exact + suffix);
  });

  it('is the one that its context points at, and none where several fit', () => {
    const list = clauses(WATER);
    const one = { exact: 'keep', prefix: '', suffix: '' };
    expect(new Passages(list).quote(one, 'c0')).toBeNull();
    expect(quoted(list, 'keep', 'c0', { prefix: 'and to ' }).suffix).toBe(' it clean.');
    expect(new Passages(list).quote({ ...one, exact: 'river' }, 'c0')).toBeNull();
    expect(new Passages(list).quote({ ...one, exact: 'fountain' }, 'gone')).toBeNull();
    expect(new Passages(list).quote({ ...one, exact: ' ' }, 'c0')).toBeNull();
  });

  it('has as much context as tells it from every other place', () => {
    const same = 'all regional and local governments that met here in Fez, and those who will join them, ';
    const list = clauses(`We ask ${same}to keep water.`, `We ask ${same}to keep parks.`);
    expect(quoted(list, 'We ask').suffix).toContain('water');
  });
});

describe('a passage in a text that went on', () => {
  it.each([
    ['en', WATER, 'public fountain', `First of all, ${WATER} So be it.`],
    ['fr', EAU, 'fontaine publique', EAU.replace('appelons', 'invitons').replace('chaque quartier', 'tous')],
    ['ar', MAA, 'سقايةً عموميةً', MAA.replace('ندعو', 'ندعو جميع').replace('للجميع', 'لكل الناس')],
  ])('is found to the letter where what is around it changed (%s)', (_, before, exact, now) => {
    expect(readAt(clauses(now), quoted(clauses(before), exact))).toBe(`c0: ${exact}`);
  });

  it('is the same one of several that read alike, or none', () => {
    const second = quoted(clauses(WATER), 'keep', 'c0', { prefix: 'and to ' });
    const moved = clauses(`Whereas much is lost, ${WATER}`);
    expect(find(moved, second)?.start).toBe(moved[0]?.text.lastIndexOf('keep'));
    expect(find(clauses('They keep this, they keep that, they keep all.'), second)).toBeNull();
  });

  it('is found word by word where less than half of it changed', () => {
    const quote = quoted(clauses(WATER), 'keep a public fountain in every quarter');
    const now = clauses(WATER.replace('public', 'free public').replace('every', 'each'));
    expect(readAt(now, quote)).toBe('c0: keep a free public fountain in each quarter');
    expect(find(clauses(WATER.replace('public fountain in every quarter', 'river')), quote)).toBeNull();
    const arabic = quoted(clauses(MAA), 'تُبقي سقايةً عموميةً في كل حيّ');
    expect(readAt(clauses(MAA.replace('تُبقي سقايةً', 'تبقي سقاية')), arabic)).toBe(
      'c0: تبقي سقاية عموميةً في كل حيّ',
    );
  });

  it('follows a split, a join and a move', () => {
    const quote = quoted(clauses(WATER), 'keep it clean');
    const [first, second] = [
      'We call on cities to keep a public fountain in every quarter.',
      'And to keep it clean.',
    ];
    expect(
      readAt(
        [
          { id: 'c0', text: first },
          { id: 'new', text: second },
        ],
        quote,
      ),
    ).toBe('new: keep it clean');
    expect(readAt([{ id: 'other', text: `We met in Fez.\n${WATER}` }], quote)).toBe('other: keep it clean');
    expect(
      readAt(
        [
          { id: 'x', text: EAU },
          { id: 'c0', text: WATER },
        ],
        quote,
      ),
    ).toBe('c0: keep it clean');
  });

  it('goes with the part that has its context, when both parts of a split have its words', () => {
    const text = 'The city shall keep the water and the city shall keep the parks of all quarters.';
    const quote = quoted(clauses(text), 'the city', 'c0', { prefix: 'and ' });
    const split = [
      { id: 'c0', text: 'The city shall keep the water and the city too' },
      { id: 'new', text: 'the city shall keep the parks of all quarters.' },
    ];
    expect(readAt(split, quote)).toBe('new: the city');
  });

  it('stays with its clause where another begins with the same words', () => {
    const list = clauses('We call on cities to keep their water.', 'We call on cities to keep their parks.');
    const quote = quoted(list, 'We call on cities');
    const now = clauses('We call on cities to protect their water.', list[1]?.text as string);
    expect(readAt(now, quote)).toBe('c0: We call on cities');
    expect(find(list.slice(1), quote)).toBeNull();
  });

  it('stays with its clause where another has as much of the context as was kept, or its words alone', () => {
    const same =
      'all regional and local governments that met here in Fez and those who will join them '.repeat(4);
    const list = clauses(`We ask ${same}to keep water.`, `We ask ${same}to keep parks.`);
    const now = clauses(list[0]?.text.replace('met here', 'came') as string, list[1]?.text as string);
    expect(readAt(now, quoted(list, 'We ask'))).toBe('c0: We ask');
    const quote = quoted(clauses(WATER), 'keep a public fountain in every quarter');
    const both = clauses(
      'Let us keep a public fountain in every quarter!',
      'Who will keep a public fountain in every quarter?',
    );
    expect(readAt(both, quote)).toBe('c0: keep a public fountain in every quarter');
  });

  it('is nowhere once it was taken out, or stands elsewhere by a word alone', () => {
    const quote = quoted(clauses(WATER), 'fountain');
    expect(find(clauses('We call on cities to keep it clean.'), quote)).toBeNull();
    expect(find([{ id: 'c1', text: 'The fountain of Nejjarine is a monument.' }], quote)).toBeNull();
    expect(find([], quote)).toBeNull();
  });

  it('is not guessed where two clauses hold it alike', () => {
    const quote = quoted(clauses(WATER), 'keep a public fountain in every quarter');
    const twice = ['a', 'b'].map((id) => ({ id, text: 'Let us keep a public fountain in every quarter!' }));
    expect(find(twice, quote)).toBeNull();
    const nearly = twice.map(({ id }) => ({ id, text: 'Let us keep one public fountain in every quarter!' }));
    expect(find(nearly, quote)).toBeNull();
    expect(readAt(nearly.slice(1), quote)).toBe('b: keep one public fountain in every quarter');
  });

  it('is not looked for word by word beyond the effort that is left', () => {
    const quote = quoted(clauses(WATER), 'keep a public fountain in every quarter');
    const now = clauses(WATER.replace('public', 'free public'));
    expect(new Passages(now, 10).find(quote, 'c0')).toBeNull();
    expect(new Passages(now).find(quote, 'c0')).not.toBeNull();
  });
});

describe('a passage that was made to be hard', () => {
  const everywhere = clauses('a '.repeat(20_000));
  const hard = { exact: 'a', prefix: 'a '.repeat(100), suffix: ` ${'a '.repeat(99)}x` };

  it('needs attention, and takes nothing from those that are looked for after it', () => {
    const list = [...everywhere, { id: 'c1', text: WATER.replace('public', 'free public') }];
    const quote = quoted(clauses(WATER), 'keep a public fountain in every quarter');
    const passages = new Passages(list);
    const alone = passages.find(quote, 'c1');
    expect(alone).not.toBeNull();
    for (let at = 0; at < 20; at++) expect(passages.find(hard, 'c0')).toBeNull();
    expect(passages.find(quote, 'c1')).toEqual(alone);
  });
});

describe('the opening of a clause', () => {
  it('is known again where the clause got another id, and ends with a word', () => {
    const list = clauses(`${WATER} ${EAU} ${WATER} ${EAU} ${WATER}`);
    const opening = new Passages(list).opening('c0') as Quote;
    expect(list[0]?.text.startsWith(opening.exact)).toBe(true);
    expect(opening.exact.length).toBeLessThanOrEqual(300);
    expect(find([{ id: 'new', text: list[0]?.text as string }], opening)).toMatchObject({ clauseId: 'new' });
    expect(new Passages(clauses(' ')).opening('c0')).toBeNull();
  });
});

/** Texts of the three languages, and which of their words are quoted. */
const text = paragraph(14).filter((each) => wordsOf(each).length > 0);
const texts = fc.array(text, { minLength: 1, maxLength: 4 });
const chosen = fc.tuple(fc.nat(), fc.nat(), fc.nat(6));

/** The words from one to another of a clause, quoted with all that stands around them. */
function pointed(list: readonly Clause[], [clause, from, more]: readonly [number, number, number]) {
  const { id, text: whole } = list[clause % list.length] as Clause;
  const words = wordsOf(whole);
  const first = from % words.length;
  const last = words[Math.min(first + more, words.length - 1)] as { end: number };
  const { start } = words[first] as { start: number };
  const [exact, prefix, suffix] = [
    whole.slice(start, last.end),
    whole.slice(0, start),
    whole.slice(last.end),
  ];
  return { id, start, end: last.end, quote: new Passages(list).quote({ exact, prefix, suffix }, id) };
}

/**
 * Words of which none is like another, so that each place is told from all others. A sign of direction before a word
 * goes with the space before it; such ones are not stored.
 */
const unlike = fc
  .uniqueArray(
    fc.tuple(
      word.filter((each) => !each.startsWith('\u2067')),
      fc.nat(400),
    ),
    { minLength: 8, maxLength: 24, selector: ([, n]) => n },
  )
  .map((list) => list.map(([stem, n]) => `${stem}${String.fromCodePoint(0x1400 + n)}${n}`));

describe('whatever the texts', () => {
  it('a passage is found in the place where it was quoted', () => {
    fc.assert(
      fc.property(texts, chosen, (all, which) => {
        const list = clauses(...all);
        const { id, start, end, quote } = pointed(list, which);
        if (quote) expect(find(list, quote, id)).toEqual({ clauseId: id, start, end });
      }),
    );
  });

  it('what is found begins and ends where words do, and reads as was quoted or nearly so', () => {
    fc.assert(
      fc.property(fc.array(edited(text), { minLength: 1, maxLength: 4 }), chosen, (pairs, which) => {
        const { id, quote } = pointed(clauses(...pairs.map(([before]) => before)), which);
        const now = clauses(...pairs.map(([, next]) => next));
        const place = quote && find(now, quote, id);
        if (!quote || !place) return;
        const whole = now.find((each) => each.id === place.clauseId)?.text as string;
        const read = whole.slice(place.start, place.end);
        const cuts = new Set([0]);
        for (const token of tokens(whole)) cuts.add(Math.max(...cuts) + token.length);
        expect(cuts.has(place.start) && cuts.has(place.end)).toBe(true);
        const [were, are] = [wordsOf(quote.exact), wordsOf(read)];
        const kept = new Set(are.map(({ folded }) => folded));
        const lost = lettersOf(were.filter(({ folded }) => !kept.has(folded)));
        if (read !== quote.exact) expect(isNear(lost, lettersOf(were))).toBe(true);
      }),
    );
  });

  it('a passage is found again after words came before and behind, a split, a join and a move', () => {
    fc.assert(
      fc.property(
        unlike,
        fc.nat(),
        fc.nat(3),
        fc.constantFrom(' ', ', ', '، ', '\n'),
        (words, at, more, gap) => {
          const from = at % words.length;
          const to = Math.min(from + more, words.length - 1) + 1;
          const whole = words.join(gap);
          const quote = quoted(clauses(whole), words.slice(from, to).join(gap));
          const { exact } = quote;
          expect(readAt(clauses(`Fès ${whole} فاس`), quote)).toBe(`c0: ${exact}`);
          const [head, rest] = [words.slice(0, from).join(gap), words.slice(from).join(gap)];
          const split = [
            { id: 'c0', text: head },
            { id: 'new', text: rest },
          ];
          const telling = wordsOf(exact).length >= 5 || to < words.length;
          if (from > 0) expect(readAt(split, quote)).toBe(telling ? `new: ${exact}` : null);
          expect(readAt([{ id: 'into', text: `Fez.\n${whole}` }], quote)).toBe(`into: ${exact}`);
          const without = clauses([...words.slice(0, from), ...words.slice(to)].join(gap));
          expect(find(without, quote)).toBeNull();
        },
      ),
    );
  });
});

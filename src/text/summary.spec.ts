import fc from 'fast-check';
import { type Said, summarise } from './summary.js';

const WORDS: Readonly<Record<string, readonly string[]>> = {
  fr: 'les villes doivent ouvrir leurs archives aux écoles du quartier et publier le budget de chaque commune'.split(
    ' ',
  ),
  ar: 'ينبغي أن تفتح المدن أرشيفها أمام مدارس الأحياء وأن تنشر ميزانية كل جماعة في كل سنة'.split(' '),
  en: 'cities should open their archives to the schools of every quarter and publish each budget every year'.split(
    ' ',
  ),
};
const sentence = (lang: string) =>
  fc
    .array(fc.constantFrom(...(WORDS[lang] as readonly string[])), { minLength: 2, maxLength: 14 })
    .map((list) => `${list.join(' ')}.`);
const said: fc.Arbitrary<Said[]> = fc
  .array(
    fc.constantFrom('fr', 'ar', 'en').chain((lang) =>
      fc.record({
        lang: fc.constant(lang),
        cityId: fc.constantFrom(null, 'a', 'b', 'c'),
        text: fc.array(sentence(lang), { minLength: 1, maxLength: 5 }).map((list) => list.join(' ')),
      }),
    ),
    { maxLength: 40 },
  )
  .map((list) => list.map((each, at) => ({ id: `m${at}`, ...each })));

const post = (id: string, cityId: string, text: string): Said => ({ id, lang: 'fr', cityId, text });

describe('a summary', () => {
  it('quotes to the letter, one sentence of a text, in the order in which they were said', () => {
    fc.assert(
      fc.property(said, (all) => {
        const quotes = summarise(all);
        const order = quotes.map(({ id }) => all.findIndex((each) => each.id === id));
        expect(order).toEqual([...new Set(order)].sort((a, b) => a - b));
        for (const { id, quote } of quotes) expect(all.find((each) => each.id === id)?.text).toContain(quote);
        expect(quotes.length).toBeLessThanOrEqual(7);
        expect(summarise(all)).toEqual(quotes);
      }),
      { numRuns: 60 },
    );
  });

  it('takes what many say before what one says, and lets another city speak before the same twice', () => {
    const all = [
      ...Array.from({ length: 10 }, (_, i) =>
        post(
          `fez${i}`,
          'fez',
          `Les villes doivent ouvrir leurs archives aux écoles du quartier ${'abcdefghij'[i]}.`,
        ),
      ),
      post('alone', 'fez', 'Ma grand-mère préparait jadis un excellent couscous aux sept légumes.'),
      post('fez-too', 'fez', 'Les archives de chaque commune racontent la vie du quartier aux écoles.'),
      post(
        'lahore',
        'lahore',
        'Chaque commune devrait publier son budget et ouvrir ses archives aux habitants.',
      ),
    ];
    const quoted = summarise(all).map(({ id }) => id);
    expect(quoted).toContain('lahore');
    expect(quoted).not.toContain('alone');
    expect(quoted.filter((id) => /^fez\d/.test(id))).toHaveLength(1);
  });

  it('of nothing, of questions and of scraps is empty', () => {
    expect(summarise([])).toEqual([]);
    expect(
      summarise([post('a', 'fez', 'Oui. Non. Pourquoi ne pas ouvrir toutes les archives des villes ?')]),
    ).toEqual([]);
  });

  it('is found for texts of any length', () => {
    const long = post('a', 'fez', 'Les villes doivent ouvrir leurs archives aux écoles. '.repeat(20_000));
    expect(summarise([long, { ...long, id: 'b', cityId: 'lahore' }])).toHaveLength(1);
  });
});

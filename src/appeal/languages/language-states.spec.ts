import fc from 'fast-check';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { languageState, sourceOf, wordsHash } from './language-states.js';

const CLAUSE = { lang: 'fr', texts: { fr: 'Nous restaurons.', en: 'We restore.', ar: 'نرمم.' } };

const statesAfter = (change: Partial<Record<Lang, string>>, lang = 'fr') => {
  const changed = { lang, texts: { ...CLAUSE.texts, ...change } };
  return LANGS.map((each) => languageState(changed, each, wordsHash(CLAUSE, each)));
};

describe('the languages of a clause', () => {
  it('are approved for as long as nothing changes', () => {
    expect(statesAfter({})).toEqual(['approved', 'approved', 'approved']);
    expect(LANGS.map((lang) => languageState(CLAUSE, lang, null))).toEqual(Array(3).fill('unapproved'));
  });

  it('are all stale once the words of the source change', () => {
    expect(statesAfter({ fr: 'Nous rénovons.' })).toEqual(['stale', 'stale', 'stale']);
  });

  it('are stale one by one where a translation changes', () => {
    expect(statesAfter({ en: 'We renovate.' })).toEqual(['approved', 'approved', 'stale']);
  });

  it('are stale where another becomes the source', () => {
    expect(statesAfter({}, 'en')).toEqual(['stale', 'stale', 'stale']);
  });

  it('are missing without words', () => {
    expect(statesAfter({ ar: '' })[0]).toBe('missing');
    expect(wordsHash({ lang: 'fr', texts: {} }, 'fr')).toBeNull();
  });

  it('have a source that has words', () => {
    expect(sourceOf(CLAUSE)).toBe('fr');
    expect(sourceOf({ lang: 'es', texts: { en: 'We' } })).toBe('en');
    expect(sourceOf({ lang: 'ar', texts: { fr: 'Nous' } })).toBe('fr');
  });

  it('are never taken for others: an approval fits the one pair of words that it was given for', () => {
    const texts = fc.record({ fr: fc.string({ minLength: 1 }), en: fc.string({ minLength: 1 }) });
    fc.assert(
      fc.property(texts, texts, (one, other) => {
        const same = one.fr === other.fr && one.en === other.en;
        const state = languageState(
          { lang: 'fr', texts: other },
          'en',
          wordsHash({ lang: 'fr', texts: one }, 'en'),
        );
        expect(state).toBe(same ? 'approved' : 'stale');
      }),
    );
  });
});

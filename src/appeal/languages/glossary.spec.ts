import { contradicts, departures, holdsTerm } from './glossary.js';

const BUDGET = { ar: 'ميزانية تشاركية', fr: 'budget participatif', en: 'participatory budget' };
const MEDINA = { ar: 'مدينة عتيقة', fr: 'médina', en: 'medina' };
const APPEAL = { ar: 'نداء فاس', fr: 'Appel de Fès', en: 'Fez Appeal' };

describe('a term', () => {
  it.each([
    ['We open a Participatory Budget in each city.', 'participatory budget', 'en', true],
    ['Les budgets participatifs de la ville.', 'budget participatif', 'fr', true],
    ['Le budget, participatif ou non.', 'budget participatif', 'fr', true],
    ['Le budget de la ville participative.', 'budget participatif', 'fr', false],
    ['La Medina de Fès', 'médina', 'fr', true],
    ['L’appel de Fès', 'Appel de Fès', 'fr', true],
    ['art of the city', 'art', 'en', true],
    ['arts of the city', 'art', 'en', false],
    ['نلتزم بميزانية تشاركية في كل مدينة', 'ميزانية تشاركية', 'ar', true],
    ['والميزانية التشاركية للمدن', 'ميزانية تشاركية', 'ar', true],
    ['نَدعو إلى ترميم المدينة العتيقة', 'مدينة عتيقة', 'ar', true],
    ['ترميم المدن', 'مدينة عتيقة', 'ar', false],
    ['', 'médina', 'fr', false],
    ['médina', '…', 'fr', false],
  ] as const)('in “%s”: %s', (text, term, lang, found) => {
    expect(holdsTerm(text, term, lang)).toBe(found);
  });
});

describe('a translation', () => {
  const source = { text: 'Nous ouvrons un budget participatif dans chaque médina.', lang: 'fr' as const };

  it('departs from the glossary where a term of the source is rendered otherwise', () => {
    const text = 'We open a citizens’ budget in each medina.';
    expect(departures(source, { text, lang: 'en' }, [BUDGET, MEDINA, APPEAL])).toEqual([
      { term: 'budget participatif', expected: 'participatory budget' },
    ]);
  });

  it('does not where each is as it is fixed, in another order too', () => {
    const text = 'نفتح في كل مدينة عتيقة ميزانية تشاركية.';
    expect(departures(source, { text, lang: 'ar' }, [BUDGET, MEDINA, APPEAL])).toEqual([]);
  });

  it('of the source into itself is none', () => {
    expect(departures(source, { ...source, text: 'Rien.' }, [BUDGET])).toEqual([]);
  });
});

it('two entries contradict each other where one wording is rendered in two ways', () => {
  expect(contradicts(BUDGET, { ...BUDGET, en: 'citizens’ budget' })).toBe(true);
  expect(contradicts(BUDGET, { ...BUDGET, en: 'Participatory  Budget' })).toBe(false);
  expect(contradicts(BUDGET, MEDINA)).toBe(false);
});

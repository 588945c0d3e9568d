import { byCodePoint, fold } from './fold.js';
import { detectLanguage } from './language.js';
import { paragraphs } from './paragraphs.js';
import { terms } from './terms.js';
import { foldedWords, words } from './words.js';

describe('terms', () => {
  it('joins the forms of a word within a language', () => {
    expect(terms('les habitants, un habitant', 'fr')).toEqual(['habit', 'habit']);
    expect(new Set(terms('participating participation participate', 'en')).size).toBe(1);
    expect(new Set(terms('المدينة والمدينة مدينة بالمدينة', 'ar')).size).toBe(1);
  });

  it('leaves out stop words with and without accents and after an apostrophe', () => {
    expect(terms("l'arbre où nous étions, à l’école", 'fr')).toEqual(['arbre', 'ecol']);
    expect(terms('إلى المدينة من أجل الناس', 'ar')).not.toContain('الي');
  });

  it('keeps the words of a language without a stemmer', () => {
    expect(terms('демократия города', 'ru')).toEqual(['демократия', 'города']);
  });
});

describe('fold', () => {
  it('makes one form of what readers take for the same', () => {
    expect(fold('Œuvre d’ÉTÉ')).toBe("oeuvre d'ete");
    expect(fold('مَدِينَةٌ')).toBe(fold('مدينه'));
    expect(fold('أإآا')).toBe('اااا');
    expect(foldedWords('L’eau, l’e\u0301te\u0301')).toEqual(['l', 'eau', 'l', 'ete']);
  });
});

describe('byCodePoint', () => {
  it('puts signs outside the basic plane behind those inside', () => {
    expect(['𝒳', '\uffee', 'b', 'ab', 'a'].sort(byCodePoint)).toEqual(['a', 'ab', 'b', '\uffee', '𝒳']);
  });
});

describe('spans', () => {
  it('are exact', () => {
    const text = 'Fès, c’est فاس!';
    expect(words(text).map(({ start, end }) => text.slice(start, end))).toEqual(['Fès', 'c', 'est', 'فاس']);
    expect(paragraphs(' a\nb \n \n\n c ').map(({ start, end }) => [start, end])).toEqual([
      [1, 4],
      [10, 11],
    ]);
  });
});

describe('detectLanguage', () => {
  it('tells the three languages and a fourth apart', () => {
    expect(detectLanguage('Les villes doivent écouter leurs habitants.')).toBe('fr');
    expect(detectLanguage('Cities should listen to the people who live there.')).toBe('en');
    expect(detectLanguage('يجب على المدن أن تصغي إلى سكانها.')).toBe('ar');
    expect(detectLanguage('Queremos mejorar los espacios públicos de la ciudad.')).toBe('es');
    expect(detectLanguage('12 – 34')).toBeNull();
  });
});

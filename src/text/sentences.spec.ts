import fc from 'fast-check';
import { afterBullet, sentences } from './sentences.js';

const split = (text: string) => sentences(text).map(({ start, end }) => text.slice(start, end));

describe('sentences', () => {
  it('ends at full stops, question and exclamation marks of three languages', () => {
    expect(split('Une ville écoute. Elle décide! Pourquoi? Parce que.')).toEqual([
      'Une ville écoute.',
      'Elle décide!',
      'Pourquoi?',
      'Parce que.',
    ]);
    expect(split('نلتزم بالحوار. هل تكفي الاستشارة؟ لا تكفي.')).toEqual([
      'نلتزم بالحوار.',
      'هل تكفي الاستشارة؟',
      'لا تكفي.',
    ]);
  });

  it('does not end at abbreviations, initials and numbers', () => {
    expect(split('M. Alami et Mme. Durand de St. Denis ont parlé. On vota.')).toHaveLength(2);
    expect(split('Dr. Smith met J. R. Jones at 3.30 p. 12. They agreed.')).toEqual([
      'Dr. Smith met J. R. Jones at 3.30 p. 12.',
      'They agreed.',
    ]);
    expect(split('قال د. العلمي كلمته. ثم صمت.')).toHaveLength(2);
    expect(split('Des parcs, des jardins, etc. sont ouverts. Fin.')).toHaveLength(2);
  });

  it('keeps closing quotes with their sentence and finds a forgotten space', () => {
    expect(split('« Écoutons. » Il dit cela. "Go." Now.')).toEqual([
      '« Écoutons. »',
      'Il dit cela.',
      '"Go."',
      'Now.',
    ]);
    expect(split('Baissons les taxes.Les communes suivront.')).toHaveLength(2);
    expect(split('Voir nidaa.example et 3.5 millions.')).toHaveLength(1);
  });

  it('takes list items apart and wrapped lines together', () => {
    expect(split('Mesures\n- Ouvrir les écoles\n- Planter des arbres')).toHaveLength(3);
    expect(split('une prime qui devrait exclure\nles véhicules neufs.')).toHaveLength(1);
    expect(split('premier paragraphe\n\nsuite en minuscule')).toHaveLength(2);
    const text = '1) - Ouvrir les écoles';
    const { start, end } = afterBullet(text, { start: 0, end: text.length });
    expect(text.slice(start, end)).toBe('Ouvrir les écoles');
  });

  it('covers every visible sign of any text once, in order', () => {
    const alphabet = [
      'a',
      'É',
      ' ',
      '\n',
      '.',
      '!',
      '؟',
      'ن',
      '«',
      '»',
      '"',
      '3',
      '…',
      '-',
      ')',
      '\u00a0',
      '𝒳',
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...alphabet), { maxLength: 80 }), (signs) => {
        const text = signs.join('');
        const found = sentences(text);
        for (const [i, span] of found.entries())
          expect(span.start).toBeGreaterThanOrEqual(i ? (found[i - 1]?.end ?? 0) : 0);
        const kept = found.map(({ start, end }) => text.slice(start, end)).join('');
        expect(kept.replace(/\s/g, '')).toBe(text.replace(/\s/g, ''));
      }),
    );
  });
});

import { lettersOf, openPdf } from '../../../test/support/pdf-files.js';
import { makeRelease } from '../../../test/support/releases.js';
import type { Lang } from '../../kernel/localized.js';
import type { FileSet } from './release.format.js';

let files: FileSet;
beforeAll(async () => {
  ({ files } = await makeRelease());
}, 60_000);

const open = (lang: Lang) => openPdf(files.get(`appeal.${lang}.pdf`) as Uint8Array);

describe('the PDF', () => {
  it.each([
    ['fr', 'Appel de Fès', 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.'],
    ['en', 'Fez Appeal', 'We undertake to entrust residents with a part of the budget of every city.'],
  ] as const)('in %s has the title, the clauses and the sources as notes', async (lang, title, clause) => {
    const { words, info } = await open(lang);
    expect(info.Title).toBe(title);
    expect(info.Language).toBe(lang);
    expect(words).toContain(clause);
    expect(words).toContain(
      lang === 'fr' ? 'Proposition 1, Fès, 5 soutiens' : 'Proposal 1, Fez, 5 supporters',
    );
  });

  it('in Arabic can be read again', async () => {
    const { words, info } = await open('ar');
    expect([info.Title, info.Language]).toEqual(['نداء فاس', 'ar']);
    for (const word of ['الديباجة', 'التراث', 'مقترح'])
      expect(lettersOf(words)).toContain(lettersOf(word).slice(0, 1));
    expect(words.normalize('NFKC')).toMatch(/فاس/);
  });

  it('is tagged: headings, paragraphs and notes are told apart', async () => {
    const { roles } = await open('fr');
    expect([...roles]).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Note']));
  });

  it('is the same, byte for byte, for the same appeal', async () => {
    const again = (await makeRelease()).files;
    for (const lang of ['ar', 'fr', 'en'])
      expect(
        Buffer.from(again.get(`appeal.${lang}.pdf`) as Uint8Array).equals(
          files.get(`appeal.${lang}.pdf`) as Uint8Array,
        ),
      ).toBe(true);
  });
});

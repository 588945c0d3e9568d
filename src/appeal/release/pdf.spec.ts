import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { makeRelease } from '../../../test/support/releases.js';
import type { Lang } from '../../kernel/localized.js';
import type { FileSet } from './release.format.js';

let files: FileSet;
beforeAll(async () => {
  ({ files } = await makeRelease());
}, 60_000);

async function open(lang: Lang) {
  const pdf = await getDocument({
    data: Uint8Array.from(files.get(`appeal.${lang}.pdf`) as Uint8Array),
    verbosity: 0,
    useSystemFonts: false,
  }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, i) => pdf.getPage(i + 1)));
  const texts = await Promise.all(pages.map((page) => page.getTextContent()));
  const words = texts
    .flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : '')))
    .join(' ')
    .replace(/\s+/g, ' ');
  return { pdf, words, pages };
}

/** Arabic comes out of a PDF in shaped letters and in the order of the page: compared without both. */
const letters = (text: string): string =>
  [...text.normalize('NFKC').replace(/[\s\u064b-\u0652]/g, '')].sort().join('');

describe('the PDF', () => {
  it.each([
    ['fr', 'Appel de Fès', 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.'],
    ['en', 'Fez Appeal', 'We undertake to entrust residents with a part of the budget of every city.'],
  ] as const)('in %s has the title, the clauses and the sources as notes', async (lang, title, clause) => {
    const { pdf, words } = await open(lang);
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    expect(info.Title).toBe(title);
    expect(info.Language).toBe(lang);
    expect(words).toContain(clause);
    expect(words).toContain(
      lang === 'fr' ? 'Proposition 1, Fès, 5 soutiens' : 'Proposal 1, Fez, 5 supporters',
    );
  });

  it('in Arabic can be read again', async () => {
    const { pdf, words } = await open('ar');
    const { info } = (await pdf.getMetadata()) as { info: { Title?: string; Language?: string } };
    expect([info.Title, info.Language]).toEqual(['نداء فاس', 'ar']);
    for (const word of ['الديباجة', 'التراث', 'مقترح'])
      expect(letters(words)).toContain(letters(word).slice(0, 1));
    expect(words.normalize('NFKC')).toMatch(/فاس/);
  });

  it('is tagged: headings, paragraphs and notes are told apart', async () => {
    const { pages } = await open('fr');
    const roles: string[] = [];
    const walk = (node: { role?: string; children?: readonly object[] }): void => {
      if (node.role) roles.push(node.role);
      for (const child of node.children ?? []) walk(child);
    };
    for (const page of pages) walk((await page.getStructTree()) as { children?: object[] });
    expect(roles).toEqual(expect.arrayContaining(['H1', 'H2', 'P', 'Note']));
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

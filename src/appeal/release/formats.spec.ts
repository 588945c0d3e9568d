import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { strFromU8, unzipSync } from 'fflate';
import { openPdf } from '../../../test/support/pdf-files.js';
import { type Made, makeRelease } from '../../../test/support/releases.js';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { appealText, textHash } from '../adoption/text-hash.js';
import { LICENCE_URL } from './licence.js';
import { RELEASE_SCHEMA } from './schema.js';

let made: Made;
beforeAll(async () => {
  made = await makeRelease();
}, 60_000);

const bytesOf = (path: string): Uint8Array => {
  const bytes = made.files.get(path);
  if (!bytes) throw new Error(`the release has no ${path}`);
  return bytes;
};
const textOf = (path: string): string => new TextDecoder().decode(bytesOf(path));

describe('the files of a release', () => {
  it('are in SHA256SUMS, which the common program checks', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nidaa-sums-'));
    try {
      for (const [path, bytes] of made.files) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await writeFile(join(folder, path), bytes);
      }
      const sums = () => promisify(execFile)('sha256sum', ['-c', '--strict', 'SHA256SUMS'], { cwd: folder });
      const { stdout } = await sums();
      expect(stdout.trim().split('\n')).toHaveLength(made.files.size - 3);
      await writeFile(join(folder, 'fates.csv'), 'x');
      await expect(sums()).rejects.toMatchObject({ stdout: expect.stringContaining('fates.csv: FAILED') });
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('in JSON fit the schema that lies beside them, and docs/release.schema.json is that', async () => {
    const path = join(import.meta.dirname, '..', '..', '..', 'docs', 'release.schema.json');
    expect(JSON.parse(await readFile(path, 'utf8'))).toEqual(RELEASE_SCHEMA);
    expect(JSON.parse(textOf('schema.json'))).toEqual(RELEASE_SCHEMA);
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    for (const [name, schema] of Object.entries(RELEASE_SCHEMA.$defs)) {
      const validate = ajv.compile({ $schema: RELEASE_SCHEMA.$schema, ...schema });
      expect([name, validate(JSON.parse(textOf(name))), validate.errors]).toEqual([name, true, null]);
      expect(validate({ ...JSON.parse(textOf(name)), format: 'other', algorithm: 'other' })).toBe(false);
    }
  });

  it('say in JSON-LD what it is, in the words of schema.org and ELI', () => {
    const about = JSON.parse(textOf('appeal.jsonld'));
    expect(about).toMatchObject({
      '@id': 'https://nidaa.example/appeals/fes',
      '@type': ['Legislation', 'eli:LegalResource'],
      license: LICENCE_URL,
      datePublished: '2014-06-14T17:00:00.000Z',
    });
    expect(about.name).toContainEqual({ '@value': 'Fez Appeal', '@language': 'en' });
    expect(about.hasPart).toHaveLength(made.documents.appeal.clauses.length);
    const files = about.encoding.map(({ contentUrl }: { contentUrl: string }) => contentUrl);
    for (const url of files.filter((each: string) => each.includes('/release/')))
      expect(made.files.has(url.split('/release/')[1] as string)).toBe(true);
  });

  it.each([
    ['en', 'Fez', 'To what people agreed', 'Creative Commons Attribution 4.0'],
    ['fr', 'Fès', 'À quoi les personnes ont consenti', 'Creative Commons Attribution 4.0'],
    ['ar', 'فاس', 'على ماذا وافق الناس', 'المشاع الإبداعي'],
  ])('have a data card and a licence in %s', (lang, city, consent, licence) => {
    const card = textOf(`data-card.${lang}.md`);
    expect(card).toContain(city);
    expect(card).toContain(`## ${consent}`);
    expect(card.match(/^## /gm)?.length).toBe(8);
    expect(textOf(`LICENCE.${lang}.txt`)).toContain(licence);
    expect(textOf(`LICENCE.${lang}.txt`)).toContain(LICENCE_URL);
  });
});

describe('the Word file', () => {
  const open = (lang: Lang) => {
    const files = unzipSync(bytesOf(`appeal.${lang}.docx`));
    const part = (path: string) => strFromU8(files[path] as Uint8Array);
    return { part, body: part('word/document.xml'), core: part('docProps/core.xml') };
  };

  it.each([
    ['fr', 'Appel de Fès', '1. Nous nous engageons à confier aux habitants'],
    ['en', 'Fez Appeal', '1. We undertake to entrust residents'],
    ['ar', 'نداء فاس', 'ينبغي أن تُرمَّم البيوت العتيقة'],
  ] as const)(
    'in %s has title, headings, clauses with their numbers as words, and notes',
    (lang, title, clause) => {
      const { part, body, core } = open(lang);
      expect(core).toContain(`<dc:title>${title}</dc:title>`);
      expect(core).toMatch(/<dcterms:created[^>]*>2014-06-14T17:00:00Z/);
      const words = [...body.matchAll(/<w:t[^>]*>([^<]*)/g)].map(([, text]) => text).join('\n');
      expect(words).toContain(title);
      expect(words).toContain(clause);
      expect(body).toContain('<w:pStyle w:val="Title"/>');
      expect(body.match(/<w:pStyle w:val="Heading1"\/>/g)?.length).toBeGreaterThan(1);
      expect(body).not.toContain('<w:numPr>');
      const quotes = made.documents.appeal.clauses.flatMap(({ sources }) => sources.slice(0, 3));
      for (const { quote } of quotes) expect(part('word/footnotes.xml')).toContain(quote);
    },
  );

  it('runs from right to left in Arabic, and from left to right where a clause has no Arabic', () => {
    const { body } = open('ar');
    const paragraphs = body.match(/<w:p>.*?<\/w:p>/gs) ?? [];
    const [title] = paragraphs.filter((each) => each.includes('"Title"'));
    expect(title).toMatch(/<w:bidi\/>.*<w:rtl\/>/s);
    const [french] = paragraphs.filter((each) => each.includes('Créer un fonds commun'));
    expect(french).not.toContain('<w:rtl/>');
  });
});

describe('the PDF', () => {
  const metadata = (path: string) => Buffer.from(bytesOf(path)).toString('latin1');

  it.each(LANGS)('in %s is one for screen readers and one for archives, and says so', (lang) => {
    expect(metadata(`appeal.${lang}.pdf`)).toMatch(/pdfuaid:part>\s*1</);
    expect(metadata(`appeal.${lang}.archive.pdf`)).toMatch(/pdfaid:part>\s*3<.*pdfaid:conformance>\s*A</s);
  });

  it('of all languages has each clause in each', async () => {
    const { words, roles, info } = await openPdf(bytesOf('appeal.all.pdf'));
    expect(info.Title).toBe('نداء فاس · Appel de Fès · Fez Appeal');
    expect(words).toContain('Nous nous engageons à confier aux habitants');
    expect(words).toContain('We undertake to entrust residents');
    expect([...roles]).toEqual(expect.arrayContaining(['Table', 'TR', 'TD', 'H1', 'H2']));
    expect(metadata('appeal.all.pdf')).toMatch(/pdfuaid:part>\s*1</);
  });
});

describe('what was discussed', () => {
  const quotes = () => (made.documents.appeal.discussed ?? []).flatMap((topic) => topic.quotes);
  const heading: Readonly<Record<Lang, string>> = {
    ar: 'ما دار في النقاش',
    fr: 'Ce qui a été débattu',
    en: 'What was discussed',
  };

  it.each(LANGS)('is annexed in %s to the page, the Word file, Akoma Ntoso and the PDF', async (lang) => {
    expect(quotes().length).toBeGreaterThan(1);
    const page = textOf(`appeal.${lang}.html`);
    const annex = page.slice(page.indexOf('id="discussed"'));
    const word = strFromU8(unzipSync(bytesOf(`appeal.${lang}.docx`))['word/document.xml'] as Uint8Array);
    const xml = textOf(`appeal.${lang}.akn.xml`);
    const attached = xml.slice(xml.indexOf('<attachments>'));
    for (const each of [annex, word, attached]) {
      expect(each).toContain(heading[lang]);
      for (const { quote } of quotes()) expect(each).toContain(quote);
    }
    // On paper as many words as there are of French, whose lines break elsewhere than in the data.
    const { words, roles } = await openPdf(bytesOf(`appeal.${lang}.pdf`));
    for (const { quote } of quotes()) expect(words.replace(/\s+/g, ' ')).toContain(quote.slice(0, 24));
    expect([...roles]).toEqual(expect.arrayContaining(['BlockQuote', 'H3']));
  });

  it('is in the PDF of all languages once, and in no text that is hashed, embedded or linked', async () => {
    const { words } = await openPdf(bytesOf('appeal.all.pdf'));
    for (const { quote } of quotes())
      expect(words.replace(/\s+/g, ' ').split(quote.slice(0, 24))).toHaveLength(2);
    const { appeal } = made.documents;
    expect(textHash(appealText({ ...appeal, discussed: [] } as typeof appeal))).toBe(appeal.textHash);
    for (const { quote } of quotes()) expect(textOf('appeal.jsonld')).not.toContain(quote);
  });
});

it('all but the votes of the tests, which are drawn anew, is the same, byte for byte, for the same appeal', async () => {
  const again = await makeRelease();
  const drawn = /^(?:polls\/.*|manifest\.json|signature\.json|SHA256SUMS)$/;
  for (const [path, bytes] of [...made.files].filter(([path]) => !drawn.test(path)))
    expect([path, Buffer.from(again.files.get(path) as Uint8Array).equals(bytes)]).toEqual([path, true]);
});

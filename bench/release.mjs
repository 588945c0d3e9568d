/** What it takes to print and seal an appeal, format by format. */

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { akomaNtosoFiles } from '../dist/src/appeal/release/akoma-ntoso.js';
import { pack } from '../dist/src/appeal/release/archive.js';
import { paperFiles } from '../dist/src/appeal/release/data-card.js';
import { documentsOfDraft } from '../dist/src/appeal/release/draft-document.js';
import { filesOf } from '../dist/src/appeal/release/files-of.js';
import { renderAppeal } from '../dist/src/appeal/release/html.js';
import { jsonBytes } from '../dist/src/appeal/release/json-bytes.js';
import { jsonLd } from '../dist/src/appeal/release/json-ld.js';
import { pdfFiles } from '../dist/src/appeal/release/pdf.js';
import { seal } from '../dist/src/appeal/release/seal.js';
import { wordFiles } from '../dist/src/appeal/release/word-file.js';
import { signingKey } from '../dist/src/kernel/signing.js';
import { typeset } from '../dist/src/platform/papers/typeset.js';
import { median, round } from './figures.mjs';
import { sized } from './size.mjs';
import { paragraphs } from './texts.mjs';

const ROUNDS = sized(3, 1);
const LANGS = ['ar', 'fr', 'en'];
/** Of some 70 words each: thirty pages a language. */
const CLAUSES = sized(190, 4);
const SOURCES = 3;

export const about = `A release of an appeal of ${CLAUSES} clauses (about 30 pages) in three languages, ${SOURCES} sources a clause; reference: Typst alone sets the same words as plain paragraphs, one PDF a language, without tags or notes.`;
export const needsStage = false;

export async function run() {
  const documents = makeDocuments();
  const folder = await mkdtemp(join(tmpdir(), 'nidaa-bench-typst-'));
  const bare = join(folder, 'bare.typ');
  await writeFile(
    bare,
    '#set document(title: "x")\n#set text(font: "Amiri")\n#for it in json(bytes(sys.inputs.data)) { par(it) }\n',
  );
  const plain = LANGS.map((lang) => documents.appeal.clauses.map(({ texts }) => texts[lang]));
  const at = new Date('2014-06-14T17:00:00Z');
  const steps = {
    'HTML, three languages': () => LANGS.map((lang) => renderAppeal(documents, lang, PLACES)),
    'PDF/UA, PDF/A and side by side': () => pdfFiles(documents),
    'DOCX, three languages': () => wordFiles(documents),
    'Akoma Ntoso, three languages': () => akomaNtosoFiles(documents),
    'JSON and JSON-LD': () => [documents, jsonLd(documents.appeal)].map(jsonBytes),
    'data cards and licences': () => paperFiles(documents),
  };
  const times = new Map(Object.keys(steps).map((name) => [name, []]));
  const [ours, reference] = [[], []];
  let size = 0;
  try {
    for (let round = -1; round < ROUNDS; round++) {
      const whole = await timed(async () => {
        const sealed = seal(await filesOf(documents, []), ABOUT, signingKey(Buffer.alloc(32, 1)));
        size = pack(sealed.files).byteLength;
      });
      const alone = await timed(() => typeset(bare, plain, at));
      if (round >= 0) {
        ours.push(whole);
        reference.push(alone);
      }
      for (const [name, step] of Object.entries(steps)) {
        const took = await timed(step);
        if (round >= 0) times.get(name).push(took);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
  return [
    {
      name: 'a release of 30 pages in three languages',
      ours: median(ours),
      reference: median(reference),
      unit: 'ms',
      n: CLAUSES,
      more: {
        ...Object.fromEntries([...times].map(([name, all]) => [name, `${round(median(all))} ms`])),
        'bytes of the zip': size,
      },
    },
  ];
}

const ABOUT = { slug: 'bench', number: 1, publishedAt: '2014-06-14T17:00:00.000Z', log: null };
const PLACES = {
  style: 'appeal.css',
  language: (lang) => `appeal.${lang}.html`,
  file: (path) => path,
  ...{ zip: null, forum: null, contribution: null, fingerprint: null, site: null },
};

function makeDocuments() {
  const inAll = (text) => ({ ar: text, fr: text, en: text });
  const texts = paragraphs(CLAUSES * 70);
  const proposals = texts.map((text, i) => ({
    ...{ id: `p${i}`, number: i + 1, topicId: `t${i % 6}`, cityId: 'c1', lang: 'fr', state: 'admitted' },
    ...{
      texts: [{ lang: 'fr', title: `Proposal ${i}`, text }],
      endorsements: [],
      importedSupport: 3,
      poll: null,
    },
  }));
  const bundle = {
    format: 'nidaa-bundle/2',
    forum: {
      ...{ slug: 'bench', title: inAll('Forum'), place: inAll('Fez'), hostCity: inAll('Fez'), lang: 'fr' },
      ...{ startsOn: '2014-06-12', endsOn: '2014-06-14' },
      topics: Array.from({ length: 6 }, (_, i) => ({ id: `t${i}`, position: i, name: inAll(`Topic ${i}`) })),
    },
    cities: [{ id: 'c1', name: inAll('Fez') }],
    proposals,
    threads: [],
  };
  const clauses = texts.map((text, i) => ({
    ...{ kind: 'operative', topicId: `t${Math.floor((6 * i) / CLAUSES)}`, lang: 'fr', texts: inAll(text) },
    ...{ editorial: null, score: { support: 3, cities: 1, languages: 1, total: 100 } },
    sources: Array.from({ length: SOURCES }, (_, at) => {
      const { id, texts: own } = proposals[(i + at) % CLAUSES];
      const quote = own[0].text.split('. ')[0];
      return { contribution: { kind: 'proposal', id }, lang: 'fr', quote, use: 'inspired' };
    }),
  }));
  const draft = {
    ...{ format: 'nidaa-draft/2', compiler: 'bench', lang: 'fr', title: inAll('Appeal'), clauses },
    fates: proposals.map(({ id }) => ({
      contribution: { kind: 'proposal', id },
      fate: 'retained',
      reason: 'x',
    })),
    coverage: {
      total: CLAUSES,
      byFate: { retained: CLAUSES, merged: 0, deferred: 0, 'not-retained': 0 },
      byCity: [{ cityId: 'c1', total: CLAUSES, used: CLAUSES }],
      byLang: [{ lang: 'fr', total: CLAUSES, used: CLAUSES }],
    },
    annexes: { cities: [], votes: [] },
  };
  const documents = documentsOfDraft(bundle, draft);
  return { ...documents, appeal: { ...documents.appeal, publishedAt: ABOUT.publishedAt } };
}

async function timed(work) {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

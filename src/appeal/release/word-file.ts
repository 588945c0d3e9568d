import { join } from 'node:path';
import { DIRECTION, LANGS, type Lang } from '../../kernel/localized.js';
import { inWorker } from '../../platform/papers/in-worker.js';
import { FATES } from '../appeal.contract.js';
import { discussedParts } from './discussed.js';
import type { Shown } from './document.js';
import { byId, datesOf, directionOf, nameOf, partsOf, readingOf, SEPARATOR } from './reading.js';
import type { ClauseDocument, ContributionDocument } from './release.format.js';
import { signatoriesOf } from './signatories.js';
import { RELEASE_WORDS } from './words/words.js';

const WORKER = join(import.meta.dirname, 'word-worker.mjs');
/** So many sources of a clause stand in its note, as on paper. */
const NOTES = 3;

/** The appeal as `word-worker.mjs` writes it for Word and its like. */
interface WordFile {
  readonly lang: Lang;
  readonly title: string;
  readonly creator: string;
  readonly at: string;
  readonly paragraphs: readonly WordParagraph[];
}

interface WordParagraph {
  readonly style: 'title' | 'heading' | 'topic' | 'quote' | 'clause' | 'joining' | 'muted';
  /** Numbers are words of the text: no program counts them anew. */
  readonly number: string | null;
  readonly text: string;
  readonly lang: string;
  readonly rtl: boolean;
  /** Lines of a note at the foot of the page, each in its own direction. */
  readonly notes: readonly { readonly text: string; readonly rtl: boolean }[];
}

/** A DOCX in each language, by its path: the same bytes for the same appeal. */
export async function wordFiles(
  documents: Pick<Shown, 'appeal' | 'contributions'>,
): Promise<[string, Uint8Array][]> {
  const files = LANGS.map((lang) => wordFile(documents, lang));
  const made = await inWorker(WORKER, { files }, files.length);
  return LANGS.map((lang, i) => [`appeal.${lang}.docx`, made[i] as Uint8Array]);
}

function wordFile({ appeal, contributions }: Pick<Shown, 'appeal' | 'contributions'>, lang: Lang): WordFile {
  const words = RELEASE_WORDS[lang];
  const known = byId(contributions);
  const { title, forum, publishedAt, coverage, origin, slug } = appeal;
  const said = (style: WordParagraph['style'], text: string): WordParagraph => ({
    ...{ style, text, lang, number: null, notes: [] },
    rtl: DIRECTION[lang] === 'rtl',
  });
  return {
    lang,
    title: title[lang],
    creator: forum.title[lang],
    at: publishedAt ?? `${forum.endsOn}T00:00:00.000Z`,
    paragraphs: [
      said('muted', forum.title[lang]),
      said('title', title[lang]),
      said('muted', datesOf(appeal, lang)),
      ...(forum.sample ? [said('muted', words.sample)] : []),
      ...partsOf(appeal, lang).flatMap(({ heading, clauses }) => [
        said('heading', heading),
        ...clauses.map((clause) => clauseOf(clause, lang, known)),
      ]),
      ...signed(appeal, lang, said),
      ...discussed(appeal, lang, known, said),
      said('muted', words.form),
      said(
        'muted',
        [
          words.figures,
          words.contributions(coverage.total),
          ...FATES.map((fate) => `${words.fates[fate]} ${coverage.byFate[fate]}`),
        ].join(' · '),
      ),
      said('muted', words.check),
      { ...said('muted', `npx nidaa verify ${origin}/appeals/${slug}`), lang: 'en', rtl: false },
    ],
  };
}

/** The cities with their acts, and the words of their reservations, each in its own direction. */
function signed(
  appeal: Shown['appeal'],
  lang: Lang,
  said: (style: WordParagraph['style'], text: string) => WordParagraph,
): WordParagraph[] {
  const all = signatoriesOf(appeal, lang);
  if (all.length === 0) return [];
  const words = RELEASE_WORDS[lang];
  return [
    said('heading', words.signatures),
    ...all.flatMap(({ line, reservations }) => [
      said('clause', line),
      ...reservations.flatMap(({ clause, text, lang: spoken }) => [
        said('muted', clause),
        { ...said('muted', text), lang: spoken, rtl: directionOf(spoken) === 'rtl' },
      ]),
    ]),
    said('muted', words.textHash),
    { ...said('muted', appeal.textHash), lang: 'en', rtl: false },
  ];
}

/** What was discussed, each sentence in its own direction, with where it stands below it. */
function discussed(
  appeal: Shown['appeal'],
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
  said: (style: WordParagraph['style'], text: string) => WordParagraph,
): WordParagraph[] {
  const parts = discussedParts(appeal, known, lang);
  if (parts.length === 0) return [];
  const words = RELEASE_WORDS[lang];
  return [
    said('heading', words.discussed),
    said('muted', words.discussedWhat),
    ...parts.flatMap(({ heading, quotes }) => [
      said('topic', heading),
      ...quotes.flatMap(({ text, lang: spoken, dir, name }) => [
        { ...said('quote', text), lang: spoken, rtl: dir === 'rtl' },
        said('muted', name),
      ]),
    ]),
  ];
}

function clauseOf(
  clause: ClauseDocument,
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
): WordParagraph {
  const words = RELEASE_WORDS[lang];
  const reading = readingOf(clause, lang);
  const told = clause.sources.slice(0, NOTES).flatMap(({ contribution, quote, lang: spoken, use }) => [
    {
      text: `${nameOf(known.get(contribution.id), lang).join(SEPARATOR[lang])} (${words.uses[use]})`,
      rtl: DIRECTION[lang] === 'rtl',
    },
    { text: quote, rtl: directionOf(spoken) === 'rtl' },
  ]);
  const rest = clause.sources.length - NOTES;
  return {
    style: clause.editorial === 'template' ? 'joining' : 'clause',
    number: clause.number === null ? null : String(clause.number),
    text: reading.text,
    lang: reading.lang,
    rtl: reading.dir === 'rtl',
    notes: rest > 0 ? [...told, { text: words.more(rest), rtl: DIRECTION[lang] === 'rtl' }] : told,
  };
}

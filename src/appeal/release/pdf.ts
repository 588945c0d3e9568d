import { join } from 'node:path';
import { languageName } from '../../kernel/language-names.js';
import { DIRECTION, LANGS, type Lang } from '../../kernel/localized.js';
import { typeset } from '../../platform/papers/typeset.js';
import { FATES } from '../appeal.contract.js';
import { discussedParts } from './discussed.js';
import type { Shown } from './document.js';
import { byId, datesOf, directionOf, nameOf, partsOf, readingOf, SEPARATOR } from './reading.js';
import type { ClauseDocument, ContributionDocument } from './release.format.js';
import { reservedBy, signatoriesOf } from './signatories.js';
import { RELEASE_WORDS } from './words/words.js';

/** So many sources of a clause are quoted at the foot of the page; the rest is counted. */
const NOTES = 3;
const TEMPLATE = join(import.meta.dirname, 'appeal.typ');
const SIDE_BY_SIDE = join(import.meta.dirname, 'trilingual.typ');

type Read = Pick<Shown, 'appeal' | 'contributions'>;

/**
 * The appeal on paper, by path: in each language one tagged for screen readers (PDF/UA-1) and one for archives
 * (PDF/A-3a), which no program that we have writes as one; and all languages side by side, clause by clause. The
 * same bytes for the same documents.
 */
export async function pdfFiles(documents: Read): Promise<[string, Uint8Array][]> {
  const { publishedAt, forum } = documents.appeal;
  const at = new Date(publishedAt ?? `${forum.endsOn}T00:00Z`);
  const each = LANGS.map((lang) => dataOf(documents, lang));
  const single = await typeset(TEMPLATE, each, at, ['ua-1', 'a-3a']);
  const all = await typeset(SIDE_BY_SIDE, [{ columns: each }], at, ['ua-1']);
  return [
    ...LANGS.flatMap((lang, i): [string, Uint8Array][] => [
      [`appeal.${lang}.pdf`, single[2 * i] as Uint8Array],
      [`appeal.${lang}.archive.pdf`, single[2 * i + 1] as Uint8Array],
    ]),
    ['appeal.all.pdf', all[0] as Uint8Array],
  ];
}

function dataOf({ appeal, contributions }: Read, lang: Lang): object {
  const words = RELEASE_WORDS[lang];
  const known = byId(contributions);
  const reserved = reservedBy(appeal, lang);
  const { coverage, forum, origin, slug, title } = appeal;
  return {
    lang,
    name: words.name,
    dir: DIRECTION[lang],
    title: title[lang],
    forum: forum.title[lang],
    published: datesOf(appeal, lang),
    sample: forum.sample ? words.sample : null,
    parts: partsOf(appeal, lang).map(({ heading, clauses }) => ({
      heading,
      clauses: clauses.map((clause) => clauseOf(clause, lang, known, reserved)),
    })),
    signatures: signaturesOf(appeal, lang),
    discussed: discussedOf(appeal, lang, known),
    form: words.form,
    figures: [
      words.figures,
      words.contributions(coverage.total),
      ...FATES.map((fate) => `${words.fates[fate]} ${coverage.byFate[fate]}`),
    ].join(' · '),
    check: words.check,
    command: `npx nidaa verify ${origin}/appeals/${slug}`,
  };
}

function clauseOf(
  clause: ClauseDocument,
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
  reserved: ReadonlyMap<string, readonly string[]>,
): object {
  const words = RELEASE_WORDS[lang];
  const reading = readingOf(clause, lang);
  const form = clause.editorial === 'template';
  const cities = reserved.get(clause.anchor);
  const notes = [
    reading.translated ? null : words.untranslated(languageName(reading.lang, lang)),
    clause.editorial !== null && !form ? words.editorial(clause.editorial) : null,
    cities ? words.reservation(cities.join(SEPARATOR[lang])) : null,
  ].filter(Boolean);
  return {
    number: clause.number === null ? null : String(clause.number),
    text: reading.text,
    lang: reading.lang,
    dir: reading.dir,
    joining: form,
    note: notes.join(' · ') || null,
    notes: clause.sources.slice(0, NOTES).map((source) => ({
      name: nameOf(known.get(source.contribution.id), lang).join(SEPARATOR[lang]),
      quote: source.quote,
      lang: source.lang,
      dir: directionOf(source.lang),
      use: words.uses[source.use],
    })),
    more: clause.sources.length > NOTES ? words.more(clause.sources.length - NOTES) : null,
  };
}

/** The annex of what was discussed; null where nothing is quoted. */
function discussedOf(
  appeal: Read['appeal'],
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
): object | null {
  const parts = discussedParts(appeal, known, lang);
  const { discussed: heading, discussedWhat: what } = RELEASE_WORDS[lang];
  return parts.length === 0 ? null : { heading, what, parts };
}

/** The cities with their acts, a line each, and their reservations below; null where nobody has signed. */
function signaturesOf(appeal: Read['appeal'], lang: Lang): object | null {
  const all = signatoriesOf(appeal, lang);
  if (all.length === 0) return null;
  const words = RELEASE_WORDS[lang];
  return {
    heading: words.signatures,
    cities: all.map(({ line, reservations }) => ({
      line,
      reservations: reservations.map(({ clause, text, lang: spoken }) => ({
        ...{ clause, text, lang: spoken, dir: directionOf(spoken) },
      })),
    })),
    hash: words.textHash,
    value: appeal.textHash,
  };
}

import { create } from 'xmlbuilder2';
import type { XMLBuilder } from 'xmlbuilder2/lib/interfaces.js';
import { LANGS, type Lang } from '../../kernel/localized.js';
import { discussedParts } from './discussed.js';
import type { Shown } from './document.js';
import { byId, nameOf, type Part, partsOf, readingOf, SEPARATOR } from './reading.js';
import type { AppealDocument, ClauseDocument, ContributionDocument } from './release.format.js';
import { signatoriesOf } from './signatories.js';
import { RELEASE_WORDS } from './words/words.js';

/** Akoma Ntoso 1.0, OASIS Standard of 29 August 2018. */
const NAMESPACE = 'http://docs.oasis-open.org/legaldocml/ns/akn/3.0';
/** ISO 639-2, as its naming convention asks for. */
const CODES: Readonly<Record<Lang, string>> = { ar: 'ara', fr: 'fra', en: 'eng' };
/** Of ISO 3166 the code that stands for no country: a forum without a host city. */
const NOWHERE = 'zz';
const PUBLISHER = '#publisher';

/** Numbers the sources, which are notes at the end. */
interface Notes {
  readonly list: { readonly clause: ClauseDocument; readonly at: number; readonly id: string }[];
}

/** The appeal in one language as Akoma Ntoso: a statement with preface, recitals and sections. Pure. */
export function akomaNtoso(
  { appeal, contributions }: Pick<Shown, 'appeal' | 'contributions'>,
  lang: Lang,
): string {
  const root = create({ version: '1.0', encoding: 'UTF-8' }).ele('akomaNtoso', { xmlns: NAMESPACE });
  const statement = root.ele('statement', { name: 'appeal' });
  const meta = statement.ele('meta');
  const notes: Notes = { list: [] };
  const known = byId(contributions);
  identify(meta, appeal, lang, 'main');
  const parts = partsOf(appeal, lang);
  preface(statement, appeal, lang);
  recitals(statement, parts, lang, notes);
  body(statement, parts, lang, notes);
  conclusions(statement, appeal, lang);
  annexed(statement, appeal, lang, known);
  meta.ele('references', { source: PUBLISHER }).ele('TLCOrganization', {
    eId: 'publisher',
    href: appeal.origin || 'urn:nidaa',
    showAs: clean(appeal.forum.title[lang]),
  });
  tellSources(meta, notes, known, lang);
  return `${root.end({ prettyPrint: true, indent: ' ' })}\n`;
}

/** `component` is the part of the whole that is told of: the text itself, or its annex. */
function identify(
  meta: XMLBuilder,
  { slug, forum, publishedAt, title }: AppealDocument,
  lang: Lang,
  component: 'main' | 'annex_1',
): void {
  const day = (publishedAt ?? forum.endsOn).slice(0, 10);
  const work = `/akn/${forum.country?.toLowerCase() ?? NOWHERE}/statement/appeal/${day}/${slug}`;
  const expression = `${work}/${CODES[lang]}@${day}`;
  const identification = meta.ele('identification', { source: PUBLISHER });
  const level = (name: string, path: string, date: string): XMLBuilder => {
    const each = identification.ele(name);
    each.ele('FRBRthis', { value: `${path}/!${component}` });
    each.ele('FRBRuri', { value: path });
    each.ele('FRBRdate', { date: day, name: date });
    each.ele('FRBRauthor', { href: PUBLISHER });
    return each;
  };
  const whole = level('FRBRWork', work, 'adopted');
  whole.ele('FRBRcountry', { value: forum.country?.toLowerCase() ?? NOWHERE });
  whole.ele('FRBRname', { value: clean(title[lang]) });
  level('FRBRExpression', expression, 'published').ele('FRBRlanguage', { language: CODES[lang] });
  level('FRBRManifestation', `${expression}.akn`, 'published').ele('FRBRformat', {
    value: 'application/akn+xml',
  });
}

function preface(statement: XMLBuilder, { title, forum }: AppealDocument, lang: Lang): void {
  const block = statement.ele('preface', { 'xml:lang': lang });
  block.ele('p').ele('docTitle').txt(clean(title[lang]));
  block.ele('p').txt(clean(forum.title[lang]));
  block
    .ele('p')
    .txt(`${clean(forum.place[lang])}, `)
    .ele('docDate', { date: forum.endsOn })
    .txt(forum.endsOn);
}

function recitals(statement: XMLBuilder, parts: readonly Part[], lang: Lang, notes: Notes): void {
  const clauses = parts.flatMap((part) => part.clauses).filter(({ kind }) => kind === 'preambular');
  if (clauses.length === 0) return;
  const block = statement.ele('preamble').ele('recitals', { eId: 'recs' });
  for (const clause of clauses) {
    const recital = block.ele('recital', { eId: `recs__rec_${clause.anchor}`, wId: clause.anchor });
    paragraph(recital, clause, lang, notes);
  }
}

function body(statement: XMLBuilder, parts: readonly Part[], lang: Lang, notes: Notes): void {
  const main = statement.ele('mainBody');
  for (const [i, { heading, clauses }] of parts.entries()) {
    const operative = clauses.filter(({ kind }) => kind === 'operative');
    if (operative.length === 0) continue;
    const section = main.ele('section', { eId: `sec_${i}` });
    section.ele('heading').txt(clean(heading));
    for (const clause of operative) {
      const id = `sec_${i}__para_${clause.anchor}`;
      const each = section.ele('paragraph', { eId: id, wId: clause.anchor });
      if (clause.number !== null) each.ele('num').txt(String(clause.number));
      paragraph(each.ele('content'), clause, lang, notes);
    }
  }
}

/** Who signed, below the text. */
function conclusions(statement: XMLBuilder, appeal: AppealDocument, lang: Lang): void {
  const all = signatoriesOf(appeal, lang);
  if (all.length === 0) return;
  const block = statement.ele('conclusions', { 'xml:lang': lang });
  for (const { line, reservations } of all) {
    block.ele('p').txt(clean(line));
    for (const { clause, text, lang: spoken } of reservations)
      block.ele('p', { 'xml:lang': spoken }).txt(clean(`${clause} ${text}`));
  }
}

/** What was discussed: a document annexed to the statement, no part of its text. */
function annexed(
  statement: XMLBuilder,
  appeal: AppealDocument,
  lang: Lang,
  known: ReadonlyMap<string, ContributionDocument>,
): void {
  const parts = discussedParts(appeal, known, lang);
  if (parts.length === 0) return;
  const words = RELEASE_WORDS[lang];
  const doc = statement.ele('attachments').ele('attachment').ele('doc', { name: 'annex' });
  identify(doc.ele('meta'), appeal, lang, 'annex_1');
  const preface = doc.ele('preface', { 'xml:lang': lang });
  preface.ele('p').ele('docTitle').txt(clean(words.discussed));
  preface.ele('p').txt(clean(words.discussedWhat));
  const main = doc.ele('mainBody');
  for (const [i, { heading, quotes }] of parts.entries()) {
    const section = main.ele('section', { eId: `annex_1__sec_${i + 1}` });
    section.ele('heading').txt(clean(heading));
    const content = section.ele('content');
    for (const { text, lang: spoken, name } of quotes) {
      content.ele('p', { 'xml:lang': spoken }).txt(clean(text));
      content.ele('p').txt(clean(name));
    }
  }
}

function paragraph(parent: XMLBuilder, clause: ClauseDocument, lang: Lang, notes: Notes): void {
  const reading = readingOf(clause, lang);
  const p = parent.ele('p', reading.lang === lang ? {} : { 'xml:lang': reading.lang });
  p.txt(clean(reading.text));
  for (const at of clause.sources.keys()) {
    const id = `note_${notes.list.length + 1}`;
    notes.list.push({ clause, at, id });
    p.ele('noteRef', { href: `#${id}`, marker: String(notes.list.length) });
  }
}

function tellSources(
  meta: XMLBuilder,
  { list }: Notes,
  known: ReadonlyMap<string, ContributionDocument>,
  lang: Lang,
): void {
  if (list.length === 0) return;
  const block = meta.ele('notes', { source: PUBLISHER });
  for (const { clause, at, id } of list) {
    const source = clause.sources[at] as ClauseDocument['sources'][number];
    const name = nameOf(known.get(source.contribution.id), lang).join(SEPARATOR[lang]);
    const note = block.ele('note', { eId: id });
    note.ele('p', { 'xml:lang': source.lang }).txt(clean(source.quote));
    note.ele('p').txt(clean(`${name} (${RELEASE_WORDS[lang].uses[source.use]})`));
  }
}

/** No XML bears these, and people's words may hold them. */
const UNFIT = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
/** The builder takes `&xxe;` and `&#14;` for entities that were meant: they are words. Its own escape keeps `&amp;`. */
const clean = (text: string): string => text.toWellFormed().replace(UNFIT, '').replaceAll('&', '&amp;');

/** The file of each language, by its path. */
export function akomaNtosoFiles(documents: Pick<Shown, 'appeal' | 'contributions'>): [string, Uint8Array][] {
  const encoder = new TextEncoder();
  return LANGS.map((lang) => [`appeal.${lang}.akn.xml`, encoder.encode(akomaNtoso(documents, lang))]);
}

import { dayText } from '../../kernel/dates.js';
import { languageName } from '../../kernel/language-names.js';
import { DIRECTION, type Lang } from '../../kernel/localized.js';
import type { Paragraph } from '../../text/rich-text.contract.js';
import type { ProposalText, VersionSummary } from '../proposals.contract.js';
import {
  blocksOf,
  changesShown,
  directionOf,
  inOrder,
  namesIn,
  placesOf,
  type ShownChange,
  signature,
} from './changes-shown.js';
import type { ExportedAmendment, ProposalExport } from './export.contract.js';
import { EXPORT_WORDS, type Words } from './words.js';

/** All but the texts of the versions. */
export type Facts = Omit<ProposalExport, 'versions'> & { readonly versions: readonly VersionSummary[] };

/** The text in the language in which it was written, which is the one that is voted on. */
export function sourceIn({ proposal }: Facts): ProposalText {
  const source = proposal.texts.find(({ lang }) => lang === proposal.lang);
  if (!source) throw new Error(`the proposal ${proposal.id} has no text`);
  return source;
}

/** What both papers begin with: labels and values, and how it is all to be read. */
function headOf(facts: Facts, lang: Lang): object {
  const words = EXPORT_WORDS[lang];
  const { proposal, forum } = facts;
  const source = sourceIn(facts);
  const last = facts.versions.at(-1);
  const signed = [proposal.author, ...proposal.coAuthors].filter((each) => each !== null);
  const rows: [string, string][] = [
    [words.state, words.states[proposal.state]],
    [words.authors, signed.map((each) => signature(each, lang, words)).join(' · ') || words.nobody],
    [
      words.cities,
      namesIn(
        facts.cities.map(({ name }) => name),
        lang,
        words,
      ),
    ],
    [words.topic, facts.topic?.[lang] ?? ''],
    [
      words.endorsedBy,
      namesIn(
        proposal.cityEndorsements.map(({ city }) => city),
        lang,
        words,
      ),
    ],
    [words.version, last ? words.versionOf(last.number, dayText(last.at, lang)) : ''],
  ];
  return {
    lang,
    dir: DIRECTION[lang],
    forum: forum.title[lang],
    number: words.proposal(proposal.number),
    title: source.title,
    text: { lang: source.lang, dir: directionOf(source.lang) },
    facts: rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value })),
    asOf: words.asOf(`${dayText(facts.exportedAt, lang)}${words.comma}${facts.exportedAt.slice(11, 16)} UTC`),
    address: facts.address,
    marks: { deleted: words.deleted, inserted: words.inserted },
  };
}

/** The proposal with its amendments, as `proposal.typ` prints it. */
export function proposalPaper(facts: Facts, lang: Lang): object {
  const words = EXPORT_WORDS[lang];
  const source = sourceIn(facts);
  const places = placesOf(source.paragraphs);
  const others = facts.proposal.texts.filter((text) => text.lang === lang && text !== source);
  return {
    ...headOf(facts, lang),
    voted: others.length > 0 ? words.voted(languageName(source.lang, lang)) : null,
    summary: source.summary ? { heading: words.summary, text: source.summary } : null,
    body: { heading: words.text, blocks: blocksOf(source.paragraphs) },
    amendments: {
      heading: words.amendments,
      none: words.noAmendments,
      all: facts.amendments.map((each) => amendmentShown(each, facts, places, lang)),
    },
    translations: others.map((text) => translationShown(text, words, lang)),
  };
}

/** The text beside the amendments to each of its paragraphs, as `synopsis.typ` prints it. */
export function synopsisPaper(facts: Facts, lang: Lang): object {
  const words = EXPORT_WORDS[lang];
  const source = sourceIn(facts);
  const places = placesOf(source.paragraphs);
  const order = facts.order?.amendmentIds ?? facts.proposed.amendmentIds;
  const cells = new Map<string | null, object[]>();
  for (const amendment of inOrder(facts.amendments, order)) {
    const { changes, ...about } = amendmentShown(amendment, facts, places, lang);
    for (const [at, { kind, paragraphId, after }] of takenChanges(amendment).entries()) {
      const id = kind === 'insert' ? after : paragraphId;
      const row = id === null || places.has(id) ? id : GONE;
      cells.set(row, [...(cells.get(row) ?? []), { ...about, change: changes[at] }]);
    }
  }
  const rows = blocksOf(source.paragraphs).map((block, at) => ({
    block,
    amendments: cells.get((source.paragraphs[at] as Paragraph).id) ?? [],
  }));
  const beside = (id: string | null, note: string) =>
    cells.has(id) ? [{ note, block: null, amendments: cells.get(id) }] : [];
  return {
    ...headOf(facts, lang),
    heading: words.synopsis,
    original: words.original,
    amendments: words.amendments,
    rows: [...beside(null, words.beginning), ...rows, ...beside(GONE, words.gone)],
  };
}

/** Where changes of paragraphs stand that the text does not have any more. */
const GONE = '';

/** As the authors of the proposal took it, where they took it otherwise than it was made. */
const takenChanges = ({ changes, modified }: ExportedAmendment) => modified ?? changes;

interface ShownAmendment {
  readonly name: string;
  readonly author: string;
  readonly state: string;
  readonly reason: { label: string; text: string } | null;
  readonly decision: { label: string; text: string } | null;
  readonly notes: readonly string[];
  readonly changes: readonly ShownChange[];
}

export function amendmentShown(
  amendment: ExportedAmendment,
  facts: Facts,
  places: ReadonlyMap<string, number>,
  lang: Lang,
): ShownAmendment {
  const words = EXPORT_WORDS[lang];
  const { decision, modified, parentId, reason } = amendment;
  const numbers = new Map(facts.amendments.map(({ id, number }) => [id, number]));
  const parent = numbers.get(parentId ?? '');
  const rivals = facts.proposed.consequences.excludes
    .filter((pair) => pair.includes(amendment.id))
    .flatMap((pair) => pair.filter((id) => id !== amendment.id).map((id) => numbers.get(id)));
  return {
    name: words.amendment(amendment.number) + (parent === undefined ? '' : ` ${words.toAmendment(parent)}`),
    author: signature(amendment.author, lang, words),
    state: words.amendmentStates[amendment.state],
    reason: reason ? { label: words.reason, text: reason } : null,
    decision: decision?.reason ? { label: words.decision, text: decision.reason } : null,
    notes: [
      ...(modified ? [words.modified] : []),
      ...(amendment.conflicts.length > 0 ? [words.needsAuthor] : []),
      ...(rivals.length > 0 ? [words.collidesWith(rivals.join(words.comma))] : []),
    ],
    changes: changesShown(takenChanges(amendment), places, words),
  };
}

function translationShown(text: ProposalText, words: Words, lang: Lang): object {
  const stale = new Set(text.stale.paragraphs);
  return {
    heading: words.translation(languageName(text.lang, lang)),
    title: text.title,
    lang: text.lang,
    dir: directionOf(text.lang),
    lags: text.stale.head ? words.lags : null,
    blocks: blocksOf(text.paragraphs).map((block, at) => ({
      ...block,
      lags: stale.has((text.paragraphs[at] as Paragraph).id) ? words.lags : null,
    })),
  };
}

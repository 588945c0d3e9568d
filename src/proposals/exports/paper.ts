import { dayText } from '../../kernel/dates.js';
import { inTurns } from '../../kernel/in-turns.js';
import { languageName } from '../../kernel/language-names.js';
import { DIRECTION, isolated, type Lang } from '../../kernel/localized.js';
import type { Paragraph } from '../../text/rich-text.contract.js';
import type { ProposalText, VersionSummary } from '../proposals.contract.js';
import {
  blocksOf,
  changesShown,
  directionIn,
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
    forum: isolated(forum.title[lang]),
    number: words.proposal(proposal.number),
    title: source.title,
    text: { lang: source.lang, dir: directionOf(source.lang) },
    facts: rows
      .filter(([, value]) => value !== '')
      .map(([label, value]) => ({ label: label + words.colon, value })),
    asOf: words.asOf(
      dayText(facts.exportedAt, lang) + words.comma + isolated(`${facts.exportedAt.slice(11, 16)} UTC`),
    ),
    url: facts.address,
    address: isolated(facts.address),
    marks: { deleted: words.deleted, inserted: words.inserted },
  };
}

/** The proposal with its amendments, as `proposal.typ` prints it. */
export async function proposalPaper(facts: Facts, lang: Lang): Promise<object> {
  const words = EXPORT_WORDS[lang];
  const source = sourceIn(facts);
  const places = placesOf(source.paragraphs);
  const all: ShownAmendment[] = [];
  for await (const each of inTurns(facts.amendments)) all.push(amendmentShown(each, facts, places, lang));
  const others = facts.proposal.texts.filter((text) => text.lang === lang && text !== source);
  return {
    ...headOf(facts, lang),
    voted: others.length > 0 ? words.voted(languageName(source.lang, lang)) : null,
    summary: source.summary ? { heading: words.summary, text: source.summary } : null,
    body: { heading: words.text, blocks: blocksOf(source.paragraphs) },
    attachments: attachmentsShown(facts, words),
    amendments: {
      heading: words.amendments,
      none: words.noAmendments,
      all,
    },
    translations: others.map((text) => translationShown(text, words, lang)),
  };
}

/** Attached files by name, with what tells them from any other. */
export interface ShownAttachments {
  readonly heading: string;
  readonly all: readonly {
    readonly name: string;
    readonly dir: 'ltr' | 'rtl';
    readonly size: string;
    readonly sum: string;
  }[];
}

/** Null where there are none. */
export function attachmentsShown({ proposal }: Facts, words: Words): ShownAttachments | null {
  if (proposal.attachments.length === 0) return null;
  return {
    heading: words.attachments,
    all: proposal.attachments.map(({ name, size, sha256 }) => ({
      name,
      dir: directionIn(name),
      size: words.bytes(size),
      sum: `SHA-256 ${sha256}`,
    })),
  };
}

/** The text beside the amendments to each of its paragraphs, as `synopsis.typ` prints it. */
export async function synopsisPaper(facts: Facts, lang: Lang): Promise<object> {
  const words = EXPORT_WORDS[lang];
  const source = sourceIn(facts);
  const places = placesOf(source.paragraphs);
  const order = facts.order?.amendmentIds ?? facts.proposed.amendmentIds;
  const cells = new Map<string | null, object[]>();
  for await (const amendment of inTurns(inOrder(facts.amendments, order))) {
    const { changes, ...about } = amendmentShown(amendment, facts, places, lang);
    for (const change of changes) {
      const row = change.at === null || places.has(change.at) ? change.at : GONE;
      cells.set(row, [...(cells.get(row) ?? []), { ...about, change }]);
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

/** What a person wrote as a reason, in whatever language. */
interface Told {
  readonly label: string;
  readonly text: string;
  readonly dir: 'ltr' | 'rtl';
}
const told = (label: string, text: string): Told => ({ label, text, dir: directionIn(text) });

interface ShownAmendment {
  readonly name: string;
  readonly author: string;
  readonly state: string;
  readonly reason: Told | null;
  readonly decision: Told | null;
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
    reason: reason ? told(words.reason + words.colon, reason) : null,
    decision: decision?.reason ? told(words.decision + words.colon, decision.reason) : null,
    notes: [
      ...(modified ? [words.modified] : []),
      ...(amendment.conflicts.length > 0 ? [words.needsAuthor] : []),
      ...(rivals.length > 0 ? [words.collidesWith(rivals.join(words.comma))] : []),
    ],
    // As the authors of the proposal took it, where they took it otherwise than it was made.
    changes: changesShown(modified ?? amendment.changes, places, words),
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

import { dayText } from '../../kernel/dates.js';
import { inTurns } from '../../kernel/in-turns.js';
import { DIRECTION, isolated, type Lang } from '../../kernel/localized.js';
import { marked } from '../amendments/amendment-text.js';
import { directionOf, linked, placesOf, type Shown, signature } from './changes-shown.js';
import type { ExportedAmendment } from './export.contract.js';
import { amendmentShown, attachmentsShown, type Facts, sourceIn } from './paper.js';
import { type TrackedParagraph, type TrackedPiece, tracked } from './tracked.js';
import { EXPORT_WORDS } from './words.js';

/** Who is told to have made a tracked change, and when. */
export interface Revision {
  readonly author: string;
  readonly date: string;
}
export interface WordRun extends Omit<Shown, 'op'> {
  readonly op: 'keep' | 'delete' | 'insert';
  /** Of tracked words; words with an operation but no revision are only marked, by a line. */
  readonly by: Revision | null;
  /** How kept words looked that are set off otherwise by the revision. */
  readonly was: Pick<Shown, 'strong' | 'em'> | null;
}
export interface WordParagraph {
  /** `text`, `bullet`, `number` and `quote` are the proposal's own; the rest stands around it. */
  readonly style: 'title' | 'heading' | 'subheading' | 'plain' | 'muted' | TrackedParagraph['kind'];
  readonly rtl: boolean;
  /** Numbered paragraphs of one list have the same number. */
  readonly list: number;
  readonly op: TrackedParagraph['op'];
  readonly by: Revision | null;
  readonly was: { readonly style: TrackedParagraph['kind']; readonly by: Revision } | null;
  readonly runs: readonly WordRun[];
}
export interface WordFile {
  readonly title: string;
  readonly creator: string;
  readonly at: string;
  readonly paragraphs: readonly WordParagraph[];
}

/** The proposal as a file for Word: the text with tracked changes, then the amendments that are not in it. */
export async function wordFile(facts: Facts, lang: Lang): Promise<WordFile> {
  const words = EXPORT_WORDS[lang];
  const { proposal, amendments } = facts;
  const source = sourceIn(facts);
  const spoken = directionOf(source.lang) === 'rtl';
  const around = DIRECTION[lang] === 'rtl';
  const text = await tracked(marked(source.paragraphs), amendments);
  const apart = amendments.filter(
    ({ id, state }) => !text.together.has(id) && (state === 'submitted' || state === 'voted'),
  );
  const signed = [proposal.author, ...proposal.coAuthors].filter((each) => each !== null);
  const others: WordParagraph[][] = [];
  for await (const each of inTurns(apart)) others.push(marks(each, facts, { spoken, around, lang }));
  return {
    title: source.title,
    creator: facts.forum.title[lang],
    at: facts.exportedAt,
    paragraphs: [
      plain('muted', `${isolated(facts.forum.title[lang])} · ${words.proposal(proposal.number)}`, around),
      plain('title', source.title, spoken),
      plain('plain', `${words.state}${words.colon}${words.states[proposal.state]}`, around),
      plain(
        'plain',
        `${words.authors}${words.colon}${signed.map((each) => signature(each, lang, words)).join(' · ')}`,
        around,
      ),
      plain('muted', `${words.asOf(dayText(facts.exportedAt, lang))} · ${isolated(facts.address)}`, around),
      ...(source.summary ? [plain('plain', source.summary, spoken)] : []),
      plain('heading', words.text, around),
      ...(text.together.size > 0 ? [plain('muted', words.tracked, around)] : []),
      ...trackedText(text.paragraphs, amendments, spoken, lang),
      ...attached(facts, lang),
      ...(apart.length > 0
        ? [plain('heading', words.apart, around), plain('muted', words.apartWhy, around)]
        : []),
      ...others.flat(),
      // The mark of a document's last paragraph can be neither inserted nor deleted: it is none of the text.
      plain('plain', '', around),
    ],
  };
}

function attached(facts: Facts, lang: Lang): WordParagraph[] {
  const shown = attachmentsShown(facts, EXPORT_WORDS[lang]);
  if (!shown) return [];
  const around = DIRECTION[lang] === 'rtl';
  return [
    plain('heading', shown.heading, around),
    ...shown.all.flatMap(({ name, dir, size, sum }) => [
      plain('plain', name, dir === 'rtl'),
      plain('muted', size, around),
      plain('muted', sum, false),
    ]),
  ];
}

function trackedText(
  paragraphs: readonly TrackedParagraph[],
  amendments: readonly ExportedAmendment[],
  rtl: boolean,
  lang: Lang,
): WordParagraph[] {
  const revisions = new Map(amendments.map((each) => [each.id, revisionOf(each, lang)]));
  const by = (ids: readonly string[]): Revision | null =>
    together(ids.flatMap((id) => revisions.get(id) ?? []));
  let list = 0;
  return paragraphs.map(({ kind, op, by: makers, was, pieces }, at): WordParagraph => {
    if (kind === 'number' && paragraphs[at - 1]?.kind !== 'number') list++;
    const maker = was && by(was.by);
    return {
      style: kind,
      rtl,
      list,
      op,
      by: by(makers),
      was: was && maker && { style: was.kind, by: maker },
      runs: pieces.flatMap((piece) => runsOf(piece, by(piece.by))),
    };
  });
}

/** Kept words that are only set off otherwise keep their place; where a link leads is not tracked, so those are replaced. */
function runsOf({ op, runs, was }: TrackedPiece, by: Revision | null): WordRun[] {
  const as = (kind: WordRun['op'], list: typeof runs): WordRun[] =>
    list.map((run) => ({
      ...run,
      href: linked(run.href),
      op: kind,
      by: kind === 'keep' ? null : by,
      was: null,
    }));
  if (!was) return as(op, runs);
  const [old, now] = [was[0], runs[0]];
  if (was.length === 1 && runs.length === 1 && old && now && old.href === now.href && old.text === now.text)
    return [{ ...now, href: linked(now.href), op: 'keep', by, was: { strong: old.strong, em: old.em } }];
  return [...as('delete', was), ...as('insert', runs)];
}

/** One amendment by itself, after the text: lines through and under words, which nobody accepts by a click. */
function marks(
  amendment: ExportedAmendment,
  facts: Facts,
  { spoken, around, lang }: { spoken: boolean; around: boolean; lang: Lang },
): WordParagraph[] {
  const shown = amendmentShown(amendment, facts, placesOf(sourceIn(facts).paragraphs), lang);
  return [
    plain('subheading', `${shown.name} · ${shown.author} · ${shown.state}`, around),
    ...shown.notes.map((note) => plain('muted', note, around)),
    ...shown.changes.flatMap(({ what, block }) => [
      plain('muted', what, around),
      {
        ...plain('plain', '', spoken),
        runs: block.runs.map((run) => ({ ...run, by: null, was: null })),
      },
    ]),
    ...[shown.reason, shown.decision].flatMap((told) =>
      told ? [plain('muted', told.label, around), plain('plain', told.text, told.dir === 'rtl')] : [],
    ),
  ];
}

function plain(style: WordParagraph['style'], text: string, rtl: boolean): WordParagraph {
  const run: WordRun = { op: 'keep', text, strong: false, em: false, href: null, by: null, was: null };
  return { style, rtl, list: 0, op: 'keep', by: null, was: null, runs: text === '' ? [] : [run] };
}

function revisionOf({ author, number, submittedAt }: ExportedAmendment, lang: Lang): Revision {
  const words = EXPORT_WORDS[lang];
  const name = author?.name ?? words.nobody;
  return { author: `${name} (${words.amendment(number)})`, date: `${submittedAt.slice(0, 19)}Z` };
}

/** The same change made by several is one change by all of them, as old as the last. */
function together(all: readonly Revision[]): Revision | null {
  if (all.length === 0) return null;
  const dates = all.map(({ date }) => date).sort();
  return { author: all.map(({ author }) => author).join(' + '), date: dates.at(-1) as string };
}

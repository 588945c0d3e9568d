import type { AuthorView } from '../../forum/forum.contract.js';
import { DIRECTION, isLang, isolated, type Lang, type Localized } from '../../kernel/localized.js';
import { addressOf } from '../../text/marked-text.js';
import { piecesOf } from '../../text/pieces.js';
import type { Paragraph } from '../../text/rich-text.contract.js';
import type { ParagraphChange } from '../amendments/amendments.contract.js';
import type { ExportedAmendment } from './export.contract.js';
import type { Words } from './words.js';

export const directionOf = (lang: string): 'ltr' | 'rtl' => (isLang(lang) ? DIRECTION[lang] : 'ltr');

/** The direction of a text whose language nobody was asked for: that of its first letter. */
export const directionIn = (text: string): 'ltr' | 'rtl' =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text) ? 'rtl' : 'ltr';

/** Words that were kept, deleted or inserted, with their look. */
export interface Shown {
  readonly op: 'keep' | 'delete' | 'insert';
  readonly text: string;
  readonly strong: boolean;
  readonly em: boolean;
  readonly href: string | null;
}

/** A paragraph as it is printed. Its number is its place in the text; `ordinal`, that in its numbered list. */
export interface Block {
  readonly kind: Paragraph['kind'];
  readonly number: number | null;
  readonly ordinal: number | null;
  readonly runs: readonly Shown[];
}

/** A change of one paragraph: where it is and what is done there, and the words. */
export interface ShownChange {
  readonly what: string;
  readonly block: Block;
  /** The id of the paragraph of the text that it changes, or behind which it stands; null is the beginning. */
  readonly at: string | null;
}

/** The paragraphs of a text, counted. */
export function blocksOf(paragraphs: readonly Paragraph[]): Block[] {
  let ordinal = 0;
  return paragraphs.map((paragraph, at) => {
    ordinal = paragraph.kind === 'number' ? ordinal + 1 : 0;
    return {
      kind: paragraph.kind,
      number: at + 1,
      ordinal: ordinal || null,
      runs: shown(null, paragraph, 'keep'),
    };
  });
}

/** Where the paragraphs of the text stand, by id: what amendments name them by. */
export const placesOf = (paragraphs: readonly Paragraph[]): ReadonlyMap<string, number> =>
  new Map(paragraphs.map(({ id }, at) => [id, at + 1]));

/** The changes of an amendment in the order of the text, each naming its paragraph by the place where that stands now. */
export function changesShown(
  changes: readonly ParagraphChange[],
  places: ReadonlyMap<string, number>,
  words: Words,
): ShownChange[] {
  const inserted = new Map(
    changes.flatMap(({ kind, paragraphId, after }) =>
      kind === 'insert' ? [[paragraphId, after] as const] : [],
    ),
  );
  return changes
    .map((change): ShownChange & { place: number } => {
      const at = standing(change, inserted);
      const place = at === null ? 0 : (places.get(at) ?? places.size + 1);
      const spot = at === null ? words.beginning : places.has(at) ? words.paragraph(place) : words.gone;
      const behind = change.kind === 'insert' && at !== null;
      return {
        what: (behind ? words.behind(spot) : spot) + words.colon + words.kinds[change.kind],
        at,
        place: behind ? place + 0.5 : place,
        block: {
          kind: (change.now ?? change.was)?.kind ?? 'text',
          number: null,
          ordinal: null,
          runs: shown(change.was, change.now),
        },
      };
    })
    .sort((a, b) => a.place - b.place);
}

/** The paragraph of the text that a change is about; of several that are inserted in a row, the one before the first. */
function standing(
  { kind, paragraphId, after }: ParagraphChange,
  inserted: ReadonlyMap<string, string | null>,
): string | null {
  let at = kind === 'insert' ? after : paragraphId;
  for (let steps = inserted.size; kind === 'insert' && at !== null && inserted.has(at) && steps > 0; steps--)
    at = inserted.get(at) ?? null;
  return at;
}

/** The words of a paragraph with what was changed; what only looks otherwise now is deleted and inserted. */
function shown(was: Paragraph | null, now: Paragraph | null, all?: 'keep'): Shown[] {
  return piecesOf(was, now).flatMap(({ op, runs, was: before }) => {
    const as = (kind: Shown['op'], list: typeof runs) =>
      list.map((run): Shown => ({ op: kind, ...run, href: linked(run.href) }));
    if (before) return [...as('delete', before), ...as('insert', runs)];
    return as(all ?? op, runs);
  });
}

/** Longer addresses are refused by Word; they were pasted, not written. */
const LONGEST_LINK = 2_000;

/** Where a link leads; null where nowhere, or farther than a file can say. */
export function linked(href: string | null): string | null {
  const address = href === null ? '' : addressOf(href);
  return address === '' || address.length > LONGEST_LINK ? null : address;
}

/** Amendments as a chair goes through them: in the published order, or the one by rule; what is decided comes after. */
export function inOrder(
  amendments: readonly ExportedAmendment[],
  order: readonly string[],
): ExportedAmendment[] {
  const rank = new Map(order.map((id, at) => [id, at]));
  const of = ({ id }: ExportedAmendment): number => rank.get(id) ?? order.length;
  return [...amendments].sort((a, b) => of(a) - of(b) || a.number - b.number);
}

/** "Amina Berrada, Fez". */
export function signature(author: AuthorView | null, lang: Lang, words: Words): string {
  if (!author) return words.nobody;
  return [author.name, ...(author.cityName ? [author.cityName[lang]] : [])].map(isolated).join(words.comma);
}

export const namesIn = (names: readonly Localized[], lang: Lang, words: Words): string =>
  names.map((name) => isolated(name[lang])).join(words.comma);

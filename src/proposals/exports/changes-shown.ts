import type { AuthorView } from '../../forum/forum.contract.js';
import type { Localized } from '../../kernel/localized.js';
import { DIRECTION, isLang, type Lang } from '../../kernel/localized.js';
import { piecesOf } from '../../text/pieces.js';
import type { Paragraph } from '../../text/rich-text.contract.js';
import type { ParagraphChange } from '../amendments/amendments.contract.js';
import type { ExportedAmendment } from './export.contract.js';
import type { Words } from './words.js';

export const directionOf = (lang: string): 'ltr' | 'rtl' => (isLang(lang) ? DIRECTION[lang] : 'ltr');

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

/** A change of one paragraph: where it is, what is done there, and the words. */
export interface ShownChange {
  readonly where: string;
  readonly kind: string;
  readonly block: Block;
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

/** The changes of an amendment one by one, each naming its paragraph by the place where that stands now. */
export function changesShown(
  changes: readonly ParagraphChange[],
  places: ReadonlyMap<string, number>,
  words: Words,
): ShownChange[] {
  return changes.map((change) => ({
    where: whereOf(change, places, words),
    kind: words.kinds[change.kind],
    block: {
      kind: (change.now ?? change.was)?.kind ?? 'text',
      number: null,
      ordinal: null,
      runs: shown(change.was, change.now),
    },
  }));
}

function whereOf(
  { kind, paragraphId, after }: ParagraphChange,
  places: ReadonlyMap<string, number>,
  words: Words,
) {
  const id = kind === 'insert' ? after : paragraphId;
  if (id === null) return words.beginning;
  const place = places.get(id);
  const name = place === undefined ? words.gone : words.paragraph(place);
  return kind === 'insert' ? words.behind(name) : name;
}

/** The words of a paragraph with what was changed; what only looks otherwise now is deleted and inserted. */
function shown(was: Paragraph | null, now: Paragraph | null, all?: 'keep'): Shown[] {
  return piecesOf(was, now).flatMap(({ op, runs, was: before }) => {
    const as = (kind: Shown['op'], list: typeof runs) => list.map((run): Shown => ({ op: kind, ...run }));
    if (before) return [...as('delete', before), ...as('insert', runs)];
    return as(all ?? op, runs);
  });
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
  return [author.name, ...(author.cityName ? [author.cityName[lang]] : [])].join(words.comma);
}

export const namesIn = (names: readonly Localized[], lang: Lang, words: Words): string =>
  names.map((name) => name[lang]).join(words.comma);

import { changesBetween } from '../../../src/text/changes.js';
import { markedText } from '../../../src/text/marked-text.js';
import type { Paragraph, WrittenParagraph } from '../../../src/text/rich-text.contract.js';

export { type Piece, piecesOf } from '../../../src/text/pieces.js';

/** A paragraph at its place, which is counted and never stored. */
export interface Placed extends Paragraph {
  readonly number: number;
  /** Its number in its list, where it is in a numbered one. */
  readonly ordinal: number | null;
}

export function placed(paragraphs: readonly Paragraph[]): Placed[] {
  let ordinal = 0;
  return paragraphs.map((paragraph, at) => {
    ordinal = paragraph.kind === 'number' ? ordinal + 1 : 0;
    return { ...paragraph, number: at + 1, ordinal: ordinal || null };
  });
}

/**
 * What became of a paragraph. One that was moved is there twice: where it is now, with both sides and what was
 * changed in it, and as `left` where it was.
 */
export interface ComparedRow {
  readonly change: 'same' | 'changed' | 'added' | 'removed' | 'moved' | 'left';
  readonly before: Placed | null;
  readonly after: Placed | null;
}

/** Two states of a text, paragraph by paragraph, in the order of the later one; what is gone stands where it was. */
export function rowsOf(before: readonly Paragraph[], after: readonly Paragraph[]): ComparedRow[] {
  const [old, now] = [placed(before), placed(after)];
  const [wasAt, isAt] = [byId(old), byId(now)];
  const gone = new Set(
    changesBetween(marked(before), marked(after)).flatMap(({ kind, id }) => (kind === 'delete' ? [id] : [])),
  );
  const rows: ComparedRow[] = [];
  let done = 0;
  const goOnTo = (end: number) => {
    for (const each of old.slice(done, end))
      rows.push({
        change: isAt.has(each.id) ? 'left' : 'removed',
        before: each,
        after: isAt.get(each.id) ?? null,
      });
  };
  for (const each of now) {
    const was = wasAt.get(each.id) ?? null;
    if (was && !gone.has(each.id)) {
      goOnTo(was.number - 1);
      done = was.number;
      rows.push({
        change: markedText(was) === markedText(each) ? 'same' : 'changed',
        before: was,
        after: each,
      });
    } else rows.push({ change: was ? 'moved' : 'added', before: was, after: each });
  }
  goOnTo(old.length);
  return rows;
}

const byId = (paragraphs: readonly Placed[]) => new Map(paragraphs.map((each) => [each.id, each]));
const marked = (paragraphs: readonly Paragraph[]) =>
  paragraphs.map((paragraph) => ({ id: paragraph.id, text: markedText(paragraph) }));

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A title or summary, which has no marks, as a paragraph to be compared. */
export const plainParagraph = (text: string): WrittenParagraph => ({
  kind: 'text',
  html: text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] as string),
});

import { type Operation, paragraphDifferences, type Segment } from './differences.js';
import { Looks, markedText, type Run } from './marked-text.js';
import { type Effort, effort } from './matching.js';
import type { WrittenParagraph } from './rich-text.contract.js';

/** Words that were kept, taken out or put in. */
export interface Piece {
  readonly op: Operation;
  /** As they look now; what was taken out, as it looked. */
  readonly runs: readonly Run[];
  /** Of kept words that look otherwise now, or lead elsewhere: how they looked. */
  readonly was: readonly Run[] | null;
}

/** What was changed in one paragraph, word by word; null where there is none on that side. */
export function piecesOf(
  before: WrittenParagraph | null,
  after: WrittenParagraph | null,
  budget: Effort = effort(),
): Piece[] {
  return piecesIn(segments(before, after, budget));
}

/**
 * The segments of a marked text as words with their looks. Whatever else a segment bears, such as whose it is, its
 * piece bears too; the piece of words that were only set off bears what the inserted segment does.
 */
export function piecesIn<T extends Segment>(segments: Iterable<T>): (Piece & Omit<T, 'text'>)[] {
  const [was, is] = [new Looks(), new Looks()];
  const pieces: (Piece & Omit<T, 'text'>)[] = [];
  for (const { text, ...segment } of segments) {
    const old = segment.op === 'insert' ? [] : was.next(text);
    const now = segment.op === 'delete' ? [] : is.next(text);
    const last = pieces.at(-1);
    // A space goes with the mark beside it: where the mark alone was changed, the words were kept.
    if (segment.op === 'insert' && last?.op === 'delete' && wordsOf(last.runs) === wordsOf(now))
      pieces.splice(-1, 1, { ...segment, ...kept(last.runs, now) });
    else if (segment.op === 'keep' && now.length > 0) pieces.push({ ...segment, ...kept(old, now) });
    else if (old.length + now.length > 0)
      pieces.push({ ...segment, runs: segment.op === 'delete' ? old : now, was: null });
  }
  return pieces;
}

const wordsOf = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');
const kept = (old: readonly Run[], runs: readonly Run[]): Piece => ({
  op: 'keep',
  runs,
  was: alike(old, runs) ? null : old,
});

function segments(
  before: WrittenParagraph | null,
  after: WrittenParagraph | null,
  budget: Effort,
): Segment[] {
  if (before && after) return paragraphDifferences(markedText(before), markedText(after), budget);
  if (before) return [{ op: 'delete', text: markedText(before) }];
  return after ? [{ op: 'insert', text: markedText(after) }] : [];
}

const alike = (one: readonly Run[], two: readonly Run[]): boolean =>
  one.length === two.length &&
  one.every(({ strong, em, href }, at) => {
    const other = two[at];
    return other?.strong === strong && other.em === em && other.href === href;
  });

import { align } from './alignment.js';
import { type Effort, effort } from './matching.js';
import { type Piece, plainPieces } from './plain-text.js';
import { hunks, type Tokenised, tokenised } from './word-differences.js';

export type Operation = 'keep' | 'delete' | 'insert';

/** A stretch of text that was kept, taken out or put in. */
export interface Segment {
  readonly op: Operation;
  readonly text: string;
}

/** A paragraph of more code units than these is compared as a whole: no person reads or writes one. */
const MAX_PARAGRAPH = 1_000_000;

/**
 * What was changed from one plain text to another, in segments that one can read: paragraphs are paired first,
 * then their words compared. Keep and delete are `before`, keep and insert are `after`, to the code unit;
 * segments begin and end at words and signs, and no two neighbours have the same operation. A deletion comes
 * before the insertion that takes its place.
 */
export function differences(before: string, after: string, budget: Effort = effort()): Segment[] {
  const [a, b] = [plainPieces(before), plainPieces(after)];
  const writer = new SegmentWriter();
  writer.change(a.lead, b.lead);
  compare(a.pieces, b.pieces, writer, budget, (x, y) => compareWords(x, y, writer, budget));
  return writer.end();
}

/** The same within one paragraph. */
export function paragraphDifferences(before: string, after: string, budget: Effort = effort()): Segment[] {
  const writer = new SegmentWriter();
  compareWords(before, after, writer, budget);
  return writer.end();
}

function compare(
  old: readonly Piece[],
  next: readonly Piece[],
  writer: SegmentWriter,
  budget: Effort,
  inner: (before: string, after: string) => void,
): void {
  const from = align(
    old.map(({ text }) => text),
    next.map(({ text }) => text),
    budget,
  );
  let done = 0;
  const dropUpTo = (end: number): void => {
    for (; done < end; done++) writer.change(whole(old[done] as Piece), '');
  };
  for (const [at, piece] of next.entries()) {
    const place = from[at] ?? null;
    if (place === null) {
      writer.change('', whole(piece));
      continue;
    }
    dropUpTo(place);
    const { text, gap } = old[done++] as Piece;
    inner(text, piece.text);
    writer.change(gap, piece.gap);
  }
  dropUpTo(old.length);
}

const whole = ({ text, gap }: Piece): string => text + gap;

/** Words; where they differ too much for the effort that is left, sentences and their words; then all of it. */
function compareWords(before: string, after: string, writer: SegmentWriter, budget: Effort): void {
  if (before === after || before.length > MAX_PARAGRAPH || after.length > MAX_PARAGRAPH) {
    writer.change(before, after);
    return;
  }
  const [a, b] = [tokenised(before), tokenised(after)];
  if (writeWords(before, after, a, b, writer, budget)) return;
  compare(sentencesOf(before, a), sentencesOf(after, b), writer, budget, (x, y) => {
    if (x === y || !writeWords(x, y, tokenised(x), tokenised(y), writer, budget)) writer.change(x, y);
  });
}

function writeWords(
  before: string,
  after: string,
  a: Tokenised,
  b: Tokenised,
  writer: SegmentWriter,
  budget: Effort,
): boolean {
  const found = hunks(a, b, budget);
  if (!found) return false;
  let from = 0;
  for (const { a0, a1, b0, b1 } of found) {
    writer.keep(before.slice(from, a.offsets[a0]));
    writer.change(before.slice(a.offsets[a0], a.offsets[a1]), after.slice(b.offsets[b0], b.offsets[b1]));
    from = a.offsets[a1] as number;
  }
  writer.keep(before.slice(from));
  return true;
}

function sentencesOf(text: string, { tokens, offsets, sentence }: Tokenised): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (let at = 1; at <= tokens.length; at++) {
    if (at < tokens.length && sentence[at] === sentence[at - 1]) continue;
    pieces.push({ text: text.slice(from, offsets[at]), gap: '' });
    from = offsets[at] as number;
  }
  return pieces;
}

/** Joins what is written in pieces. */
class SegmentWriter {
  readonly #segments: Segment[] = [];
  #kept: string[] = [];
  #deleted: string[] = [];
  #inserted: string[] = [];

  keep(text: string): void {
    if (text === '') return;
    if (this.#deleted.length > 0 || this.#inserted.length > 0) this.#flush();
    this.#kept.push(text);
  }

  change(before: string, after: string): void {
    if (before === after) {
      this.keep(before);
      return;
    }
    if (before !== '') this.#deleted.push(before);
    if (after !== '') this.#inserted.push(after);
  }

  end(): Segment[] {
    this.#flush();
    return this.#segments;
  }

  #flush(): void {
    this.#write('keep', this.#kept);
    this.#write('delete', this.#deleted);
    this.#write('insert', this.#inserted);
    [this.#kept, this.#deleted, this.#inserted] = [[], [], []];
  }

  #write(op: Operation, texts: readonly string[]): void {
    const text = texts.join('');
    if (text !== '') this.#segments.push({ op, text });
  }
}

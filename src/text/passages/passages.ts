import { type Effort, effort } from '../matching.js';
import { ClauseWords, nearestBefore, nearestBehind, wordsOf } from './clause-words.js';
import { nearest } from './nearest.js';
import { type Place, type Quote, SIDE, sameAtEnd, sameAtStart, sideOf } from './quote.js';

/** Context begins with so many code units a side, and grows until the quote stands once in all clauses. */
const CONTEXT = { least: 32, most: 256 };
/** A quote of so many words is found in another clause by itself; a shorter one by its context. */
const TELLING_WORDS = 5;
/** Of an opening of a clause so many code units are quoted. */
const OPENING = 300;
/** Comparisons of two words for all quotes of an appeal together: about a second. */
const EFFORT = 50_000_000;

/** Where the words of a quote stand to the letter, and how what is beside them goes with its context. */
interface Found {
  readonly place: Place;
  /** Both sides of it, of SIDE, together: 6 where all is as it was. */
  readonly fit: number;
  /** All of the context of a side stands there, with a word in it. */
  readonly known: boolean;
}

/** The clauses of a text in one language, today, and where passages that were quoted earlier stand in them. */
export class Passages {
  readonly #clauses: readonly ClauseWords[];
  readonly #budget: Effort;

  constructor(clauses: readonly { readonly id: string; readonly text: string }[], budget = effort(EFFORT)) {
    this.#clauses = clauses.map(({ id, text }) => new ClauseWords(id, text));
    this.#budget = budget;
  }

  /**
   * What is kept of a passage that somebody points at in a clause: whole words, and as much around them as tells the
   * place from all others. The context that comes with it may be as short as the place allows. Null where the words
   * do not stand in the clause, or in several places that fit equally.
   */
  quote({ exact, prefix, suffix }: Quote, clauseId: string): Quote | null {
    const clause = this.#clauses.find(({ id }) => id === clauseId);
    if (!clause || !exact.trim()) return null;
    const found = [...occurrences(clause.text, exact)].map((start) => ({
      start,
      fit:
        sameAtEnd(clause.text.slice(0, start), prefix) +
        sameAtStart(clause.text.slice(start + exact.length), suffix),
    }));
    const best = onlyBest(found, ({ fit }) => fit);
    const span = best && clause.widened(best.start, best.start + exact.length);
    return span ? this.#inContext(clause, span.start, span.end) : null;
  }

  /** The first words of a clause, by which it is known again where its id is gone; null for one without words. */
  opening(clauseId: string): Quote | null {
    const clause = this.#clauses.find(({ id }) => id === clauseId);
    const { text } = clause ?? {};
    if (!clause || !text?.trim()) return null;
    const end = text.length > OPENING ? clause.cutBefore(OPENING) || text.length : text.length;
    const span = clause.widened(0, end);
    return span && this.#inContext(clause, span.start, span.end);
  }

  /**
   * Where a passage stands that was quoted from the clause `clauseId`: to the letter with its context; to the letter,
   * where the clause has it once; in another clause that holds it with its context or with words enough of its own,
   * as after a split, a join or a move; at last word by word, where less than half of its letters changed. Null where
   * it is nowhere, and where two places fit equally: nothing is guessed.
   */
  find(quote: Quote, clauseId: string): Place | null {
    if (!quote.exact) return null;
    const here = this.#clauses.filter(({ id }) => id === clauseId);
    const elsewhere = this.#clauses.filter(({ id }) => id !== clauseId);
    const own = here.flatMap((clause) => foundIn(clause, quote));
    const chosen = onlyBest(own, ({ fit }) => fit);
    const fit = Math.max(-1, ...own.map((each) => each.fit));
    if (chosen && fit > SIDE.whole) return chosen.place;
    const telling = wordsOf(quote.exact).length >= TELLING_WORDS;
    const others = elsewhere
      .flatMap((clause) => foundIn(clause, quote))
      .filter(({ known }) => known || telling);
    const other = onlyBest(others, (each) => each.fit);
    if (other && other.fit > SIDE.whole + SIDE.near && other.fit > fit) return other.place;
    if (own.length > 0) return own.length === 1 || chosen?.known ? (chosen?.place ?? null) : null;
    if (others.length > 0) return other?.place ?? null;
    return this.#near(quote, here) ?? (telling ? this.#near(quote, elsewhere) : null);
  }

  #near({ exact }: Quote, clauses: readonly ClauseWords[]): Place | null {
    const quoted = wordsOf(exact);
    const found = clauses.flatMap((clause) => {
      const near = nearest(quoted, clause.words, this.#budget);
      return near ? [{ clause, near }] : [];
    });
    const best = onlyBest(found, ({ near }) => -near.cost);
    if (!best) return null;
    const words = best.clause.words.slice(best.near.from, best.near.to);
    const [first, last] = [words[0], words.at(-1)];
    return first && last ? { clauseId: best.clause.id, start: first.start, end: last.end } : null;
  }

  #inContext(clause: ClauseWords, start: number, end: number): Quote {
    const { text } = clause;
    for (let reach = CONTEXT.least; ; reach *= 2) {
      const before = clause.cutBefore(Math.max(0, start - reach));
      const behind = clause.cutBefore(Math.min(text.length, end + reach));
      const quote = {
        exact: text.slice(start, end),
        prefix: text.slice(before, start),
        suffix: text.slice(end, Math.max(end, behind)),
      };
      const complete = before === 0 && behind === text.length;
      if (reach >= CONTEXT.most || complete || this.#standsOnce(quote)) return quote;
    }
  }

  #standsOnce(quote: Quote): boolean {
    const whole = ({ fit }: Found): boolean => fit === 2 * SIDE.whole;
    return this.#clauses.flatMap((clause) => foundIn(clause, quote)).filter(whole).length === 1;
  }
}

function foundIn(clause: ClauseWords, { exact, prefix, suffix }: Quote): Found[] {
  const { text } = clause;
  const found: Found[] = [];
  for (const start of occurrences(text, exact)) {
    const end = start + exact.length;
    if (!clause.isCut(start) || !clause.isCut(end)) continue;
    const before = sameAtEnd(text.slice(0, start), prefix);
    const behind = sameAtStart(text.slice(end), suffix);
    const left = sideOf(before, prefix.length, start, nearestBefore(prefix));
    const right = sideOf(behind, suffix.length, text.length - end, nearestBehind(suffix));
    found.push({
      place: { clauseId: clause.id, start, end },
      fit: left + right,
      known: (left === SIDE.whole && prefix.trim() !== '') || (right === SIDE.whole && suffix.trim() !== ''),
    });
  }
  return found;
}

function* occurrences(text: string, wanted: string): Generator<number> {
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + 1)) yield at;
}

/** The one that is better than all others; null where there is none. */
function onlyBest<T>(list: readonly T[], of: (item: T) => number): T | null {
  let best: T | null = null;
  let tied = false;
  for (const item of list) {
    if (best === null || of(item) > of(best)) [best, tied] = [item, false];
    else if (of(item) === of(best)) tied = true;
  }
  return tied ? null : best;
}

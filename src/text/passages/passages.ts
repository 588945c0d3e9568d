import { type Effort, effort } from '../matching.js';
import { ClauseWords, nearestBefore, nearestBehind, type Word } from './clause-words.js';
import { nearest } from './nearest.js';
import { type Place, type Quote, SIDE, sameAtEnd, sameAtStart, sideOf } from './quote.js';
import { quotedWords } from './quoted-words.js';

/** Context begins with so many code units a side, and grows until the quote stands once in all clauses. */
const CONTEXT = { least: 32, most: 256 };
/** A quote of so many words is found in another clause by itself; a shorter one by its context. */
const TELLING_WORDS = 5;
/** Of an opening of a clause so many code units are quoted. */
const OPENING = 300;
/**
 * Steps for one quote, counted and not timed, so that a quote is found or not whatever others there are: a step is a
 * comparison of two words or letters. A passage of twenty words in a clause of a hundred in which every tenth word was
 * replaced needs some two thousand; what is made to be hard needs attention.
 */
const EFFORT = 25_000;
/** Steps for a place that has the words of a quote, and for one that has them in the middle of others. */
const STEPS = { place: 40, within: 4 } as const;

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
  readonly #effort: number;

  constructor(clauses: readonly { readonly id: string; readonly text: string }[], steps = EFFORT) {
    this.#clauses = clauses.map(({ id, text }) => new ClauseWords(id, text));
    this.#effort = steps;
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
   * it is nowhere, where two places fit equally, and where the effort is spent: nothing is guessed.
   */
  find(quote: Quote, clauseId: string): Place | null {
    if (!quote.exact) return null;
    const budget = effort(this.#effort);
    const beside = besideOf(quote);
    const here = this.#clauses.filter(({ id }) => id === clauseId);
    const elsewhere = this.#clauses.filter(({ id }) => id !== clauseId);
    const own = here.flatMap((clause) => foundIn(clause, quote, beside, budget));
    const chosen = onlyBest(own, ({ fit }) => fit);
    const fit = Math.max(-1, ...own.map((each) => each.fit));
    if (chosen && fit > SIDE.whole) return chosen.place;
    const quoted = quotedWords(quote.exact);
    const telling = quoted.length >= TELLING_WORDS;
    const others = elsewhere
      .flatMap((clause) => foundIn(clause, quote, beside, budget))
      .filter(({ known }) => known || telling);
    if (budget.left < 0) return null;
    const other = onlyBest(others, (each) => each.fit);
    if (other && other.fit > SIDE.whole + SIDE.near && other.fit > fit) return other.place;
    if (own.length > 0) return own.length === 1 || chosen?.known ? (chosen?.place ?? null) : null;
    if (others.length > 0) return other?.place ?? null;
    return near(quoted, here, budget) ?? (telling ? near(quoted, elsewhere, budget) : null);
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
    const [beside, budget] = [besideOf(quote), effort(this.#effort)];
    const found = this.#clauses.flatMap((clause) => foundIn(clause, quote, beside, budget));
    return budget.left >= 0 && found.filter(whole).length === 1;
  }
}

/** Where words stand that come nearest to those of a quote, of several clauses. */
function near(quoted: readonly Word[], clauses: readonly ClauseWords[], budget: Effort): Place | null {
  const found = clauses.flatMap((clause) => {
    const near = nearest(quoted, clause, budget);
    return near ? [{ clause, near }] : [];
  });
  const best = onlyBest(found, ({ near }) => -near.cost);
  if (!best || budget.left < 0) return null;
  const words = best.clause.words.slice(best.near.from, best.near.to);
  const [first, last] = [words[0], words.at(-1)];
  return first && last ? { clauseId: best.clause.id, start: first.start, end: last.end } : null;
}

/** How long the words beside a quote are: asked of it in each place, and seldom at all. */
interface Beside {
  readonly before: () => number;
  readonly behind: () => number;
}

function besideOf({ prefix, suffix }: Quote): Beside {
  let [before, behind]: [number?, number?] = [];
  return {
    before: () => {
      before ??= nearestBefore(prefix);
      return before;
    },
    behind: () => {
      behind ??= nearestBehind(suffix);
      return behind;
    },
  };
}

/** Where the words of a quote stand in a clause to the letter; nothing is looked for once the effort is spent. */
function foundIn(
  clause: ClauseWords,
  { exact, prefix, suffix }: Quote,
  beside: Beside,
  budget: Effort,
): Found[] {
  const { text } = clause;
  const found: Found[] = [];
  for (const start of occurrences(text, exact)) {
    if (budget.left < 0) return found;
    const end = start + exact.length;
    // The longer the words, the longer it takes to see that they stand there.
    budget.left -= STEPS.within + (exact.length >> 3);
    if (!clause.isCut(start) || !clause.isCut(end)) continue;
    const before = sameAtEnd(text.slice(0, start), prefix);
    const behind = sameAtStart(text.slice(end), suffix);
    budget.left -= STEPS.place + before + behind;
    const left = sideOf(before, prefix.length, start, beside.before);
    const right = sideOf(behind, suffix.length, text.length - end, beside.behind);
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

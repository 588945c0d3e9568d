import { fold } from '../fold.js';
import { isSpace, isWord, tokens } from '../tokens.js';

/** A word as it is compared, and where it stands. */
export interface Word {
  readonly folded: string;
  readonly start: number;
  readonly end: number;
}

/** The words of a text, folded: case, accents and Arabic vowel signs tell no passage from another. */
export function wordsOf(text: string): Word[] {
  const found: Word[] = [];
  let start = 0;
  for (const token of tokens(text)) {
    const end = start + token.length;
    // Of a word that is nothing but signs that folding takes away, the signs count.
    if (isWord(token)) found.push({ folded: fold(token) || token, start, end });
    start = end;
  }
  return found;
}

/** `known` is the number of each folded word, `of` and `letters` go word by word. */
export interface Numbers {
  readonly known: ReadonlyMap<string, number>;
  readonly of: Int32Array;
  readonly letters: Int32Array;
}

/** A clause's text with what is asked of it again and again, each made once. */
export class ClauseWords {
  #words: readonly Word[] | undefined;
  #numbers: Numbers | undefined;
  #ends: readonly number[] | undefined;
  #cuts: ReadonlySet<number> | undefined;

  constructor(
    readonly id: string,
    readonly text: string,
  ) {}

  get words(): readonly Word[] {
    this.#words ??= wordsOf(this.text);
    return this.#words;
  }

  /** Its words as numbers, the same for the same folded word: what is compared often is compared quickly. */
  get numbers(): Numbers {
    if (!this.#numbers) {
      const known = new Map<string, number>();
      for (const { folded } of this.words) if (!known.has(folded)) known.set(folded, known.size);
      const of = Int32Array.from(this.words, ({ folded }) => known.get(folded) as number);
      this.#numbers = { known, of, letters: Int32Array.from(this.words, ({ folded }) => folded.length) };
    }
    return this.#numbers;
  }

  /** Whether a word, a sign or a space begins or ends here: nothing is ever quoted in the middle of one. */
  isCut(at: number): boolean {
    this.#cuts ??= new Set([0, ...this.#tokenEnds()]);
    return this.#cuts.has(at);
  }

  /** The stretch widened to whole words and signs, without spaces around; null where there is nothing else in it. */
  widened(start: number, end: number): { readonly start: number; readonly end: number } | null {
    const within: { readonly start: number; readonly end: number }[] = [];
    let from = 0;
    for (const to of this.#tokenEnds()) {
      if (to > start && from < end && !isSpace(this.text.slice(from, to)))
        within.push({ start: from, end: to });
      from = to;
    }
    const [first, last] = [within[0], within.at(-1)];
    return first && last ? { start: first.start, end: last.end } : null;
  }

  /** The last cut at or before a place. */
  cutBefore(at: number): number {
    let found = 0;
    for (const end of this.#tokenEnds()) {
      if (end > at) break;
      found = end;
    }
    return found;
  }

  #tokenEnds(): readonly number[] {
    if (!this.#ends) {
      let at = 0;
      this.#ends = tokens(this.text).map((token) => {
        at += token.length;
        return at;
      });
    }
    return this.#ends;
  }
}

/** How many code units the nearest word of a context has, with the space or sign between it and the quote. */
export function nearestBefore(prefix: string): number {
  const list = tokens(prefix);
  let length = 0;
  for (let at = list.length - 1; at >= 0; at--) {
    length += (list[at] as string).length;
    if (!isSpace(list[at] as string)) break;
  }
  return length;
}

export function nearestBehind(suffix: string): number {
  let length = 0;
  for (const token of tokens(suffix)) {
    length += token.length;
    if (!isSpace(token)) break;
  }
  return length;
}

import { foldedWords } from '../../../text/words.js';
import { ARABIC } from './ar.js';
import { ENGLISH } from './en.js';
import { FRENCH } from './fr.js';

/**
 * What tells the kinds of sentences apart in one language. Each list holds phrases, written as people write
 * them and compared without accents and case; a word that ends in `*` stands for all words that begin so.
 * Translators and editors may extend the lists: the rules that read them are the same for all languages.
 */
export interface Lexicon {
  /** What a sentence may open with without belonging to it: greetings, connectives, "I propose". */
  readonly drop: readonly string[];
  /** Openings of a preamble's clause: "recalling", "convinced". */
  readonly preambular: readonly string[];
  /** Openings in which those who met speak and act: "we call upon". */
  readonly voice: readonly string[];
  /** Words of obligation, looked for in the first part of a sentence but not in front: "should". */
  readonly norm: readonly string[];
  /** Openings that say by themselves that something should be: "it is time". */
  readonly normOpening: readonly string[];
  /** Openings that name a measure: "create", "creation of". */
  readonly measure: readonly string[];
  /** Endings of a first word that names a measure, with the exceptions. */
  readonly measureEndings: readonly string[];
  readonly notMeasure: readonly string[];
  /** Openings of a sentence that states something. */
  readonly subject: readonly string[];
  /** Finite verbs: a sentence that states something has one, a measure has none outside a subordinate clause. */
  readonly verbs: readonly string[];
  /** Words that open a subordinate clause: a finite verb behind them does not make a measure a statement. */
  readonly relative: readonly string[];
  /** Words that turn a sentence against something: sentences that differ in them are never joined. */
  readonly negation: readonly string[];
  /** Openings that lean on a sentence before: such a sentence does not stand alone. */
  readonly dangling: readonly string[];
  /** Words that point back, looked for at the beginning: "these", "its". */
  readonly leaning: readonly string[];
  /** Words of one person speaking to another: never the words of an assembly. */
  readonly personal: readonly string[];
  /** Words that weigh against a sentence without ruling it out: quarrel, sloppiness. */
  readonly weak: readonly string[];
}

export type Phrases = keyof Lexicon;

/** Phrases of a list by their first word; `*` at the end of a word matches any ending. */
class PhraseList {
  private readonly byFirst = new Map<string, string[][]>();
  private readonly openFirst: string[][] = [];

  constructor(phrases: readonly string[]) {
    for (const phrase of phrases) {
      const parts = phrase
        .split(' ')
        .map((word) => foldedWords(word).join('') + (word.endsWith('*') ? '*' : ''));
      const first = parts[0] as string;
      if (first.endsWith('*')) this.openFirst.push(parts);
      else this.byFirst.set(first, [...(this.byFirst.get(first) ?? []), parts]);
    }
  }

  /** How many words, from the `at`th, the longest phrase covers there; 0 if none fits. */
  lengthAt(words: readonly string[], at: number): number {
    let longest = 0;
    for (const phrase of [...(this.byFirst.get(words[at] ?? '') ?? []), ...this.openFirst])
      if (phrase.length > longest && phrase.every((part, i) => fits(part, words[at + i])))
        longest = phrase.length;
    return longest;
  }
}

function fits(part: string, word: string | undefined): boolean {
  if (word === undefined) return false;
  return part.endsWith('*') ? word.startsWith(part.slice(0, -1)) : word === part;
}

/** A language's lexicon, ready for asking. */
export class Reader {
  private readonly lists: Readonly<Record<Phrases, PhraseList>>;

  constructor(private readonly lexicon: Lexicon) {
    this.lists = Object.fromEntries(
      Object.entries(lexicon).map(([name, phrases]) => [name, new PhraseList(phrases)]),
    ) as Record<Phrases, PhraseList>;
  }

  /** Whether the language has such a list: Arabic tells statements by their opening alone. */
  has(list: Phrases): boolean {
    return this.lexicon[list].length > 0;
  }

  /** Words covered by a phrase of `list` at the beginning of `words`. */
  opens(list: Phrases, words: readonly string[], at = 0): number {
    return this.lists[list].lengthAt(words, at);
  }

  /** The index of the first word within `limit` where a phrase of `list` stands, or -1. */
  find(list: Phrases, words: readonly string[], limit = words.length): number {
    for (let i = 0; i < Math.min(limit, words.length); i++) if (this.lists[list].lengthAt(words, i)) return i;
    return -1;
  }

  /** Whether the first word has the form of a measure: a French infinitive, say. */
  measureByEnding(words: readonly string[]): boolean {
    const first = words[0] ?? '';
    if (first.length < 4 || this.opens('notMeasure', words)) return false;
    return this.lexicon.measureEndings.some((ending) => first.endsWith(ending));
  }
}

const READERS: ReadonlyMap<string, Reader> = new Map([
  ['ar', new Reader(ARABIC)],
  ['fr', new Reader(FRENCH)],
  ['en', new Reader(ENGLISH)],
]);

/** The lexicon of a language, or undefined: such a text is quoted, but no sentence is picked out of it. */
export function readerOf(lang: string): Reader | undefined {
  return READERS.get(lang);
}

import { sentences } from '../../text/sentences.js';
import type { ContributionText } from './contributions.js';
import type { Corpus } from './corpus.js';
import { type Judgement, judge } from './forms.js';
import { readerOf } from './lexicon/lexicon.js';
import { core } from './polish.js';

/** A sentence as it was read, with what can be said of it. */
export interface Sentence {
  /** Place in the text, from 0; -1 is the title. */
  readonly index: number;
  /** Its core, to the letter. */
  readonly quote: string;
  /** Whether the core is all of it. */
  readonly whole: boolean;
  /** Null where it cannot stand as a clause. */
  readonly judgement: Judgement | null;
}

/** Sentences of one text that go together. */
export interface Passage {
  readonly lang: string;
  readonly quotes: readonly string[];
  readonly whole: boolean;
}

const SENTENCES_READ = 80;
/** A title is a heading first: it makes a clause where the text has no better sentence. */
const TITLE_SHARE = { num: 3, den: 4 };
/** In a language without a lexicon nothing is known of a sentence; a short title can still be quoted. */
const UNREAD_TITLE = 40;

export function readText({ lang, title, text }: ContributionText, corpus: Corpus): Sentence[] {
  const found = sentences(text)
    .slice(0, SENTENCES_READ)
    .map(({ start, end }, index) => readSentence(text.slice(start, end), index, lang, corpus));
  return title ? [...found, readTitle(title, lang, corpus)] : found;
}

function readSentence(sentence: string, index: number, lang: string, corpus: Corpus): Sentence {
  const reader = readerOf(lang);
  const span = core(sentence, { start: 0, end: sentence.length }, reader);
  const quote = sentence.slice(span.start, span.end);
  const judgement = reader ? judge(quote, reader, corpus.rareWords(quote)) : null;
  return { index, quote, whole: quote.length === sentence.length, judgement };
}

function readTitle(title: string, lang: string, corpus: Corpus): Sentence {
  const read = readSentence(title, -1, lang, corpus);
  if (!readerOf(lang) && /^[^?!.]{12,140}$/.test(title))
    return { ...read, judgement: { form: 'measure', quality: UNREAD_TITLE } };
  const { judgement } = read;
  const fit = judgement?.form === 'measure' || judgement?.form === 'norm';
  if (!judgement || !fit) return { ...read, judgement: null };
  const quality = Math.floor((judgement.quality * TITLE_SHARE.num) / TITLE_SHARE.den);
  return { ...read, judgement: { ...judgement, quality } };
}

export function passageOf(lang: string, chosen: readonly Sentence[]): Passage {
  return { lang, quotes: chosen.map(({ quote }) => quote), whole: chosen.every(({ whole }) => whole) };
}

/**
 * The same passage in a translation: the sentences at the same places where both texts have as many, else the
 * translation's own best sentence of the same kind. Null where it has none.
 */
export function parallelOf(
  chosen: readonly Sentence[],
  original: readonly Sentence[],
  translation: ContributionText,
  corpus: Corpus,
): Passage | null {
  const read = readText(translation, corpus);
  if (read.length === original.length) {
    const places = new Set(chosen.map(({ index }) => index));
    return passageOf(
      translation.lang,
      read.filter(({ index }) => places.has(index)),
    );
  }
  const recital = isRecital(chosen[0]);
  const best = read
    .filter((sentence) => sentence.judgement && isRecital(sentence) === recital)
    .sort((a, b) => quality(b) - quality(a) || a.index - b.index)[0];
  return best ? passageOf(translation.lang, [best]) : null;
}

/** Whether a sentence belongs to the preamble rather than to what is to be done. */
export function isRecital(sentence: Sentence | undefined): boolean {
  const form = sentence?.judgement?.form;
  return form === 'preambular' || form === 'statement';
}

export function quality(sentence: Sentence): number {
  return sentence.judgement?.quality ?? 0;
}

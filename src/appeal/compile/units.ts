import { terms } from '../../text/terms.js';
import type { Vector } from '../../text/vectors.js';
import { foldedWords } from '../../text/words.js';
import type { Contribution, ContributionText } from './contributions.js';
import type { Corpus } from './corpus.js';
import type { Form } from './forms.js';
import { readerOf } from './lexicon/lexicon.js';
import {
  isRecital,
  type Passage,
  parallelOf,
  passageOf,
  quality,
  readText,
  type Sentence,
} from './passages.js';

/** What clauses are made of and what supports them: a sentence, or the operative part of an adopted proposal. */
export interface Unit {
  readonly contribution: Contribution;
  readonly passage: Passage;
  /** The same passage in the translations of the contribution. */
  readonly parallels: readonly Passage[];
  /** Null where it cannot stand as a clause; it may still support one. */
  readonly form: Form | null;
  readonly quality: number;
  readonly negative: boolean;
  /** Its terms in each language it exists in, the original's first. */
  readonly vectors: readonly { readonly lang: string; readonly vector: Vector }[];
}

const UNITS_KEPT = 10;
/** Fewer terms say too little to be likened to anything. */
const TERMS_LEAST = 2;
/** What was adopted stands as it is, above the scale by which sentences are judged. */
const ADOPTED = { quality: 101, maxChars: 700 };

/** The units of a contribution from the text it was written in, at most UNITS_KEPT, the fit ones first. */
export function unitsOf(contribution: Contribution, corpus: Corpus): Unit[] {
  const text = contribution.texts[0];
  if (!text) return [];
  const read = readText(text, corpus);
  const single = read.filter((sentence) => contribution.standing !== 'adopted' || isRecital(sentence));
  const units = [...single]
    .sort((a, b) => quality(b) - quality(a) || a.index - b.index)
    .slice(0, UNITS_KEPT)
    .map((sentence) => unitOf(contribution, text, read, [sentence], corpus));
  if (contribution.standing === 'adopted') units.unshift(adoptedUnit(contribution, text, read, corpus));
  return units.filter(
    ({ quality, vectors }) =>
      quality === ADOPTED.quality || (vectors[0]?.vector.terms.length ?? 0) >= TERMS_LEAST,
  );
}

/** What an adopted proposal asks for: all its operative sentences, or all of them where none is told apart. */
function adoptedUnit(
  contribution: Contribution,
  text: ContributionText,
  read: readonly Sentence[],
  corpus: Corpus,
): Unit {
  const body = read.filter(({ index }) => index >= 0);
  const operative = body.filter((sentence) => sentence.judgement && !isRecital(sentence));
  const chosen = within(ADOPTED.maxChars, operative.length ? operative : body.length ? body : read);
  const unit = unitOf(contribution, text, read, chosen, corpus);
  const asks = unit.form !== null && unit.form !== 'preambular' && unit.form !== 'statement';
  return { ...unit, form: asks ? unit.form : 'norm', quality: ADOPTED.quality };
}

/** As many as fit, in order, but at least one. */
function within(maxChars: number, all: readonly Sentence[]): Sentence[] {
  let left = maxChars;
  return all.filter(({ quote }, i) => {
    left -= quote.length;
    return i === 0 || left >= 0;
  });
}

function unitOf(
  contribution: Contribution,
  text: ContributionText,
  read: readonly Sentence[],
  chosen: readonly Sentence[],
  corpus: Corpus,
): Unit {
  const passage = passageOf(text.lang, chosen);
  const judgement = chosen[0]?.judgement ?? null;
  const parallels = (judgement ? translationsOf(contribution) : []).flatMap(
    (translation) => parallelOf(chosen, read, translation, corpus) ?? [],
  );
  return {
    contribution,
    passage,
    parallels,
    form: judgement?.form ?? null,
    quality: judgement?.quality ?? 0,
    negative: isNegative(passage),
    vectors: [
      { lang: text.lang, vector: vectorOf(passage, corpus) },
      ...parallels.map((parallel) => ({ lang: parallel.lang, vector: vectorOf(parallel, corpus) })),
    ],
  };
}

/** One translation a language, even where a text was filed under the wrong one. */
function translationsOf({ texts }: Contribution): ContributionText[] {
  return texts.filter(({ lang }, i) => texts.findIndex((other) => other.lang === lang) === i).slice(1);
}

function vectorOf({ lang, quotes }: Passage, corpus: Corpus): Vector {
  return corpus.weightsOf(lang).vector(terms(quotes.join('\n'), lang));
}

function isNegative({ lang, quotes }: Passage): boolean {
  const reader = readerOf(lang);
  return reader !== undefined && reader.find('negation', foldedWords(quotes.join(' '))) >= 0;
}

import { log2, ONE } from './fixed.js';
import { sentences } from './sentences.js';
import { terms } from './terms.js';
import { chooseApart, isTelling, nearestToAll, type Rankable } from './text-rank.js';
import { Weights } from './vectors.js';

/** Something that was said: plain text, its language, and which city its author speaks for. */
export interface Said {
  readonly id: string;
  readonly lang: string;
  readonly cityId: string | null;
  readonly text: string;
}

/** A sentence that stands to the letter in what was said. */
export interface Quoted {
  readonly id: string;
  readonly quote: string;
}

type Candidate = Quoted & Rankable;

/** Of one text: who says much in one post is not the whole discussion. */
const OF_ONE = 12;
const ROOM = { least: 3, most: 7 };

/**
 * A discussion in a few of its own sentences, in its order; nothing is written that nobody wrote. Sentences that
 * share their terms with many others rank high (Mihalcea and Tarau, "TextRank: bringing order into texts", EMNLP
 * 2004), each language for itself; of them those are taken that let most cities speak, no two alike, one of each
 * text. Whole-number arithmetic: the same discussion has the same summary everywhere. `said` is in order.
 */
export function summarise(said: readonly Said[]): Quoted[] {
  const room = Math.max(ROOM.least, Math.min(ROOM.most, Math.floor(log2(1 + said.length) / ONE) - 1));
  const chosen = chooseApart(candidatesOf(said), room, (_, rank, heard) =>
    Math.floor(rank / (1 + 2 * heard)),
  );
  return chosen.map(({ id, quote }) => ({ id, quote }));
}

/** The sentences nearest to what all speak of in their language, in order. */
function candidatesOf(said: readonly Said[]): Candidate[] {
  const weights = new Map<string, Weights>();
  const all = said.flatMap(({ id, lang, cityId, text }) =>
    sentencesOf(text).map((quote) => ({ id, lang, cityId, quote, terms: terms(quote, lang) })),
  );
  for (const { lang, terms: own } of all) {
    const known = weights.get(lang) ?? new Weights();
    known.count(own);
    weights.set(lang, known);
  }
  const candidates = all.map(({ terms: own, ...rest }): Candidate => {
    const vector = (weights.get(rest.lang) as Weights).vector(own);
    return { ...rest, from: rest.id, vector, terms: new Set(own) };
  });
  return nearestToAll(candidates);
}

function sentencesOf(text: string): string[] {
  return sentences(text)
    .slice(0, OF_ONE)
    .map(({ start, end }) => text.slice(start, end))
    .filter(isTelling);
}

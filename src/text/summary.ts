import { log2, ONE } from './fixed.js';
import { sentences } from './sentences.js';
import { terms } from './terms.js';
import { likeness, sumOf, type Vector, Weights } from './vectors.js';
import { words } from './words.js';

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

interface Candidate extends Quoted {
  readonly said: Said;
  readonly vector: Vector;
  readonly terms: ReadonlySet<string>;
}

/** A sentence that says something by itself and can be read at a glance. */
const WORDS = { least: 6, most: 45 };
/** Ranked against each other, so the work grows with their square; which they are is told by what all speak of. */
const RANKED = 150;
/** Of one text: who says much in one post is not the whole discussion. */
const OF_ONE = 12;
const ROOM = { least: 3, most: 7 };
/**
 * Two quotes are less like each other than this, in thousandths, and share less than so much of a hundred of the
 * terms of the shorter: where all say the same, what all say weighs nothing, and a number would tell them apart.
 */
const APART = { likeness: 350, shared: 60 };
/** TextRank, in whole numbers: everybody begins with START, and passes on 85 of a hundred of what it has. */
const START = 1_000_000;
const PASSED_ON = 85;
const ROUNDS = 25;

/**
 * A discussion in a few of its own sentences, in its order; nothing is written that nobody wrote. Sentences that
 * share their terms with many others rank high (Mihalcea and Tarau, "TextRank: bringing order into texts", EMNLP
 * 2004), each language for itself; of them those are taken that let most cities speak, no two alike, one of each
 * text. Whole-number arithmetic: the same discussion has the same summary everywhere. `said` is in order.
 */
export function summarise(said: readonly Said[]): Quoted[] {
  const candidates = candidatesOf(said);
  const ranked = candidates.map((candidate, at) => ({ candidate, at, rank: 0 }));
  for (const [i, rank] of ranksOf(candidates).entries()) (ranked[i] as { rank: number }).rank = rank;
  const room = Math.max(ROOM.least, Math.min(ROOM.most, Math.floor(log2(1 + said.length) / ONE) - 1));
  const chosen: typeof ranked = [];
  while (chosen.length < room) {
    const spoken = countsOf(chosen.map(({ candidate }) => candidate.said.cityId ?? ''));
    const worth = ({ candidate, rank }: (typeof ranked)[number]) =>
      Math.floor(rank / (1 + 2 * (spoken.get(candidate.said.cityId ?? '') ?? 0)));
    const best = ranked
      .filter(({ candidate }) => chosen.every((other) => isApart(candidate, other.candidate)))
      .reduce<(typeof ranked)[number] | null>(
        (best, each) => (best && worth(best) >= worth(each) ? best : each),
        null,
      );
    if (!best) break;
    chosen.push(best);
  }
  return chosen.sort((a, b) => a.at - b.at).map(({ candidate: { id, quote } }) => ({ id, quote }));
}

/** The sentences nearest to what all speak of in their language, in order. */
function candidatesOf(said: readonly Said[]): Candidate[] {
  const weights = new Map<string, Weights>();
  const all = said.flatMap((each) =>
    sentencesOf(each.text).map((quote) => ({
      said: each,
      id: each.id,
      quote,
      terms: terms(quote, each.lang),
    })),
  );
  for (const {
    said: { lang },
    terms: own,
  } of all) {
    const known = weights.get(lang) ?? new Weights();
    known.count(own);
    weights.set(lang, known);
  }
  const candidates = all.map(({ terms: own, ...rest }): Candidate => {
    const vector = (weights.get(rest.said.lang) as Weights).vector(own);
    return { ...rest, vector, terms: new Set(own) };
  });
  const centres = new Map(
    Array.from(weights.keys(), (lang) => [
      lang,
      sumOf(candidates.flatMap(({ said: { lang: own }, vector }) => (own === lang ? vector : []))),
    ]),
  );
  return candidates
    .map((candidate, at) => ({
      ...{ candidate, at },
      near: likeness(candidate.vector, centres.get(candidate.said.lang) as Vector),
    }))
    .sort((a, b) => b.near - a.near || a.at - b.at)
    .slice(0, RANKED)
    .sort((a, b) => a.at - b.at)
    .map(({ candidate }) => candidate);
}

function sentencesOf(text: string): string[] {
  return sentences(text)
    .slice(0, OF_ONE)
    .map(({ start, end }) => text.slice(start, end))
    .filter((sentence) => {
      const count = words(sentence).length;
      return count >= WORDS.least && count <= WORDS.most && !/[?؟]\s*$/.test(sentence);
    });
}

/** What each candidate ends with when all have passed on to their likes, round by round. */
function ranksOf(candidates: readonly Candidate[]): number[] {
  const links = candidates.map((a, i) =>
    candidates.flatMap((b, j) => {
      const weight = i !== j && a.said.lang === b.said.lang ? likeness(a.vector, b.vector) : 0;
      return weight > 0 ? [{ to: j, weight }] : [];
    }),
  );
  const outward = links.map((own) => own.reduce((sum, { weight }) => sum + weight, 0));
  let ranks = candidates.map(() => START);
  for (let round = 0; round < ROUNDS; round++) {
    const next = candidates.map(() => Math.floor((START * (100 - PASSED_ON)) / 100));
    for (const [i, own] of links.entries())
      for (const { to, weight } of own) {
        const passed = Math.floor(((ranks[i] as number) * weight) / (outward[i] as number));
        next[to] = (next[to] as number) + Math.floor((passed * PASSED_ON) / 100);
      }
    ranks = next;
  }
  return ranks;
}

function isApart(a: Candidate, b: Candidate): boolean {
  if (a.id === b.id) return false;
  if (a.said.lang !== b.said.lang) return true;
  if (likeness(a.vector, b.vector) >= APART.likeness) return false;
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  return shared * 100 < APART.shared * Math.min(a.terms.size, b.terms.size);
}

function countsOf(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

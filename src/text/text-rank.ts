import { likeness, sumOf, type Vector } from './vectors.js';
import { words } from './words.js';

/** A sentence that is ranked among others. */
export interface Rankable {
  /** The text that it stands in. */
  readonly from: string;
  /** Whose city it is; null is everybody's who speaks for none. */
  readonly cityId: string | null;
  readonly lang: string;
  readonly vector: Vector;
  /** Its terms, as words or as their numbers: compared within one language only. */
  readonly terms: ReadonlySet<string | number>;
}

/** A sentence that says something by itself and can be read at a glance. */
const WORDS = { least: 6, most: 45 };
/** Ranked against each other, so the work grows with their square; which they are is told by what all speak of. */
const RANKED = 150;
/**
 * Two quotes are less like each other than this, in thousandths, and share less than so much of a hundred of the
 * terms of the shorter: where all say the same, what all say weighs nothing, and a number would tell them apart.
 */
const APART = { likeness: 350, shared: 60 };
/** TextRank, in whole numbers: everybody begins with START, and passes on 85 of a hundred of what it has. */
const START = 1_000_000;
const PASSED_ON = 85;
const ROUNDS = 25;

export function isTelling(sentence: string): boolean {
  const count = words(sentence).length;
  return count >= WORDS.least && count <= WORDS.most && !/[?؟]\s*$/.test(sentence);
}

/**
 * The sentences nearest to what all speak of in their language, as many as can be ranked, in order: of each city the
 * nearest, then of each the next, so that none is lost behind one that spoke much.
 */
export function nearestToAll<T extends Rankable>(all: readonly T[]): T[] {
  const byLang = new Map<string, Vector[]>();
  for (const { lang, vector } of all) {
    const known = byLang.get(lang);
    if (known) known.push(vector);
    else byLang.set(lang, [vector]);
  }
  const centres = new Map(Array.from(byLang, ([lang, vectors]) => [lang, sumOf(vectors)]));
  const before = new Map<string | null, number>();
  return all
    .map((each, at) => ({ each, at, near: likeness(each.vector, centres.get(each.lang) as Vector) }))
    .sort((a, b) => b.near - a.near || a.at - b.at)
    .map((one) => {
      const place = before.get(one.each.cityId) ?? 0;
      before.set(one.each.cityId, place + 1);
      return { ...one, place };
    })
    .sort((a, b) => a.place - b.place || b.near - a.near || a.at - b.at)
    .slice(0, RANKED)
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

/**
 * What each sentence ends with when all have passed on to their likes, round by round: those that share their terms
 * with many others rank high (Mihalcea and Tarau, "TextRank: bringing order into texts", EMNLP 2004), each language
 * for itself. Whole-number arithmetic: the same everywhere.
 */
function ranksOf(all: readonly Rankable[]): number[] {
  const links = all.map((a, i) =>
    all.flatMap((b, j) => {
      const weight = i !== j && a.lang === b.lang ? likeness(a.vector, b.vector) : 0;
      return weight > 0 ? [{ to: j, weight }] : [];
    }),
  );
  const outward = links.map((own) => own.reduce((sum, { weight }) => sum + weight, 0));
  let ranks = all.map(() => START);
  for (let round = 0; round < ROUNDS; round++) {
    const next = all.map(() => Math.floor((START * (100 - PASSED_ON)) / 100));
    for (const [i, own] of links.entries())
      for (const { to, weight } of own) {
        const passed = Math.floor(((ranks[i] as number) * weight) / (outward[i] as number));
        next[to] = (next[to] as number) + Math.floor((passed * PASSED_ON) / 100);
      }
    ranks = next;
  }
  return ranks;
}

/**
 * While there is room the one that is worth most, each unlike those before and of another text; in order. What one
 * is worth depends on its rank and on how often its city was heard already.
 */
export function chooseApart<T extends Rankable>(
  all: readonly T[],
  room: number,
  worth: (one: T, rank: number, heard: number) => number,
): T[] {
  const left = ranksOf(all).map((rank, at) => ({ each: all[at] as T, at, rank }));
  const chosen: typeof left = [];
  while (chosen.length < room) {
    const heard = (cityId: string | null) => chosen.filter(({ each }) => each.cityId === cityId).length;
    let best: { readonly one: (typeof left)[number]; readonly value: number } | null = null;
    for (const one of left) {
      if (!chosen.every((other) => isApart(one.each, other.each))) continue;
      const value = worth(one.each, one.rank, heard(one.each.cityId));
      if (!best || value > best.value) best = { one, value };
    }
    if (!best) break;
    chosen.push(best.one);
  }
  return chosen.sort((a, b) => a.at - b.at).map(({ each }) => each);
}

/** Whether two sentences are of two texts and say two things. */
function isApart(a: Rankable, b: Rankable): boolean {
  if (a.from === b.from) return false;
  if (a.lang !== b.lang) return true;
  if (likeness(a.vector, b.vector) >= APART.likeness) return false;
  const shared = [...a.terms].filter((term) => b.terms.has(term)).length;
  return shared * 100 < APART.shared * Math.min(a.terms.size, b.terms.size);
}

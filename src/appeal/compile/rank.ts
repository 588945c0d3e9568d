import type { Backers, Contribution } from './contributions.js';
import type { Score } from './draft.js';
import { log2, ONE } from './fixed.js';

/**
 * The numbers behind a clause. Each city counts with the logarithm of its people, so that the first person of
 * another city adds more than the tenth of the same; each further language adds a third:
 *
 *   total = Σ over cities log2(1 + people) × (2 + languages) / 3
 *
 * in hundredths, rounded down. People without a city count as one city.
 */
export function scoreOf(contributions: readonly Contribution[]): Score {
  const people = new Map<string, number>();
  const languages = new Set<string>();
  let support = 0;
  for (const { cityId, lang, count } of distinct(contributions).flatMap(({ backers }) => backers)) {
    people.set(cityId ?? '', (people.get(cityId ?? '') ?? 0) + count);
    languages.add(lang);
    support += count;
  }
  let breadth = 0;
  for (const count of people.values()) breadth += log2(1 + count);
  return {
    support,
    cities: people.size - (people.has('') ? 1 : 0),
    languages: languages.size,
    total: Math.floor((breadth * (2 + languages.size) * 100) / (3 * ONE)),
  };
}

function distinct(contributions: readonly Contribution[]): Contribution[] {
  return [...new Set(contributions)];
}

/** People behind one contribution. */
export function peopleOf(backers: readonly Backers[]): number {
  return backers.reduce((sum, { count }) => sum + count, 0);
}

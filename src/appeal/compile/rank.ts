import type { Region } from '../../forum/forum.contract.js';
import { log2, ONE } from '../../text/fixed.js';
import type { Backers, Contribution } from './contributions.js';
import type { Score } from './draft.js';

/**
 * The numbers behind a clause. Each city counts with the logarithm of its people, so that the first person of
 * another city adds more than the tenth of the same; each further language adds a third, each further region of
 * the world a quarter:
 *
 *   total = Σ over cities log2(1 + people) × (2 + languages) / 3 × (3 + regions) / 4
 *
 * in hundredths, rounded down. People without a city count as one city. A clause has one region at least, so that
 * cities whose region nobody knows are not worse off than those of one.
 */
export function scoreOf(contributions: readonly Contribution[]): Score {
  const people = new Map<string, number>();
  const [languages, regions] = [new Set<string>(), new Set<Region>()];
  let support = 0;
  for (const { cityId, region, lang, count } of distinct(contributions).flatMap(({ backers }) => backers)) {
    people.set(cityId ?? '', (people.get(cityId ?? '') ?? 0) + count);
    languages.add(lang);
    if (region) regions.add(region);
    support += count;
  }
  let breadth = 0;
  for (const count of people.values()) breadth += log2(1 + count);
  const width = (2 + languages.size) * (3 + Math.max(1, regions.size));
  return {
    support,
    cities: people.size - (people.has('') ? 1 : 0),
    regions: regions.size,
    languages: languages.size,
    total: Math.floor((breadth * width * 100) / (12 * ONE)),
  };
}

function distinct(contributions: readonly Contribution[]): Contribution[] {
  return [...new Set(contributions)];
}

/** People behind one contribution. */
export function peopleOf(backers: readonly Backers[]): number {
  return backers.reduce((sum, { count }) => sum + count, 0);
}

import type { Region } from '../../forum/forum.contract.js';
import { log2, ONE } from '../../text/fixed.js';
import type { Backers, Contribution } from './contributions.js';
import type { Score } from './draft.js';

/**
 * A city that stands behind a contribution as such counts as so many of its people: more than any one delegate, and,
 * once somebody of the city is behind it, never more than the first person of another city adds (log2 of 2).
 */
const CITY_COUNTS = 2;

/**
 * The numbers behind a clause. Each city counts with the logarithm of its people, so that the first person of
 * another city adds more than the tenth of the same; its own word as a city stands under the same logarithm, so that
 * no city is paid twice. Each further language adds a third, each further region of the world a quarter:
 *
 *   total = Σ over cities log2(1 + people + 2 if the city stands behind it) × (2 + languages) / 3 × (3 + regions) / 4
 *
 * in hundredths, rounded down. People without a city count as one city. A city that stands behind several of the
 * contributions does so once. A clause has one region at least, so that cities whose region nobody knows are not
 * worse off than those of one.
 */
export function scoreOf(contributions: readonly Contribution[]): Score {
  const people = new Map<string, number>();
  const [cities, languages, regions] = [new Set<string>(), new Set<string>(), new Set<Region>()];
  let support = 0;
  const heard = (cityId: string, { lang, region }: Omit<Backers, 'cityId' | 'count'>, count: number) => {
    people.set(cityId, (people.get(cityId) ?? 0) + count);
    languages.add(lang);
    if (region) regions.add(region);
    support += count;
  };
  for (const { backers, endorsingCities } of new Set(contributions)) {
    for (const each of backers) heard(each.cityId ?? '', each, each.count);
    for (const each of endorsingCities) heard(each.cityId, each, 0);
    for (const { cityId } of endorsingCities) cities.add(cityId);
  }
  let breadth = 0;
  for (const [city, count] of people) breadth += log2(1 + count + (cities.has(city) ? CITY_COUNTS : 0));
  const width = (2 + languages.size) * (3 + Math.max(1, regions.size));
  return {
    support,
    cities: people.size - (people.has('') ? 1 : 0),
    regions: regions.size,
    languages: languages.size,
    endorsingCities: cities.size,
    total: Math.floor((breadth * width * 100) / (12 * ONE)),
  };
}

/** People behind one contribution. */
export function peopleOf(backers: readonly Backers[]): number {
  return backers.reduce((sum, { count }) => sum + count, 0);
}

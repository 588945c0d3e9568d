import type { ReadPoll } from './poll.js';

/** What each option has, in units of `1 / scale`. */
export interface Sums {
  readonly values: readonly bigint[];
  readonly scale: bigint;
}

/** Plurality and approval: each option named gets the ballot's whole weight. */
export function sumChoices({ options, ballots, scale }: ReadPoll): Sums {
  const values = options.map(() => 0n);
  for (const { says, weight } of ballots)
    if (says.kind === 'choices')
      for (const option of says.choices) values[option] = (values[option] as bigint) + weight;
  return { values, scale };
}

/** Score: weight times score; a score that was not given adds nothing. */
export function sumScores({ options, ballots, scale, scoreScale }: ReadPoll): Sums {
  const values = options.map(() => 0n);
  for (const { says, weight } of ballots)
    if (says.kind === 'scores')
      for (const [option, score] of says.scores.entries())
        values[option] = (values[option] as bigint) + weight * (score ?? 0n);
  return { values, scale: scale * scoreScale };
}

/**
 * Borda: from n-1 for the first to 0 for the last; equals share the mean of the places that they take. Who is not
 * ranked shares the last places, or gets nothing where unranked is without opinion.
 */
export function sumBorda({ options, ballots, scale, unranked }: ReadPoll): Sums {
  const values = options.map(() => 0n);
  // A mean of neighbouring places is a half at the finest.
  const add = (group: readonly number[], place: number, weight: bigint): void => {
    const twiceMean = BigInt(2 * (options.length - 1 - place) - (group.length - 1));
    for (const option of group) values[option] = (values[option] as bigint) + weight * twiceMean;
  };
  for (const { says, weight } of ballots) {
    if (says.kind !== 'ranking') continue;
    let place = 0;
    for (const group of says.ranking) {
      add(group, place, weight);
      place += group.length;
    }
    if (unranked === 'no-opinion') continue;
    const ranked = new Set(says.ranking.flat());
    add(
      options.map((_, option) => option).filter((option) => !ranked.has(option)),
      place,
      weight,
    );
  }
  return { values, scale: 2n * scale };
}

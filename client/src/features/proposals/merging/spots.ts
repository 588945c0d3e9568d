import type {
  MergeAmendment,
  MergeSpot,
  MergeView,
} from '../../../../../src/proposals/merging/merging.contract.js';

/** How far a spot is: nobody wants anything there; to be chosen; to be chosen again; chosen. */
export type SpotStage = 'quiet' | 'open' | 'again' | 'decided';

export function stageOf({ options, choice }: Pick<MergeSpot, 'options' | 'choice'>): SpotStage {
  if (options.length === 0 && !choice) return 'quiet';
  if (!choice) return 'open';
  return choice.stale ? 'again' : 'decided';
}

/** What is shown under the filter: where something is to be chosen, or wishes collide. */
export const needsEyes = (spot: MergeSpot): boolean =>
  ['open', 'again'].includes(stageOf(spot)) || spot.excludes.length > 0;

/** Numbers of amendments by their ids, those that are gone left out. */
export function numbersOf(
  amendments: readonly Pick<MergeAmendment, 'id' | 'number'>[],
): (ids: readonly string[]) => number[] {
  const known = new Map(amendments.map(({ id, number }) => [id, number]));
  return (ids) => ids.flatMap((id) => known.get(id) ?? []).sort((a, b) => a - b);
}

/** Which amendments are taken when one more is, or one is no longer: what collides with it is put aside. */
export function toggled(
  { excludes, choice }: Pick<MergeSpot, 'excludes' | 'choice'>,
  ids: readonly string[],
): readonly string[] {
  const taken = choice?.kind === 'take' && !choice.stale ? choice.amendmentIds : [];
  if (ids.every((id) => taken.includes(id))) return taken.filter((id) => !ids.includes(id));
  const against = rivalsOf(excludes, ids);
  return [...taken.filter((id) => !against.includes(id) && !ids.includes(id)), ...ids];
}

/** Those that cannot be taken together with these. */
export function rivalsOf(excludes: MergeSpot['excludes'], ids: readonly string[]): string[] {
  return excludes.flatMap(([one, other]) => (ids.includes(one) ? [other] : ids.includes(other) ? [one] : []));
}

/** Where a spot stands: at the paragraph with this number, or behind it; 0 is the beginning. */
export function placesOf({ spots }: Pick<MergeView, 'spots'>): ReadonlyMap<string, number> {
  let number = 0;
  return new Map(spots.map(({ spot, paragraph }) => [spot, paragraph ? ++number : number]));
}

/** The next spot to be chosen behind this one, or before it, and round the end; null where none is left. */
export function nextOpen(spots: readonly MergeSpot[], from: string | null, step: 1 | -1 = 1): string | null {
  const at = spots.findIndex(({ spot }) => spot === from);
  const start = at < 0 && step < 0 ? 0 : at;
  for (let moved = 1; moved <= spots.length; moved++) {
    const spot = spots[(start + step * moved + 2 * spots.length) % spots.length] as MergeSpot;
    if (['open', 'again'].includes(stageOf(spot))) return spot.spot;
  }
  return null;
}

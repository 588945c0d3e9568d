/** Groups of equally ranked options, the best first; no group is empty. */
export type Ranking = readonly (readonly string[])[];

/** The group that holds `id`, from 0; -1 where it is not ranked. */
export const groupOf = (ranking: Ranking, id: string) => ranking.findIndex((group) => group.includes(id));

/** The rank that is shown: two that share the first place are followed by the third. */
export function rankOf(ranking: Ranking, id: string): number {
  return ranking.slice(0, groupOf(ranking, id)).flat().length + 1;
}

export function without(ranking: Ranking, id: string): Ranking {
  return ranking.map((group) => group.filter((each) => each !== id)).filter((group) => group.length > 0);
}

/** By tapping: what is not ranked comes last, what is ranked is taken out. */
export function tapped(ranking: Ranking, id: string): Ranking {
  return groupOf(ranking, id) < 0 ? [...ranking, [id]] : without(ranking, id);
}

/** Alone in a place of its own, before the group that has the number `before` once `id` is taken out. */
export function placed(ranking: Ranking, id: string, before: number): Ranking {
  const rest = without(ranking, id);
  return [...rest.slice(0, before), [id], ...rest.slice(before)];
}

/** One step up or down: out of a shared place first, else past the next one. At an end nothing changes. */
export function moved(ranking: Ranking, id: string, by: -1 | 1): Ranking {
  const at = groupOf(ranking, id);
  if (at < 0) return ranking;
  if ((ranking[at]?.length ?? 0) > 1) return placed(ranking, id, by < 0 ? at : at + 1);
  return canMove(ranking, id, by) ? placed(ranking, id, at + by) : ranking;
}

export function canMove(ranking: Ranking, id: string, by: -1 | 1): boolean {
  const at = groupOf(ranking, id);
  return (ranking[at]?.length ?? 0) > 1 || (by < 0 ? at > 0 : at < ranking.length - 1);
}

/** Whether `id` shares the place of the one above it. */
export function isJoined(ranking: Ranking, id: string): boolean {
  return (ranking[groupOf(ranking, id)]?.indexOf(id) ?? 0) > 0;
}

/** Joins `id` to the place above, or parts it from the one that it shares. */
export function joined(ranking: Ranking, id: string): Ranking {
  const at = groupOf(ranking, id);
  if (isJoined(ranking, id)) return placed(ranking, id, at + 1);
  if (at < 1) return ranking;
  return ranking
    .map((group, n) => (n === at - 1 ? [...group, ...(ranking[at] ?? [])] : group))
    .filter((_, n) => n !== at);
}

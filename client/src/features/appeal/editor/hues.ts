/** How many colours for carets the style sheet has, from `hue-1` on. */
export const HUES = 8;

/**
 * A colour for each person: those who have one keep it, who comes takes the first free one from where their id points,
 * so that the same person mostly has the same. Where there are more people than colours some share one. Pure.
 */
export function withHues(known: ReadonlyMap<string, number>, ids: readonly string[]): Map<string, number> {
  const given = new Map(known);
  for (const id of ids) {
    if (given.has(id)) continue;
    const taken = new Set(ids.map((each) => given.get(each)));
    const first = [...id].reduce((sum, sign) => (sum * 31 + (sign.codePointAt(0) as number)) % 9_973, 0);
    const order = Array.from({ length: HUES }, (_, at) => ((first + at) % HUES) + 1);
    given.set(id, order.find((hue) => !taken.has(hue)) ?? (order[0] as number));
  }
  return given;
}

/**
 * Puts what only `other` has into `spine`: each behind its nearest predecessor in `other` that is placed, first of
 * all where it has none. The order of `spine` stays, and that of what is put behind the same place.
 */
export function weave(spine: readonly string[], other: readonly string[]): string[] {
  const known = new Set(spine);
  const behind = new Map<string | null, string[]>();
  let place: string | null = null;
  for (const id of other) {
    if (known.has(id)) place = id;
    else behind.set(place, [...(behind.get(place) ?? []), id]);
  }
  return [...(behind.get(null) ?? []), ...spine.flatMap((id) => [id, ...(behind.get(id) ?? [])])];
}

/** Whether what both lists have stands in another order in one of them. */
export function reordered(a: readonly string[], b: readonly string[]): boolean {
  const [inA, inB] = [new Set(a), new Set(b)];
  const other = b.filter((id) => inA.has(id));
  return a.filter((id) => inB.has(id)).some((id, at) => id !== other[at]);
}

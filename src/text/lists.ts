/** The list under a key, begun where there is none. */
export function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const found = lists.get(key);
  if (found) return found;
  const begun: V[] = [];
  lists.set(key, begun);
  return begun;
}

/** Items under the key of each, keys in the order in which they come first. */
export function groupBy<T, K>(list: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of list) listOf(groups, keyOf(item)).push(item);
  return groups;
}

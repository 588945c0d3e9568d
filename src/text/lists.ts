/** The list under a key, begun where there is none. */
export function listOf<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const found = lists.get(key);
  if (found) return found;
  const begun: V[] = [];
  lists.set(key, begun);
  return begun;
}

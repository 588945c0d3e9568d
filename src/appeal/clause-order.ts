import type { Clause } from './clause.entity.js';

type Placed = Pick<Clause, 'id' | 'kind' | 'topicId' | 'position'>;

/**
 * Puts a clause at a place among the others (from 0; null: behind all) and keeps what a declaration needs: the
 * preamble first, then the sections in the order of their topics, what has no topic last. Pure; the order of
 * the others among themselves stays.
 */
export function place<T extends Placed>(
  others: readonly T[],
  clause: T,
  at: number | null,
  topicIds: readonly string[],
): T[] {
  const ordered = [...others].sort((a, b) => a.position - b.position);
  ordered.splice(at === null ? ordered.length : Math.min(at, ordered.length), 0, clause);
  return arrange(ordered, topicIds);
}

export function arrange<T extends Placed>(ordered: readonly T[], topicIds: readonly string[]): T[] {
  const section = ({ kind, topicId }: Placed): number => {
    if (kind === 'preambular') return -1;
    const index = topicId === null ? -1 : topicIds.indexOf(topicId);
    return index < 0 ? topicIds.length : index;
  };
  return [...ordered]
    .sort((a, b) => section(a) - section(b))
    .map((clause, position) => ({ ...clause, position }));
}

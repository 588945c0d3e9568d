import { canonicalJson } from '../../kernel/canonical-json.js';
import type { ContributionRef, DraftClause } from '../compile/draft.js';

/**
 * Which clause of the last compile is which of the new one: by index. The same contribution leads both; or the
 * former leader stands behind the new one, or the new one behind the former, as when another wording of the same
 * came to be better supported. Joining words are told by their part of the appeal and, in it, by what they say,
 * then by their order. Each clause has one partner at most; the order of `last` decides between equals.
 */
export function matchClauses(
  last: readonly DraftClause[],
  next: readonly DraftClause[],
): ReadonlyMap<number, number> {
  const pairs = new Pairs(last, next);
  pairs.join((a) => (a.editorial === null ? null : `${partOf(a)} ${canonicalJson(a.texts)}`));
  pairs.join((a) => (a.editorial === null ? null : partOf(a)));
  pairs.join((a) => leaderKey(a));
  pairs.joinLikest(shared);
  return pairs.found;
}

class Pairs {
  readonly found = new Map<number, number>();
  private readonly taken = new Set<number>();

  constructor(
    private readonly last: readonly DraftClause[],
    private readonly next: readonly DraftClause[],
  ) {}

  /** Joins those that are still alone and have the same key, in their order. */
  join(key: (clause: DraftClause) => string | null): void {
    const free = new Map<string, number[]>();
    for (const [at, clause] of this.next.entries()) {
      const own = this.taken.has(at) ? null : key(clause);
      if (own !== null) free.set(own, [...(free.get(own) ?? []), at]);
    }
    for (const [at, clause] of this.last.entries()) {
      const own = this.found.has(at) ? null : key(clause);
      const partner = own === null ? undefined : free.get(own)?.shift();
      if (partner !== undefined) this.pair(at, partner);
    }
  }

  /** Joins those that are still alone, the likest first. */
  joinLikest(likeness: (a: DraftClause, b: DraftClause) => number): void {
    const candidates = [...this.last.entries()].flatMap(([at, a]) =>
      this.found.has(at)
        ? []
        : [...this.next.entries()].flatMap(([to, b]) => {
            const value = this.taken.has(to) ? 0 : likeness(a, b);
            return value > 0 ? [{ at, to, value }] : [];
          }),
    );
    candidates.sort((a, b) => b.value - a.value || a.at - b.at || a.to - b.to);
    for (const { at, to } of candidates) if (!this.found.has(at) && !this.taken.has(to)) this.pair(at, to);
  }

  private pair(at: number, to: number): void {
    this.found.set(at, to);
    this.taken.add(to);
  }
}

/** How many contributions stand behind both, where the leader of one is among them. */
function shared(a: DraftClause, b: DraftClause): number {
  if (a.kind !== b.kind || a.editorial !== null || b.editorial !== null) return 0;
  const [left, right] = [behind(a), behind(b)];
  const led = [left[0], right[0]].some(
    (key) => key !== undefined && left.includes(key) && right.includes(key),
  );
  return led ? new Set(left.filter((key) => right.includes(key))).size : 0;
}

/** The leader first. */
const behind = ({ sources }: DraftClause): string[] => sources.map(({ contribution }) => key(contribution));
const key = ({ kind, id }: ContributionRef): string => `${kind} ${id}`;
const partOf = ({ kind, topicId }: DraftClause): string => `${kind} ${topicId}`;

function leaderKey(clause: DraftClause): string | null {
  const [leader] = behind(clause);
  return clause.editorial === null && leader ? `${clause.kind} ${leader}` : null;
}

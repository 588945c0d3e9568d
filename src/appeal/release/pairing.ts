import type { Draft, DraftClause } from '../compile/draft.js';
import type { ClauseChange, ClauseDocument, DraftedAs } from './release.format.js';

/** What of a clause tells whether it was made of another. */
type Paired = Pick<DraftClause, 'kind' | 'topicId' | 'texts' | 'editorial' | 'sources'>;

/**
 * For each clause the place of the one before that it was made of, or null. Nothing but the two texts is asked, so
 * that whoever has both comes to the same: first what reads the same, then what rests on the same quotes, then, in
 * their order, the words of the form in the same section. Each is paired once.
 */
export function pairClauses(before: readonly Paired[], now: readonly Paired[]): (number | null)[] {
  const pairs: (number | null)[] = now.map(() => null);
  const free = new Set(before.keys());
  const take = (choose: (clause: Paired) => number | undefined): void => {
    for (const [i, clause] of now.entries()) {
      const found = pairs[i] === null ? choose(clause) : undefined;
      if (found === undefined) continue;
      pairs[i] = found;
      free.delete(found);
    }
  };
  const first = (fits: (other: Paired) => boolean) => [...free].find((i) => fits(before[i] as Paired));
  take((clause) => first((other) => readsAs(other, clause)));
  take((clause) => likest(clause, before, free));
  take((clause) => (isForm(clause) ? first((other) => isForm(other) && standsBy(other, clause)) : undefined));
  return pairs;
}

/** Whether a clause says what another said, in every language that the other had. */
export function readsAs(before: Paired, now: Paired): boolean {
  return (
    before.kind === now.kind && Object.entries(before.texts).every(([lang, text]) => now.texts[lang] === text)
  );
}

const isForm = ({ editorial }: Paired): boolean => editorial === 'template';
const standsBy = (a: Paired, b: Paired): boolean => a.kind === b.kind && a.topicId === b.topicId;

function likest(clause: Paired, before: readonly Paired[], free: ReadonlySet<number>): number | undefined {
  const own = new Set(clause.sources.map(keyOf));
  let best: { at: number; shared: number } | undefined;
  for (const at of free) {
    const shared = (before[at] as Paired).sources.filter((source) => own.has(keyOf(source))).length;
    if (shared > (best?.shared ?? 0)) best = { at, shared };
  }
  return best?.at;
}

const keyOf = ({ contribution, quote }: Paired['sources'][number]): string =>
  `${contribution.kind} ${contribution.id} ${quote}`;

/** For each clause whether it reads as drafted: `drafted`, `edited` or `written`. */
export function besideDraft(clauses: readonly Paired[], draft: Draft): ClauseDocument['drafted'][] {
  const pairs = pairClauses(draft.clauses, clauses);
  return clauses.map((clause, i) => {
    const at = pairs[i] ?? null;
    const from = at === null ? undefined : draft.clauses[at];
    const as: DraftedAs = !from ? 'written' : readsAs(from, clause) ? 'drafted' : 'edited';
    return { as, clause: at };
  });
}

/** What a correction changed, clause by clause. A translation that was added is a change too. */
export function changesOf(
  before: readonly ClauseDocument[],
  now: readonly ClauseDocument[],
): readonly ClauseChange[] {
  const pairs = pairClauses(before, now);
  const kept = new Set(pairs);
  return [
    ...now.flatMap((clause, i): ClauseChange[] => {
      const from = before[pairs[i] ?? -1];
      if (!from) return [{ now: clause.anchor, before: null, change: 'added' }];
      const same = readsAs(from, clause) && readsAs(clause, from);
      return same ? [] : [{ now: clause.anchor, before: from.anchor, change: 'changed' }];
    }),
    ...before.flatMap(({ anchor }, i): ClauseChange[] =>
      kept.has(i) ? [] : [{ now: null, before: anchor, change: 'removed' }],
    ),
  ];
}

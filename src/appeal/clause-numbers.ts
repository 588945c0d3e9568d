import type { ClauseKind } from './appeal.contract.js';

/** Operative clauses count from 1; recitals and what only joins clauses have no number. In the order given. */
export function clauseNumbers(
  clauses: readonly { readonly kind: ClauseKind; readonly editorial: string | null }[],
): (number | null)[] {
  let number = 0;
  return clauses.map(({ kind, editorial }) =>
    kind === 'operative' && editorial !== 'template' ? ++number : null,
  );
}

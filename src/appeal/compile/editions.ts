import type { Draft, DraftClause } from './draft.js';

/**
 * The compilers of which releases may be out, oldest first. A release is checked by compiling it again, by the
 * compiler that it names: so each stays repeatable, to the byte, and its drafts are among the golden ones.
 */
export const COMPILERS = ['nidaa-compile/2', 'nidaa-compile/3'] as const;
export type CompilerName = (typeof COMPILERS)[number];

/** Goes up with every change that can make another draft of the same bundle. */
export const COMPILER: CompilerName = 'nidaa-compile/3';

export function isCompiler(name: unknown): name is CompilerName {
  return COMPILERS.some((known) => known === name);
}

/**
 * What today's compiler makes of a bundle, as an earlier one would have: the second knew no endorsing cities, which
 * its bundles do not tell either, and annexed nothing of the discussions. Whoever changes what decides on clauses
 * keeps here, or in what decides, what the earlier ones did.
 */
export function asMadeBy(compiler: CompilerName, draft: Draft): Draft {
  if (compiler === COMPILER) return draft;
  const { discussed: _, ...annexes } = draft.annexes;
  return { ...draft, format: 'nidaa-draft/1', compiler, clauses: draft.clauses.map(withoutCities), annexes };
}

function withoutCities(clause: DraftClause): DraftClause {
  if (!clause.score) return clause;
  const { endorsingCities: _, ...score } = clause.score;
  return { ...clause, score };
}

import type { SuggestionDecision } from '../appeal.contract.js';
import type { DraftClause } from '../compile/draft.js';
import { joinClause, type Side } from './join-clause.js';

/** The three states of a clause that a suggestion is about; see SuggestedClause for what null means. */
export interface Collision {
  readonly base: DraftClause;
  readonly ours: DraftClause | null;
  readonly theirs: DraftClause | null;
}

export interface Decided {
  /** Null: the draft has no such clause. */
  readonly clause: DraftClause | null;
  /** What the next compile is compared with; null: nothing is remembered. */
  readonly compiled: { readonly clause: DraftClause; readonly gone: boolean } | null;
}

const SIDES: Readonly<Record<SuggestionDecision, Side>> = { keep: 'ours', take: 'theirs', both: 'both' };

/**
 * What a decision on a suggestion makes of the clause: people's version stays, the compile's takes its place, or
 * both changes of the words are made. Null where the decision cannot be had: only `both` ever cannot. The same is
 * not suggested again, since the compile's version is what the next one is compared with.
 */
export function decide({ base, ours, theirs }: Collision, decision: SuggestionDecision): Decided | null {
  if (ours && theirs) {
    const joined = joinClause(base, ours, theirs, SIDES[decision]);
    return joined && { clause: joined.clause, compiled: { clause: theirs, gone: false } };
  }
  if (decision === 'both') return null;
  if (decision === 'take') return { clause: theirs, compiled: theirs && { clause: theirs, gone: false } };
  return {
    clause: ours,
    compiled: theirs ? { clause: theirs, gone: false } : ours && { clause: base, gone: true },
  };
}

/** The decisions that can be had. */
export function decisionsOn(collision: Collision): SuggestionDecision[] {
  return (['keep', 'take', 'both'] as const).filter((decision) => decide(collision, decision) !== null);
}

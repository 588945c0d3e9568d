import type { AuthorView } from '../../forum/forum.contract.js';
import type { Lang } from '../../kernel/localized.js';
import type { AmendmentState, ConsequencesView } from '../../proposals/amendments/amendments.contract.js';

/** Of one amendment: clauses that it changes, and code units of each text. Of one author: how many may be open at once. */
export const CLAUSE_AMENDMENT_LIMITS = { changes: 50, text: 4_000, open: 50 } as const;

/** Beside those of amendments to proposals, whose codes these amendments give too. */
export const CLAUSE_AMENDMENT_ERRORS = {
  'clause-amendment.turn': 'conflict',
  'clause-amendment.too-many': 'conflict',
} as const;

/** One clause that an amendment changes, in the words of which the other languages are translations. */
export interface ClauseChange {
  readonly kind: 'replace' | 'insert' | 'delete';
  /** Of an insertion: the id that the clause will have. */
  readonly clauseId: string;
  /** Of an insertion: the clause behind which it comes to stand; null is the beginning. */
  readonly after: string | null;
  readonly lang: Lang;
  readonly was: string | null;
  readonly now: string | null;
}

/** A change whose clause, or place, was changed otherwise since: what it was written on, and what stands there now. */
export interface ClauseConflict {
  readonly change: ClauseChange;
  readonly now: string | null;
}

export interface ClauseAmendmentView {
  readonly id: string;
  /** Counts from 1 in each appeal. */
  readonly number: number;
  readonly appealId: string;
  readonly state: AmendmentState;
  readonly author: AuthorView | null;
  readonly reason: string;
  /** Of the clauses that it puts in. */
  readonly lang: Lang;
  /** In the text as it stands; once it is put to the vote or decided, in the text as it then stood. */
  readonly changes: readonly ClauseChange[];
  /** While there are some it needs its author, and is neither accepted nor put to the vote. */
  readonly conflicts: readonly ClauseConflict[];
  /** As it was accepted, where that was with other words. */
  readonly modified: readonly ClauseChange[] | null;
  readonly decision: {
    readonly by: AuthorView | null;
    readonly reason: string | null;
    readonly at: string;
  } | null;
  /** The last vote on it that the reader may see. */
  readonly pollId: string | null;
  readonly version: number;
  readonly abilities: ClauseAmendmentAbilities;
}

export interface ClauseAmendmentAbilities {
  readonly edit: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
  readonly accept: boolean;
  readonly reject: boolean;
  readonly putToVote: boolean;
}

/** Amendments that cannot all be adopted as they are. */
export interface ClauseCollision {
  /** The clause whose words are fought over, or behind which different ones are to stand; null is the beginning. */
  readonly clauseId: string | null;
  readonly about: 'words' | 'place';
  readonly amendmentIds: readonly string[];
}

/** A clause in the words of which the other languages are translations: those that amendments change. */
export interface AmendableClause {
  readonly id: string;
  readonly lang: Lang;
  readonly text: string;
}

/** All amendments to an appeal, by number, and how those that are open stand to each other. */
export interface ClauseAmendmentsView {
  /** The text as it stands, in its order. */
  readonly clauses: readonly AmendableClause[];
  readonly amendments: readonly ClauseAmendmentView[];
  readonly collisions: readonly ClauseCollision[];
  /** In which order those that are open are voted on by rule, and what follows. */
  readonly order: {
    readonly amendmentIds: readonly string[];
    readonly consequences: ConsequencesView;
  };
  readonly abilities: { readonly propose: boolean; readonly putToVote: boolean };
}

/** A change as somebody writes it. */
export interface WriteClauseChange {
  readonly kind: ClauseChange['kind'];
  /** The clause to replace or delete. */
  readonly clauseId?: string;
  /** The words of that clause that were seen; where it reads otherwise by now, `object.changed`. */
  readonly was?: string;
  /** The clause to insert behind; null is the beginning. Several behind the same one stand in their order here. */
  readonly after?: string | null;
  readonly text?: string;
}
export interface WriteClauseAmendment {
  readonly reason: string;
  readonly lang: Lang;
  readonly changes: readonly WriteClauseChange[];
}
export interface UpdateClauseAmendment extends WriteClauseAmendment {
  readonly version: number;
}
/** With `changes`, otherwise than it was made. */
export interface AcceptClauseAmendment {
  readonly version: number;
  readonly reason?: string;
  readonly changes?: readonly WriteClauseChange[];
}

export const CLAUSE_AMENDMENT_EVENTS = {
  'clause-amendment.drafted': 'clause-amendment',
  'clause-amendment.edited': 'clause-amendment',
  'clause-amendment.submitted': 'clause-amendment',
  'clause-amendment.withdrawn': 'clause-amendment',
  'clause-amendment.accepted': 'clause-amendment',
  'clause-amendment.rejected': 'clause-amendment',
  'clause-amendment.put-to-vote': 'clause-amendment',
  'clause-amendment.adopted': 'clause-amendment',
  'clause-amendment.released': 'clause-amendment',
  'clause-amendment.fallen': 'clause-amendment',
  'clause-amendment.overtaken': 'clause-amendment',
} as const;

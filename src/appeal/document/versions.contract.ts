import type { AuthorView } from '../../forum/forum.contract.js';
import type { PartlyLocalized } from '../../kernel/localized.js';
import type { ClauseKind } from '../appeal.contract.js';

/** A state of the text that somebody gave a name; kept whole, and never changed. */
export interface TextVersionSummary {
  /** Counts from 1 in each appeal. */
  readonly number: number;
  readonly name: string;
  /** The version whose text it brought back; null for one that was only kept. */
  readonly restored: number | null;
  readonly author: AuthorView | null;
  readonly at: string;
}

export interface TextVersion extends TextVersionSummary {
  readonly clauses: readonly VersionClause[];
}

export interface VersionClause {
  readonly id: string;
  readonly kind: ClauseKind;
  readonly topicId: string | null;
  readonly texts: PartlyLocalized;
}

export interface KeepTextVersion {
  readonly name: string;
}

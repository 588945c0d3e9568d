import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang } from '../../kernel/localized.js';
import type { AmendmentState } from '../../proposals/amendments/amendments.contract.js';
import type { Change } from '../../text/changes.js';
import type { AmendedClause } from './amended-text.js';

/** The draft as somebody wrote an amendment on it. The same text is kept once. */
@Entity('amended_text')
export class AmendedText {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  /** Counts from 1 in each appeal. */
  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  hash: string;

  @Column({ type: 'jsonb' })
  clauses: readonly AmendedClause[];
}

/** A change that somebody wants to clauses of the appeal, each in its source language. */
@Entity('clause_amendment')
export class ClauseAmendment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  appealId: string;

  /** Counts from 1 in each appeal. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'uuid' })
  authorId: string;

  @Column({ type: 'text', default: 'draft' })
  state: AmendmentState;

  @Column({ type: 'text' })
  reason: string;

  /** Of the clauses that it puts in. */
  @Column({ type: 'text' })
  lang: Lang;

  /** The number of the text that its changes are made in: what it was written on, or decided on. */
  @Column({ type: 'integer' })
  basedOn: number;

  @Column({ type: 'jsonb' })
  changes: readonly Change[];

  @Column({ type: 'jsonb', nullable: true })
  modified: readonly Change[] | null;

  /** Whether its author was told that the text has moved on where it stands. */
  @Column({ type: 'boolean', default: false })
  overtaken: boolean;

  @Column({ type: 'text', nullable: true })
  decisionReason: string | null;

  @Column({ type: 'uuid', nullable: true })
  decidedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;
}

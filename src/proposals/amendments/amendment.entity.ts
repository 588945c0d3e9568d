import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Change } from '../../text/changes.js';
import type { AmendmentState } from './amendments.contract.js';
import type { StoredConflict } from './carried-changes.js';

/** A change that somebody wants to the text of a proposal, in the language in which that was written. */
@Entity('amendment')
export class Amendment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  proposalId: string;

  /** The amendment that it changes; null where it changes the proposal itself. */
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  /** Counts from 1 in each proposal. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'uuid' })
  authorId: string;

  @Column({ type: 'text', default: 'draft' })
  state: AmendmentState;

  @Column({ type: 'text' })
  reason: string;

  /** The version of the proposal that it changes. */
  @Column({ type: 'integer' })
  basedOn: number;

  @Column({ type: 'jsonb' })
  changes: readonly Change[];

  @Column({ type: 'jsonb', default: [] })
  conflicts: readonly StoredConflict[];

  @Column({ type: 'jsonb', nullable: true })
  modified: readonly Change[] | null;

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

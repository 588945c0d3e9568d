import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalState } from './proposals.contract.js';

/** What somebody asks the forum to adopt. Its words are in ProposalTextRow, one for each language. */
@Entity('proposal')
export class Proposal {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  /** Counts from 1 in each forum. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'uuid', nullable: true })
  topicId: string | null;

  /** Null for imported proposals: their authors have no seat here. */
  @Column({ type: 'uuid', nullable: true })
  authorId: string | null;

  /** The language it was written in. */
  @Column({ type: 'text' })
  lang: string;

  @Column({ type: 'text', default: 'draft' })
  state: ProposalState;

  /** Why it was returned. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** How many endorse it, kept in step by the transaction that adds or takes one. */
  @Column({ type: 'integer', default: 0 })
  endorsements: number;

  @Column({ type: 'boolean', default: false })
  imported: boolean;

  /** The support that an import brought along; never mixed with endorsements made here. */
  @Column({ type: 'integer', default: 0 })
  importedSupport: number;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  /** From then on everybody may read it, whatever becomes of it. */
  @Column({ type: 'timestamptz', nullable: true })
  admittedAt: Date | null;
}

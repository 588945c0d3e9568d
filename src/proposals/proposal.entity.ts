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

  /** How many people endorse it, kept in step by the transaction that adds or takes one. */
  @Column({ type: 'integer', default: 0 })
  endorsements: number;

  /** How many cities do, by the heads of their delegations. */
  @Column({ type: 'integer', default: 0 })
  endorsingCities: number;

  /** Number of the version that was kept last; 0 while nothing was submitted. */
  @Column({ type: 'integer', default: 0 })
  versions: number;

  /** Where it is to be voted on, while it is scheduled or voted. */
  @Column({ type: 'uuid', nullable: true })
  sessionId: string | null;

  /** The one that it was merged into, while it is merged. */
  @Column({ type: 'uuid', nullable: true })
  mergedInto: string | null;

  @Column({ type: 'boolean', default: false })
  imported: boolean;

  /** The support that an import brought along; never mixed with endorsements made here. */
  @Column({ type: 'integer', default: 0 })
  importedSupport: number;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  /** When it was last moved, edited or endorsed. */
  @Column({ type: 'timestamptz', default: () => 'now()' })
  activeAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  submittedAt: Date | null;

  /** From then on everybody may read it, whatever becomes of it. */
  @Column({ type: 'timestamptz', nullable: true })
  admittedAt: Date | null;
}

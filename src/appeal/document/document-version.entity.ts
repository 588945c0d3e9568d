import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProjectedClause } from './projection.js';

/** A named state of an appeal's text. */
@Entity('document_version')
export class DocumentVersion {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  /** Counts from 1 in each appeal. */
  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  name: string;

  /** The version that it brought back. */
  @Column({ type: 'integer', nullable: true })
  restored: number | null;

  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  /** In their order, each with the sources that it then had. */
  @Column({ type: 'jsonb' })
  clauses: readonly ProjectedClause[];

  @Column({ type: 'timestamptz' })
  madeAt: Date;
}

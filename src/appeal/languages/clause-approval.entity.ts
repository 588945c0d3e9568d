import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang } from '../../kernel/localized.js';

/** Somebody stands for the words of a clause in one language. */
@Entity('clause_approval')
export class ClauseApproval {
  @PrimaryColumn({ type: 'uuid' })
  clauseId: string;

  @PrimaryColumn({ type: 'text' })
  lang: Lang;

  /** `wordsHash` of what was approved. */
  @Column({ type: 'text' })
  wordsHash: string;

  @Column({ type: 'uuid' })
  approvedById: string;

  @Column({ type: 'timestamptz' })
  approvedAt: Date;
}

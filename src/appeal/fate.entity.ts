import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContributionKind, Fate } from './appeal.contract.js';

/** What became of one contribution in one appeal: proposed by the compile, decided by a person. */
@Entity('fate')
export class FateRow {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  @PrimaryColumn({ type: 'text' })
  contributionKind: ContributionKind;

  @PrimaryColumn({ type: 'uuid' })
  contributionId: string;

  @Column({ type: 'text' })
  fate: Fate;

  /** A code of FATE_REASONS, or an editor's own words. */
  @Column({ type: 'text' })
  reason: string;

  @Column({ type: 'uuid', nullable: true })
  confirmedById: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  confirmedAt: Date | null;
}

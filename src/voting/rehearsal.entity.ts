import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { RehearsalReport, RehearsalState } from './rehearsals.contract.js';

/** A poll that the chair let be held with simulated voters. */
@Entity('rehearsal')
export class Rehearsal {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  pollId: string;

  @Column({ type: 'integer' })
  voters: number;

  @Column({ type: 'text' })
  state: RehearsalState;

  @Column({ type: 'timestamptz' })
  startedAt: Date;

  @Column({ type: 'jsonb', nullable: true })
  report: RehearsalReport | null;
}

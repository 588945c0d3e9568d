import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ConsequencesView } from './amendments.contract.js';

/** The order of voting that the chair published, with its consequences as they were then. */
@Entity('amendment_order')
export class AmendmentOrder {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  @Column({ type: 'uuid', array: true })
  amendmentIds: string[];

  @Column({ type: 'jsonb' })
  consequences: ConsequencesView;

  @Column({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'timestamptz' })
  publishedAt: Date;
}

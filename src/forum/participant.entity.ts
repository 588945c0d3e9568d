import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParticipantRole } from './forum.contract.js';

/** A person in a forum. */
@Entity('participant')
export class Participant {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  role: ParticipantRole;

  @Column({ type: 'uuid', nullable: true })
  delegationId: string | null;

  /** Head of the delegation: at most one. */
  @Column({ type: 'boolean', default: false })
  head: boolean;

  /** Votes for the delegation where cities vote, as its head does. */
  @Column({ type: 'boolean', default: false })
  deputy: boolean;

  @Column({ type: 'timestamptz', nullable: true })
  suspendedAt: Date | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ParticipantRole } from './forum.contract.js';

/** A seat offered to one person. The code can be printed again, so it is kept sealed, not hashed. */
@Entity('invitation')
export class Invitation {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  /** Keyed hash of the code: finds the row without opening any. */
  @Column({ type: 'text' })
  codeLookup: string;

  @Column({ type: 'text' })
  codeSealed: string;

  @Column({ type: 'text' })
  role: ParticipantRole;

  @Column({ type: 'uuid', nullable: true })
  delegationId: string | null;

  @Column({ type: 'boolean', default: false })
  head: boolean;

  @Column({ type: 'text', nullable: true })
  name: string | null;

  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'uuid', nullable: true })
  invitedById: string | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;
}

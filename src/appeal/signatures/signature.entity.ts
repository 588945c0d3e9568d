import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PasskeyProof } from './proof.js';
import type { Act, Confirmation } from './signatures.contract.js';
import type { Reservation } from './statement.js';

/** One city's signature, reservation or abstention, on one text. It counts while the text is that one. */
@Entity('appeal_signature')
export class Signature {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  @PrimaryColumn({ type: 'uuid' })
  delegationId: string;

  @Column({ type: 'text' })
  textHash: string;

  @Column({ type: 'text' })
  act: Act;

  @Column({ type: 'jsonb' })
  reservations: readonly Reservation[];

  /** As the statement has it, to the letter. */
  @Column({ type: 'text' })
  at: string;

  @Column({ type: 'text' })
  confirmedBy: Confirmation;

  /** What a device answered; null where a code confirmed. */
  @Column({ type: 'jsonb', nullable: true })
  proof: PasskeyProof | null;

  @Column({ type: 'uuid' })
  participantId: string;

  /** Whether the person agreed to be named. */
  @Column({ type: 'boolean' })
  named: boolean;

  @Column({ type: 'timestamptz' })
  signedAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Choice } from './voting.contract.js';

/** One ballot of one voter, unique by the database. */
@Entity('ballot')
export class Ballot {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  pollId: string;

  @Column({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'text' })
  choice: Choice;

  /** The voter's device draws it once: the same key gets the same receipt, however often it is sent. */
  @Column({ type: 'text' })
  idempotencyKey: string;

  @Column({ type: 'text' })
  receipt: string;

  @Column({ type: 'timestamptz' })
  castAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { PollResult, PollState, Secrecy } from './polls.contract.js';
import type { PollDefinition } from './records.contract.js';

/** One attempt at a poll. A failed or annulled one stays, and another is made. */
@Entity('round')
export class Round {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  pollId: string;

  @Column({ type: 'uuid' })
  sessionId: string;

  /** From 1. */
  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  state: PollState;

  @Column({ type: 'text', nullable: true })
  secrecy: Secrecy | null;

  /** Frozen at opening, with the roll. As long as the roll: read only where it is asked for. */
  @Column({ type: 'jsonb', nullable: true, select: false })
  definition?: PollDefinition | null;

  /** Stands on every voter's screen. */
  @Column({ type: 'text', nullable: true })
  definitionHash: string | null;

  /** What breaks ties by lot: hashed in the definition, disclosed by the record, nowhere before. */
  @Column({ type: 'text', nullable: true, select: false })
  lotSeed?: string | null;

  /** How many votes are on the roll. */
  @Column({ type: 'integer' })
  entitled: number;

  /** How many were in the hall at opening; null where nobody counted them. */
  @Column({ type: 'integer', nullable: true })
  present: number | null;

  /** How many votes two people entered by hand. Where there are some, no ballot is taken any more. */
  @Column({ type: 'integer', default: 0 })
  handVotes: number;

  @Column({ type: 'timestamptz', nullable: true })
  openedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closesAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  result: PollResult | null;

  /** Why it was annulled. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;
}

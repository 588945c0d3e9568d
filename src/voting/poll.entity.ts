import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import type { PollDefinition, PollResult, PollState, Rule } from './voting.contract.js';

/** One vote. */
@Entity('poll')
export class Poll {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  sessionId: string;

  /** What is voted on, known to the room that offers it as a subject. */
  @Column({ type: 'text' })
  subjectKind: string;

  @Column({ type: 'uuid' })
  subjectId: string;

  @Column({ type: 'jsonb' })
  question: Localized;

  /** SHA-256 of the text voted on, by language. */
  @Column({ type: 'jsonb' })
  textHashes: Readonly<Record<string, string>>;

  @Column({ type: 'jsonb' })
  rule: Rule;

  @Column({ type: 'text' })
  state: PollState;

  /** Frozen at opening, with the roll; its hash stands on every voter's screen. */
  @Column({ type: 'jsonb', nullable: true })
  definition: PollDefinition | null;

  @Column({ type: 'text', nullable: true })
  definitionHash: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  openedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  closedAt: Date | null;

  @Column({ type: 'jsonb', nullable: true })
  result: PollResult | null;

  /** Why it was annulled. */
  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import type { PollTerms } from './polls.contract.js';

/** One vote as the chair prepares it. How far it is stands in its rounds; the present one is that with the number `rounds`. */
@Entity('poll')
export class Poll {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  sessionId: string;

  /** What is voted on, known to the room that offers it as a subject; null for a free question. */
  @Column({ type: 'text', nullable: true })
  subjectKind: string | null;

  @Column({ type: 'uuid', nullable: true })
  subjectId: string | null;

  /** From the preparation to the decision the subject belongs to this poll alone. */
  @Column({ type: 'boolean' })
  holdsSubject: boolean;

  @Column({ type: 'jsonb' })
  question: Localized;

  /** SHA-256 of the text voted on, by language. */
  @Column({ type: 'jsonb' })
  textHashes: Readonly<Record<string, string>>;

  @Column({ type: 'jsonb' })
  terms: PollTerms;

  /** How many attempts there were, the present one included. */
  @Column({ type: 'integer' })
  rounds: number;

  /** Counts every change of the poll and of its rounds. */
  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

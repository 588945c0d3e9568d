import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SuggestionDecision } from './appeal.contract.js';
import type { DraftClause } from './compile/draft.js';

/** What a new compile would do to a clause that people have worked on. Decided ones are kept. */
@Entity('suggestion')
export class Suggestion {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  appealId: string;

  @Column({ type: 'uuid' })
  clauseId: string;

  /** Null: the compile no longer has the clause. */
  @Column({ type: 'jsonb', nullable: true })
  theirs: DraftClause | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'text', nullable: true })
  decision: SuggestionDecision | null;

  @Column({ type: 'uuid', nullable: true })
  decidedById: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  decidedAt: Date | null;
}

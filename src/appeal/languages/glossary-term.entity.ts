import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localized } from '../../kernel/localized.js';

/** A term that is always rendered in the same way. */
@Entity('glossary_term')
export class GlossaryTerm {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'jsonb' })
  words: Localized;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localized } from '../kernel/localized.js';

@Entity('topic')
export class Topic {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  /** From 0; the order in which the appeal's sections follow. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'jsonb' })
  name: Localized;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ClauseKind } from './appeal.contract.js';
import type { Score, Texts } from './compile/draft.js';

@Entity('clause')
export class Clause {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  appealId: string;

  @Column({ type: 'text' })
  kind: ClauseKind;

  @Column({ type: 'uuid', nullable: true })
  topicId: string | null;

  /** Place in the whole appeal, from 0 without gaps. */
  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  lang: string;

  @Column({ type: 'jsonb' })
  texts: Texts;

  /** Why it stands without source: `template` for words of the form, else an editor's reason. */
  @Column({ type: 'text', nullable: true })
  editorial: string | null;

  @Column({ type: 'jsonb', nullable: true })
  score: Score | null;

  @Column({ type: 'integer' })
  version: number;
}

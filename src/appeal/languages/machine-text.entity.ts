import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang } from '../../kernel/localized.js';

/** What a machine last wrote for a clause in one language: the words are marked for as long as they are these. */
@Entity('machine_text')
export class MachineText {
  @PrimaryColumn({ type: 'uuid' })
  clauseId: string;

  @PrimaryColumn({ type: 'text' })
  lang: Lang;

  /** SHA-256 of the text, hex. */
  @Column({ type: 'text' })
  textHash: string;
}

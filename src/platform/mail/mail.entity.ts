import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang } from '../../kernel/localized.js';

@Entity('mail')
export class Mail {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', nullable: true })
  forumId: string | null;

  @Column({ type: 'text' })
  recipient: string;

  @Column({ type: 'text' })
  subject: string;

  /** Emptied once the mail server has taken it: it may hold a code. */
  @Column({ type: 'text' })
  body: string;

  @Column({ type: 'text' })
  locale: Lang;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz', nullable: true })
  sentAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  failedAt: Date | null;
}

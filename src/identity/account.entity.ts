import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang } from '../kernel/localized.js';

/** A person, once for all forums. */
@Entity('account')
export class Account {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  /** Lower case; null for those who joined with a code and gave no address. */
  @Column({ type: 'text', nullable: true })
  email: string | null;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'text' })
  locale: Lang;

  @Column({ type: 'text', nullable: true })
  passwordHash: string | null;

  /** Runs the installation: may make forums and sees mail that belongs to none. */
  @Column({ type: 'boolean', default: false })
  operator: boolean;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  erasedAt: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A code that was mailed: to sign in; with an account, to prove a new address; with `about`, to confirm one thing. */
@Entity('email_code')
export class EmailCode {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  email: string;

  /** The account that wants this address as its own; null for a sign-in. */
  @Column({ type: 'uuid', nullable: true })
  accountId: string | null;

  /** SHA-256 of what it confirms, and is good for alone; null where it opens an account or proves an address. */
  @Column({ type: 'text', nullable: true })
  about: string | null;

  @Column({ type: 'text' })
  codeHash: string;

  @Column({ type: 'integer', default: 0 })
  attempts: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}

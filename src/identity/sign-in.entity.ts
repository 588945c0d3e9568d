import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A browser in which an account is signed in. The cookie's token is known here by its hash only. */
@Entity('sign_in')
export class SignIn {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  tokenHash: string;

  /** "Firefox, Android": enough to recognise the own device, nothing to track it by. */
  @Column({ type: 'text' })
  device: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz' })
  seenAt: Date;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  revokedAt: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The public half of a key that a person's device keeps (W3C Web Authentication, level 3). */
@Entity('passkey')
export class Passkey {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  accountId: string;

  /** As the device names it, base64url. */
  @Column({ type: 'text' })
  credentialId: string;

  /** COSE key (RFC 9052). */
  @Column({ type: 'bytea' })
  publicKey: Buffer;

  /** How often it was used, where the device counts; else 0. The driver gives it as text. */
  @Column({ type: 'bigint' })
  counter: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}

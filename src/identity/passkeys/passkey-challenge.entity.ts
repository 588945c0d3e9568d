import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a device was asked to answer; answered once, within minutes. */
@Entity('passkey_challenge')
export class PasskeyChallenge {
  /** base64url. */
  @PrimaryColumn({ type: 'text' })
  challenge: string;

  @Column({ type: 'text' })
  purpose: string;

  /** Null where nobody has said yet who signs in. */
  @Column({ type: 'uuid', nullable: true })
  accountId: string | null;

  @Column({ type: 'timestamptz' })
  expiresAt: Date;
}

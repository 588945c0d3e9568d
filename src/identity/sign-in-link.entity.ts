import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A link printed at start: for trying the sample out, or once for the first organiser. */
@Entity('sign_in_link')
export class SignInLink {
  @PrimaryColumn({ type: 'text' })
  tokenHash: string;

  @Column({ type: 'uuid' })
  accountId: string;

  @Column({ type: 'text' })
  kind: 'trial' | 'first-organiser';

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  usedAt: Date | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody whom the authors asked to sign a proposal with them. */
@Entity('co_author')
export class CoAuthor {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  @PrimaryColumn({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'timestamptz' })
  invitedAt: Date;

  /** Until then they read the draft, write nothing and are not named. */
  @Column({ type: 'timestamptz', nullable: true })
  acceptedAt: Date | null;

  /** The proposal of theirs that was merged into this one. */
  @Column({ type: 'uuid', nullable: true })
  mergedFrom: string | null;
}

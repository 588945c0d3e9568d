import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a post mentions a participant or a delegation: one of the two ids is null. */
@Entity('mention')
export class MentionRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  postId: string;

  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column({ type: 'uuid', nullable: true })
  delegationId: string | null;

  @Column({ type: 'timestamptz' })
  mentionedAt: Date;
}

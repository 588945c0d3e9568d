import { Column, Entity, PrimaryColumn } from 'typeorm';

/** That a post, a comment or a proposal mentions a participant or a delegation: one of each is named, the others are null. */
@Entity('mention')
export class MentionRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid', nullable: true })
  postId: string | null;

  @Column({ type: 'uuid', nullable: true })
  commentId: string | null;

  @Column({ type: 'uuid', nullable: true })
  proposalId: string | null;

  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column({ type: 'uuid', nullable: true })
  delegationId: string | null;

  @Column({ type: 'timestamptz' })
  mentionedAt: Date;
}

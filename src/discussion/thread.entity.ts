import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A conversation on one subject. It begins with its first post. */
@Entity('thread')
export class Thread {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid', nullable: true })
  topicId: string | null;

  /** Null for imported threads: their writers have no seat here. */
  @Column({ type: 'uuid', nullable: true })
  authorId: string | null;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  lang: string;

  /** How many posts it has, kept in step by the transaction that adds one. */
  @Column({ type: 'integer', default: 0 })
  posts: number;

  @Column({ type: 'timestamptz' })
  activeAt: Date;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'boolean', default: false })
  imported: boolean;
}

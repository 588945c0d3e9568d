import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One contribution to a thread, an answer to another post or to the thread itself. */
@Entity('post')
export class Post {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  threadId: string;

  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  @Column({ type: 'uuid', nullable: true })
  authorId: string | null;

  /** Sanitised HTML. */
  @Column({ type: 'text' })
  body: string;

  /** The words of the body, for search and compile. */
  @Column({ type: 'text' })
  plain: string;

  @Column({ type: 'text' })
  lang: string;

  /** Figures that an import brought along. */
  @Column({ type: 'integer', default: 0 })
  support: number;

  @Column({ type: 'integer', default: 0 })
  opposition: number;

  @Column({ type: 'boolean', default: false })
  imported: boolean;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

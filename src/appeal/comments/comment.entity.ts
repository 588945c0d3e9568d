import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang } from '../../kernel/localized.js';

/** A comment on a clause of an appeal or on a passage of one, or an answer to it, which shares what it is about. */
@Entity('comment')
export class Comment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  appealId: string;

  /** The comment that this one answers; null for one that begins. */
  @Column({ type: 'uuid', nullable: true })
  parentId: string | null;

  /** The clause that it was made on; it may be gone. */
  @Column({ type: 'uuid' })
  clauseId: string;

  @Column({ type: 'text' })
  textLang: Lang;

  @Column({ type: 'boolean' })
  onPassage: boolean;

  @Column({ type: 'text' })
  exact: string;

  @Column({ type: 'text' })
  prefix: string;

  @Column({ type: 'text' })
  suffix: string;

  @Column({ type: 'uuid' })
  authorId: string;

  /** Clean HTML with mentions as empty marks; empty once it is deleted. */
  @Column({ type: 'text' })
  body: string;

  /** Of the body. */
  @Column({ type: 'text' })
  lang: Lang;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  editedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  deletedAt: Date | null;

  @Column({ type: 'timestamptz', nullable: true })
  resolvedAt: Date | null;

  @Column({ type: 'uuid', nullable: true })
  resolvedById: string | null;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Lang, Localized } from '../kernel/localized.js';
import type { AppealState } from './appeal.contract.js';

/** What a compile left behind, besides clauses and fates. */
export interface CompileFigures {
  /** The title that it gave: where today's is another one, people changed it. */
  readonly title: Localized;
  readonly contributions: number;
  readonly milliseconds: number;
}

/** A declaration, from the compile to its publication. Every edit of a clause or a fate raises its version. */
@Entity('appeal')
export class Appeal {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'text' })
  slug: string;

  /** The language in which it is drafted. */
  @Column({ type: 'text' })
  lang: Lang;

  @Column({ type: 'text' })
  state: AppealState;

  @Column({ type: 'jsonb' })
  title: Localized;

  @Column({ type: 'integer' })
  progress: number;

  /** Code of what went wrong with the last compile or release. */
  @Column({ type: 'text', nullable: true })
  error: string | null;

  @Column({ type: 'text', nullable: true })
  compiler: string | null;

  /** SHA-256 over the canonical JSON of the bundle that was compiled. */
  @Column({ type: 'text', nullable: true })
  inputHash: string | null;

  @Column({ type: 'jsonb', nullable: true })
  figures: CompileFigures | null;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  @Column({ type: 'timestamptz', nullable: true })
  publishedAt: Date | null;

  /** `textHash` of what was adopted, by which round and when; a correction begins with that of what it corrects. */
  @Column({ type: 'text', nullable: true })
  adoptedHash: string | null;

  @Column({ type: 'uuid', nullable: true })
  adoptedRoundId: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  adoptedAt: Date | null;

  /** The appeal whose place this one takes once it is published. */
  @Column({ type: 'uuid', nullable: true })
  supersedesId: string | null;

  /** Why, as everybody will read it. */
  @Column({ type: 'text', nullable: true })
  correction: string | null;
}

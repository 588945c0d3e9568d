import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DiscussedTopic } from './compile/draft.js';

/** What the last compile of an appeal read and what it made of it: published with it, so that anyone can repeat it. */
@Entity('compiled')
export class Compiled {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  /** A bundle in canonical JSON, to the byte: its SHA-256 is the appeal's `inputHash`. */
  @Column({ type: 'text' })
  bundle: string;

  /** The draft in canonical JSON. */
  @Column({ type: 'text' })
  draft: string;

  /** Every contribution that is in the bundle. */
  @Column({ type: 'uuid', array: true })
  contributionIds: string[];

  /** What the draft quotes of the discussions, so that a reader need not wait for all of the draft to be read. */
  @Column({ type: 'jsonb' })
  discussed: readonly DiscussedTopic[];
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Paragraph } from '../../text/rich-text.contract.js';
import type { ChoiceKind, MergingState } from './merging.contract.js';

/** A merge of what is open on a proposal; one at a time is open for each. */
@Entity('merging')
export class Merging {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  proposalId: string;

  @Column({ type: 'text', default: 'open' })
  state: MergingState;

  /** The number of its last act, a choice or the undoing of one. */
  @Column({ type: 'integer', default: 0 })
  version: number;

  @Column({ type: 'uuid' })
  begunBy: string;

  @Column({ type: 'timestamptz' })
  begunAt: Date;

  @Column({ type: 'uuid', nullable: true })
  endedBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  endedAt: Date | null;
}

/** A line of a merge's log. */
@Entity('merge_choice')
export class MergeChoiceRow {
  @PrimaryColumn({ type: 'uuid' })
  mergingId: string;

  @PrimaryColumn({ type: 'integer' })
  sequence: number;

  @Column({ type: 'text' })
  spot: string;

  /** The sequence of the choice over which it was made; 0 for none. */
  @Column({ type: 'integer' })
  over: number;

  @Column({ type: 'text' })
  kind: ChoiceKind;

  @Column({ type: 'uuid', array: true })
  amendmentIds: string[];

  @Column({ type: 'jsonb', nullable: true })
  paragraphs: readonly Paragraph[] | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  /** See `basisOf`. */
  @Column({ type: 'text' })
  basis: string;

  @Column({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'timestamptz' })
  chosenAt: Date;

  /** The number of the act that undid it. */
  @Column({ type: 'integer', nullable: true })
  undone: number | null;

  @Column({ type: 'uuid', nullable: true })
  undoneBy: string | null;

  @Column({ type: 'timestamptz', nullable: true })
  undoneAt: Date | null;
}

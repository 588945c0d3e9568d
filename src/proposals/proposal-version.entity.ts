import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Paragraph } from '../text/rich-text.contract.js';
import type { ParagraphTrace } from '../text/traces.js';
import type { VersionCause } from './proposals.contract.js';

/** Who changed a paragraph on the way to a version; of a merge, edit by edit, in code units of its marked text. */
export type StoredTrace = ParagraphTrace;

/** A text as it once lay before the forum; kept whole, in each language, and never changed. */
@Entity('proposal_version')
export class ProposalVersion {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  /** Counts from 1 in each proposal. */
  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  cause: VersionCause;

  /** Who made it; null for a vote's outcome and for imported texts. */
  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column({ type: 'jsonb', default: [] })
  traces: readonly StoredTrace[];

  @Column({ type: 'timestamptz' })
  madeAt: Date;
}

@Entity('proposal_version_text')
export class ProposalVersionText {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  @PrimaryColumn({ type: 'integer' })
  number: number;

  @PrimaryColumn({ type: 'text' })
  lang: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text' })
  summary: string;

  @Column({ type: 'jsonb' })
  paragraphs: readonly Paragraph[];
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Paragraph } from '../text/rich-text.contract.js';

/** What each part of a translation was translated from: SHA-256 of the source's title and summary, and of each paragraph's HTML. */
export interface TranslatedFrom {
  readonly head: string;
  readonly paragraphs: Readonly<Record<string, string>>;
}

/** A proposal's words in one language. */
@Entity('proposal_text')
export class ProposalTextRow {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  @PrimaryColumn({ type: 'text' })
  lang: string;

  @Column({ type: 'text' })
  title: string;

  @Column({ type: 'text', default: '' })
  summary: string;

  @Column({ type: 'jsonb' })
  paragraphs: readonly Paragraph[];

  /** The words of the paragraphs, for search and compile. */
  @Column({ type: 'text' })
  plain: string;

  /** Null for the text that was written first, and for translations of which nobody knows. */
  @Column({ type: 'jsonb', nullable: true })
  translatedFrom: TranslatedFrom | null;
}

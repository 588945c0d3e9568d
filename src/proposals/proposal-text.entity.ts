import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A proposal's words in one language. */
@Entity('proposal_text')
export class ProposalTextRow {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  @PrimaryColumn({ type: 'text' })
  lang: string;

  @Column({ type: 'text' })
  title: string;

  /** Sanitised HTML. */
  @Column({ type: 'text' })
  body: string;

  /** The words of the body, for search and compile. */
  @Column({ type: 'text' })
  plain: string;
}

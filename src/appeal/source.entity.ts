import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ContributionKind, SourceUse } from './appeal.contract.js';

/** The link from a clause to what somebody contributed, with the words it rests on. */
@Entity('source')
export class Source {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  clauseId: string;

  @Column({ type: 'integer' })
  position: number;

  @Column({ type: 'text' })
  contributionKind: ContributionKind;

  @Column({ type: 'uuid' })
  contributionId: string;

  @Column({ type: 'text' })
  lang: string;

  /** To the letter. */
  @Column({ type: 'text' })
  quote: string;

  @Column({ type: 'text' })
  use: SourceUse;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProposalState } from './proposals.contract.js';

/** One step of a proposal's way, for its time line. */
@Entity('proposal_move')
export class ProposalMoveRow {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  /** Counts from 1 in each proposal. */
  @PrimaryColumn({ type: 'integer' })
  number: number;

  @Column({ type: 'text' })
  move: string;

  @Column({ type: 'text' })
  fromState: ProposalState;

  @Column({ type: 'text' })
  toState: ProposalState;

  /** Null where the clock, a vote or a rule moved it. */
  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column({ type: 'text', nullable: true })
  reason: string | null;

  @Column({ type: 'timestamptz' })
  movedAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who may vote in a poll, and with which weight: written at opening, never changed. */
@Entity('roll_entry')
export class RollEntry {
  @PrimaryColumn({ type: 'uuid' })
  pollId: string;

  @PrimaryColumn({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'uuid' })
  delegationId: string;

  @Column({ type: 'text' })
  weight: string;
}

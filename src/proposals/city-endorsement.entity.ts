import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A city stands behind a proposal, by the word of the head of its delegation. Once each, by the primary key. */
@Entity('city_endorsement')
export class CityEndorsementRow {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  @PrimaryColumn({ type: 'uuid' })
  delegationId: string;

  /** The head who said so. */
  @Column({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

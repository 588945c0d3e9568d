import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Somebody stands behind a proposal of another. Once each, by the primary key. */
@Entity('endorsement')
export class Endorsement {
  @PrimaryColumn({ type: 'uuid' })
  proposalId: string;

  @PrimaryColumn({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

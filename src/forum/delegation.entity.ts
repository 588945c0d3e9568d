import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A city's seat at a forum. */
@Entity('delegation')
export class Delegation {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  cityId: string;

  /** Voting weight of each of its delegates, an exact number: `"1"`, `"3/2"`. */
  @Column({ type: 'text', default: '1' })
  weight: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

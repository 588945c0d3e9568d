import { Column, Entity, PrimaryColumn } from 'typeorm';

/** One fact. Written with the change it tells of; placed in order and chained after the commit. */
@Entity('event')
export class Event {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', nullable: true })
  forumId: string | null;

  @Column({ type: 'text' })
  type: string;

  @Column({ type: 'text' })
  subjectKind: string;

  @Column({ type: 'uuid' })
  subjectId: string;

  /** The account that acted; null for what the system did by itself. */
  @Column({ type: 'uuid', nullable: true })
  actorId: string | null;

  /** Ids, numbers and codes, never a person's words or name: erasing a person must leave the chain whole. */
  @Column({ type: 'jsonb' })
  payload: EventPayload;

  @Column({ type: 'timestamptz' })
  createdAt: Date;

  /** Place in the whole log, from 1 without gaps; null until the sequencer has seen the event. */
  @Column({ type: 'bigint', nullable: true })
  position: string | null;

  /** Place in the forum's own chain, from 1 without gaps. */
  @Column({ type: 'bigint', nullable: true })
  seq: string | null;

  @Column({ type: 'text', nullable: true })
  hash: string | null;
}

export type EventPayload = Readonly<Record<string, string | number | boolean | null>>;

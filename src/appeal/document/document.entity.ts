import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The text of an appeal as it is written together; the clauses follow it. Made when it is first written in. */
@Entity('document')
export class AppealDocument {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  /** Another one each time that the document is made anew. */
  @Column({ type: 'uuid' })
  epoch: string;

  /** A Yjs update that holds all those up to `snapshotSeq`. */
  @Column({ type: 'bytea' })
  snapshot: Buffer;

  @Column({ type: 'bigint', default: 0 })
  snapshotSeq: string;

  /** Place of the last update, from 1 without gaps. */
  @Column({ type: 'bigint', default: 0 })
  seq: string;

  /** Up to where the clauses follow. */
  @Column({ type: 'bigint', default: 0 })
  settledSeq: string;
}

@Entity('document_update')
export class DocumentUpdate {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  @PrimaryColumn({ type: 'bigint' })
  seq: string;

  /** Null for what the house itself set right. */
  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column({ type: 'bytea' })
  bytes: Buffer;

  @Column({ type: 'timestamptz' })
  at: Date;
}

/** Whose the words are that carry a device's number (Yjs client id); kept when the updates are gathered. */
@Entity('document_writer')
export class DocumentWriter {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  @PrimaryColumn({ type: 'bigint' })
  client: string;

  @Column({ type: 'uuid', nullable: true })
  participantId: string | null;

  @Column({ type: 'timestamptz' })
  at: Date;
}

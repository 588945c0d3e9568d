import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A file of a proposal. Its row in `file` goes with it: the database sees to that. */
@Entity('attachment')
export class Attachment {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  proposalId: string;

  @Column({ type: 'uuid' })
  fileId: string;

  /** From 1 to 10, one file on each: there cannot be more. */
  @Column({ type: 'smallint' })
  place: number;

  /** As the file's: the same bytes are attached once. */
  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'uuid' })
  participantId: string;

  @Column({ type: 'timestamptz' })
  addedAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** A stored file. Its bytes lie under their hash, so equal files are stored once and are never changed. */
@Entity('file')
export class StoredFile {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid', nullable: true })
  forumId: string | null;

  @Column({ type: 'text' })
  sha256: string;

  @Column({ type: 'text' })
  mediaType: string;

  @Column({ type: 'text' })
  name: string;

  @Column({ type: 'bigint' })
  size: string;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Manifest } from './release/release.format.js';

/** A sealed publication. Nothing of it is ever changed. */
@Entity('release')
export class Release {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  appealId: string;

  @Column({ type: 'integer' })
  number: number;

  @Column({ type: 'jsonb' })
  manifest: Manifest;

  @Column({ type: 'text' })
  manifestHash: string;

  @Column({ type: 'text' })
  signature: string;

  @Column({ type: 'text' })
  publicKey: string;

  @Column({ type: 'timestamptz' })
  publishedAt: Date;
}

/** Which stored file stands under which path of a release. */
@Entity('release_file')
export class ReleaseFile {
  @PrimaryColumn({ type: 'uuid' })
  releaseId: string;

  @PrimaryColumn({ type: 'text' })
  path: string;

  @Column({ type: 'uuid' })
  fileId: string;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What the last compile of an appeal read and what it made of it: published with it, so that anyone can repeat it. */
@Entity('compiled')
export class Compiled {
  @PrimaryColumn({ type: 'uuid' })
  appealId: string;

  /** `nidaa-bundle/1` in canonical JSON, to the byte: its SHA-256 is the appeal's `inputHash`. */
  @Column({ type: 'text' })
  bundle: string;

  /** `nidaa-draft/1` in canonical JSON. */
  @Column({ type: 'text' })
  draft: string;

  /** Every contribution that is in the bundle. */
  @Column({ type: 'uuid', array: true })
  contributionIds: string[];
}

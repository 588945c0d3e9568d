import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import type { Admission } from './forum.contract.js';

/** One edition. */
@Entity('forum')
export class Forum {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'text' })
  slug: string;

  @Column({ type: 'jsonb' })
  title: Localized;

  @Column({ type: 'jsonb' })
  theme: Localized;

  @Column({ type: 'jsonb' })
  place: Localized;

  @Column({ type: 'uuid', nullable: true })
  hostCityId: string | null;

  @Column({ type: 'uuid', nullable: true })
  emblemFileId: string | null;

  @Column({ type: 'date' })
  startsOn: string;

  @Column({ type: 'date' })
  endsOn: string;

  /** What admits a proposal besides its moderators; null where nothing does. */
  @Column({ type: 'jsonb', nullable: true })
  admission: Admission | null;

  @Column({ type: 'boolean', default: false })
  sample: boolean;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

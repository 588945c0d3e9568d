import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localized } from '../kernel/localized.js';

/** A city, shared by all forums. */
@Entity('city')
export class City {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'jsonb' })
  name: Localized;

  /** ISO 3166-1 alpha-2; left open where whoever entered the city left it open. */
  @Column({ type: 'text', nullable: true })
  country: string | null;

  /** Degrees, five decimals (about a metre), as the database's exact text. */
  @Column({ type: 'numeric' })
  latitude: string;

  @Column({ type: 'numeric' })
  longitude: string;

  @Column({ type: 'integer', nullable: true })
  geonamesId: number | null;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Localized } from '../kernel/localized.js';
import type { SessionKind, SessionState } from './program.contract.js';

/** A sitting: plenary, workshop, ceremony or visit. Never a sign-in. */
@Entity('session')
export class Session {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'text' })
  kind: SessionKind;

  @Column({ type: 'jsonb' })
  title: Localized;

  @Column({ type: 'text' })
  place: string;

  @Column({ type: 'timestamptz' })
  startsAt: Date;

  @Column({ type: 'timestamptz' })
  endsAt: Date;

  @Column({ type: 'text', default: 'planned' })
  state: SessionState;

  @Column({ type: 'integer', default: 1 })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

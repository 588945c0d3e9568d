import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TwinningKind } from './forum.contract.js';

/** An agreement between two cities; the pair is kept in the order of their ids, so that it stands once. */
@Entity('twinning')
export class Twinning {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  cityAId: string;

  @Column({ type: 'uuid' })
  cityBId: string;

  @Column({ type: 'text' })
  kind: TwinningKind;

  @Column({ type: 'text', nullable: true })
  agreedOn: string | null;
}

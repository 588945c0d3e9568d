import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProxyState } from './proxies.contract.js';

/** One participant asks another to vote for them. */
@Entity('proxy')
export class ProxyRow {
  @PrimaryColumn({ type: 'uuid' })
  id: string;

  @Column({ type: 'uuid' })
  forumId: string;

  @Column({ type: 'uuid' })
  principalId: string;

  @Column({ type: 'uuid' })
  holderId: string;

  @Column({ type: 'text' })
  state: ProxyState;

  @Column({ type: 'integer' })
  version: number;

  @Column({ type: 'timestamptz' })
  createdAt: Date;
}

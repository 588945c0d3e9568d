import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import type { Appeal } from './appeal.entity.js';

/** How often at most those who watch hear of progress. */
const EVERY_MS = 400;

/** How far a compile or a release has come: a number on the row and a hint, never an event of the log. */
@Injectable()
export class AppealProgress {
  private readonly told = new Map<string, number>();

  constructor(
    private readonly db: DataSource,
    private readonly realtime: RealtimeGateway,
  ) {}

  async report({ id, forumId, version }: Appeal, percent: number): Promise<void> {
    const now = performance.now();
    if (now - (this.told.get(id) ?? Number.NEGATIVE_INFINITY) < EVERY_MS) return;
    this.told.set(id, now);
    await this.db.query('UPDATE appeal SET progress = $3 WHERE id = $1 AND version = $2', [
      id,
      version,
      Math.min(percent, 99),
    ]);
    this.realtime.broadcast(forumId, 'hint', { type: 'appeal.progressed', kind: 'appeal', id, forumId });
  }
}

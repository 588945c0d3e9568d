import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { Log } from '../../platform/observability/log.js';
import { Documents } from './documents.service.js';

/** How long the rows of clauses may be behind the text while somebody writes. */
const SETTLE_MS = 1_500;

/** Lets the clauses follow the text a moment after somebody has written, once for all who wrote meanwhile. */
@Injectable()
export class Settling implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly under = new Set<Promise<void>>();
  private stopped = false;

  constructor(
    private readonly documents: Documents,
    private readonly log: Log,
  ) {}

  /** What a process that was killed left behind. */
  async onApplicationBootstrap(): Promise<void> {
    for (const appealId of await this.documents.unsettled()) this.soon(appealId);
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    const waiting = [...this.timers.keys()];
    for (const timer of this.timers.values()) clearTimeout(timer);
    await Promise.all([...this.under, ...waiting.map((appealId) => this.settle(appealId))]);
  }

  soon(appealId: string): void {
    if (this.stopped || this.timers.has(appealId)) return;
    this.timers.set(
      appealId,
      setTimeout(() => {
        this.timers.delete(appealId);
        const work = this.settle(appealId).finally(() => this.under.delete(work));
        this.under.add(work);
      }, SETTLE_MS),
    );
  }

  private async settle(appealId: string): Promise<void> {
    try {
      await this.documents.settleNow(appealId);
    } catch (error) {
      this.log.error({ err: error, appealId }, 'clauses could not follow the text');
      // The next word, or the next start, asks again.
    }
  }
}

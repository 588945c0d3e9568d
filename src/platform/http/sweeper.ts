import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { FileSweep } from '../files/file-sweep.js';
import { Log } from '../observability/log.js';
import { Idempotency } from './idempotency.js';
import { Throttle } from './throttle.js';

const EVERY_MS = 3_600_000;

/**
 * Removes what has run out, once an hour. Every process does it: what one has removed, the next does not find.
 */
@Injectable()
export class Sweeper implements OnApplicationBootstrap, OnModuleDestroy {
  private timer: NodeJS.Timeout | null = null;

  constructor(
    private readonly throttle: Throttle,
    private readonly idempotency: Idempotency,
    private readonly files: FileSweep,
    private readonly log: Log,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep().catch((error) => this.log.warn({ err: error }, 'what has run out was not removed'));
    }, EVERY_MS);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    if (this.timer) clearInterval(this.timer);
  }

  /** Throttles whose time is over, answers kept for repeated requests longer than promised, bytes that are no file. */
  async sweep(): Promise<void> {
    await this.throttle.sweep();
    await this.idempotency.sweep();
    await this.files.sweep();
  }
}

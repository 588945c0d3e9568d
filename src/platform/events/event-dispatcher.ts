import { Injectable, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { DataSource, MoreThan } from 'typeorm';
import { Signals } from '../database/signals.js';
import { Log } from '../observability/log.js';
import { Event } from './event.entity.js';
import { EventSequencer } from './event-sequencer.js';

/** How long the log may lie unread if a wake-up call was lost with its connection. */
const POLL_MS = 2_000;
const BATCH = 500;

export type EventHandler = (event: Readonly<Event>) => Promise<void> | void;

/**
 * Publishes events after their commit, in the log's order, at least once.
 *
 * - A *shared* consumer has one durable cursor for all processes: one of them works at a time, and after
 *   a crash the next goes on where the cursor stands. For jobs and everything that must happen.
 * - A *local* listener runs in each process from its start on. For sockets: whoever was connected before
 *   reconnects and asks anew, so that nothing before the start is owed to anyone.
 */
@Injectable()
export class EventDispatcher implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly shared = new Map<string, EventHandler>();
  private readonly local: EventHandler[] = [];
  private localPosition = 0;
  private timer: NodeJS.Timeout | null = null;
  private running: Promise<void> | null = null;
  private again = false;
  private stopped = false;

  constructor(
    private readonly db: DataSource,
    private readonly signals: Signals,
    private readonly sequencer: EventSequencer,
    private readonly log: Log,
  ) {}

  /** Registers a durable consumer. The name is its cursor's key: changing it reads the log from the start. */
  consume(name: string, handler: EventHandler): void {
    this.shared.set(name, handler);
  }

  listen(handler: EventHandler): void {
    this.local.push(handler);
  }

  async onApplicationBootstrap(): Promise<void> {
    const [{ last }] = await this.db.query('SELECT coalesce(max(position), 0)::text AS last FROM event');
    this.localPosition = Number(last);
    // NOTIFY wakes at once; while its connection is lost, looking every while carries on.
    await this.signals.hear('nidaa_event', () => this.wake());
    this.timer = setInterval(() => this.wake(), POLL_MS);
    this.wake();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearInterval(this.timer);
    await this.running;
  }

  /** Reads the log now, or once more if a reading is under way. */
  wake(): void {
    this.again = true;
    this.running ??= this.drain().finally(() => {
      this.running = null;
      if (this.again && !this.stopped) this.wake();
    });
  }

  private async drain(): Promise<void> {
    while (this.again && !this.stopped) {
      this.again = false;
      await this.attempt('sequencer', async () => {
        await this.sequencer.placeWaiting();
        await this.runLocal();
      });
      for (const [name, handler] of this.shared)
        await this.attempt(name, () => this.runShared(name, handler));
    }
  }

  /** One consumer that fails holds up none of the others; its events stay in the log and are tried again. */
  private async attempt(consumer: string, work: () => Promise<void>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error({ err: error, consumer }, 'events could not be dispatched');
    }
  }

  private async runLocal(): Promise<void> {
    for (;;) {
      const events = await this.after(this.localPosition);
      for (const event of events) {
        for (const handler of this.local) await handler(event);
        this.localPosition = Number(event.position);
      }
      if (events.length < BATCH) return;
    }
  }

  private async runShared(name: string, handler: EventHandler): Promise<void> {
    let more = true;
    while (more && !this.stopped) {
      more = await this.db.transaction(async (em) => {
        await em.query(
          'INSERT INTO event_cursor (consumer, position) VALUES ($1, 0) ON CONFLICT DO NOTHING',
          [name],
        );
        const [cursor] = await em.query(
          'SELECT position FROM event_cursor WHERE consumer = $1 FOR UPDATE SKIP LOCKED',
          [name],
        );
        if (!cursor) return false;
        const events = await this.after(Number(cursor.position));
        for (const event of events) await handler(event);
        const last = events.at(-1);
        if (last)
          await em.query('UPDATE event_cursor SET position = $2 WHERE consumer = $1', [name, last.position]);
        return events.length === BATCH;
      });
    }
  }

  private after(position: number): Promise<Event[]> {
    return this.db.manager.find(Event, {
      where: { position: MoreThan(String(position)) },
      order: { position: 'ASC' },
      take: BATCH,
    });
  }
}

import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Config } from '../config/config.js';
import { oneConnection } from './pool.js';

/** How long to wait before a lost connection is opened again. */
const AGAIN_MS = 2_000;

type Connection = ReturnType<typeof oneConnection>;

/**
 * What other processes call out with NOTIFY, heard over one connection of its own. A call may be lost with its
 * connection: whoever listens also looks for itself now and then, and when `back` tells that there was a gap.
 */
@Injectable()
export class Signals implements OnModuleDestroy {
  private readonly heard = new Map<string, (payload: string) => void>();
  private readonly back: (() => void)[] = [];
  private connection: Connection | null = null;
  private opening: Promise<void> | null = null;
  private stopped = false;

  constructor(private readonly config: Config) {}

  /** Hears a channel from now on; `back` is told each time the connection stands again after a loss. */
  async hear(channel: string, handler: (payload: string) => void, back?: () => void): Promise<void> {
    this.heard.set(channel, handler);
    if (back) this.back.push(back);
    if (this.connection) await this.connection.query(`LISTEN ${channel}`).catch(() => undefined);
    else await this.open();
  }

  async onModuleDestroy(): Promise<void> {
    this.stopped = true;
    await this.opening;
    await this.connection?.end().catch(() => undefined);
  }

  private open(): Promise<void> {
    this.opening ??= this.connect().finally(() => {
      this.opening = null;
    });
    return this.opening;
  }

  private async connect(): Promise<void> {
    const connection = oneConnection(this.config.databaseUrl ?? '', 'nidaa-signals');
    connection.on('notification', ({ channel, payload }) => this.heard.get(channel)?.(payload ?? ''));
    connection.on('error', () => this.lost(connection));
    connection.on('end', () => this.lost(connection));
    try {
      await connection.connect();
      for (const channel of this.heard.keys()) await connection.query(`LISTEN ${channel}`);
      this.connection = connection;
    } catch {
      this.lost(connection);
    }
  }

  private lost(connection: Connection): void {
    if (this.stopped || (this.connection !== null && this.connection !== connection)) return;
    connection.removeAllListeners('end');
    this.connection = null;
    const again = async () => {
      if (this.stopped || this.connection) return;
      await this.open();
      if (this.connection) for (const told of this.back) told();
    };
    setTimeout(() => void again(), AGAIN_MS).unref();
  }
}

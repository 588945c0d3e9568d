import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { Logger, makeWorkerUtils, type Runner, run, type WorkerUtils } from 'graphile-worker';
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import { openPool } from '../database/pool.js';
import type { Log } from '../observability/log.js';
import { JOB_ATTEMPTS, type JobData, type JobOptions, Jobs } from './jobs.js';

const CONCURRENCY = 4;
/** One each, one that listens, and some for who enqueues. */
const CONNECTIONS = CONCURRENCY + 4;
const RETRY_MS = 1_000;

/**
 * graphile-worker's words for a connection lost while a job was taken or its end was written. The worker at it gives
 * up for good, and the job stays locked: all workers are then replaced, as at a start.
 */
const LOSSES = ['worker:fatalError', 'worker:getJob:error'] as const;

/** Jobs on Postgres, by graphile-worker: for an installation without Redis. */
export class PostgresJobs extends Jobs {
  private pool: Pool | null = null;
  private tools: WorkerUtils | null = null;
  private runner: Runner | null = null;
  private repairing: Promise<void> | null = null;
  private stopped = false;

  constructor(
    private readonly config: Config,
    private readonly db: DataSource,
    private readonly log: Log,
  ) {
    super();
  }

  async enqueue(name: string, data: JobData, { key, runAt }: JobOptions): Promise<void> {
    if (!this.tools) throw new Error('the job queue has not been started');
    await this.tools.addJob(name, data, {
      jobKey: `${name}:${key}`,
      maxAttempts: JOB_ATTEMPTS,
      ...(runAt && { runAt }),
    });
  }

  async figures(): Promise<{ waiting: number; active: number; failed: number }> {
    const [row] = await this.db.query(
      `SELECT count(*) FILTER (WHERE locked_at IS NULL AND attempts < max_attempts)::int AS waiting,
              count(*) FILTER (WHERE locked_at IS NOT NULL)::int AS active,
              count(*) FILTER (WHERE locked_at IS NULL AND attempts >= max_attempts)::int AS failed
         FROM graphile_worker._private_jobs`,
    );
    return row;
  }

  async start(work: boolean): Promise<void> {
    this.pool = openPool(this.config.databaseUrl ?? '', 'nidaa-jobs', CONNECTIONS);
    this.tools = await makeWorkerUtils({ pgPool: this.pool, logger: this.logger() });
    await this.tools.migrate();
    if (work) this.runner = await this.work(this.pool, this.tools);
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.repairing;
    await this.runner?.stop();
    await this.tools?.release();
    await this.pool?.end();
    this.runner = null;
    this.tools = null;
    this.pool = null;
  }

  private async work(pgPool: Pool, tools: WorkerUtils): Promise<Runner> {
    await this.releaseLeft(tools);
    const events = new EventEmitter();
    for (const loss of LOSSES) events.on(loss, () => this.repair(pgPool, tools));
    const taskList = Object.fromEntries(
      [...this.handlers.keys()].map((name) => [
        name,
        (payload: unknown) => this.run(name, payload as JobData),
      ]),
    );
    return run({
      pgPool,
      events,
      taskList,
      logger: this.logger(),
      concurrency: CONCURRENCY,
      noHandleSignals: true,
    });
  }

  private repair(pool: Pool, tools: WorkerUtils): void {
    this.repairing ??= this.workAgain(pool, tools).finally(() => {
      this.repairing = null;
    });
  }

  private async workAgain(pool: Pool, tools: WorkerUtils): Promise<void> {
    const { runner } = this;
    this.runner = null;
    await runner?.stop().catch(() => undefined);
    while (!this.stopped) {
      try {
        this.runner = await this.work(pool, tools);
        return;
      } catch {
        await pause(RETRY_MS);
      }
    }
  }

  /**
   * A job that was under way when its process was killed stays locked, by graphile-worker's own rule for four hours.
   * Without Redis there is one process that works, so that whatever is locked at its start has nobody at it.
   */
  private async releaseLeft(tools: WorkerUtils): Promise<void> {
    const left: { worker: string }[] = await this.db.query(
      'SELECT DISTINCT locked_by AS worker FROM graphile_worker._private_jobs WHERE locked_by IS NOT NULL',
    );
    await tools.forceUnlockWorkers(left.map(({ worker }) => worker));
  }

  private logger(): Logger {
    return new Logger(() => (level, message, meta) => {
      if (level === 'error') this.log.error({ err: meta?.error }, message);
      else if (level === 'warning') this.log.warn({}, message);
    });
  }
}

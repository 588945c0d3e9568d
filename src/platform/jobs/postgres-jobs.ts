import { Logger, makeWorkerUtils, type Runner, run, type WorkerUtils } from 'graphile-worker';
import type { DataSource } from 'typeorm';
import type { Config } from '../config/config.js';
import type { Log } from '../observability/log.js';
import { JOB_ATTEMPTS, type JobData, type JobOptions, Jobs } from './jobs.js';

const CONCURRENCY = 4;

/** Jobs on Postgres, by graphile-worker: for an installation without Redis. */
export class PostgresJobs extends Jobs {
  private tools: WorkerUtils | null = null;
  private runner: Runner | null = null;

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
    const options = { connectionString: this.config.databaseUrl ?? '', logger: this.logger() };
    this.tools = await makeWorkerUtils(options);
    await this.tools.migrate();
    if (!work) return;
    await this.releaseLeft(this.tools);
    const taskList = Object.fromEntries(
      [...this.handlers.keys()].map((name) => [
        name,
        (payload: unknown) => this.run(name, payload as JobData),
      ]),
    );
    this.runner = await run({
      ...options,
      taskList,
      concurrency: CONCURRENCY,
      maxPoolSize: CONCURRENCY + 1,
      noHandleSignals: true,
    });
  }

  async stop(): Promise<void> {
    await this.runner?.stop();
    await this.tools?.release();
    this.runner = null;
    this.tools = null;
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

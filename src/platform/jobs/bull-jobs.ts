import type { Queue } from 'bull';
import type { Log } from '../observability/log.js';
import { JOB_ATTEMPTS, type JobData, type JobOptions, Jobs } from './jobs.js';

export const QUEUE = 'nidaa';
const CONCURRENCY = 4;

/** Jobs on Redis, by Bull: for installations of more than one process. */
export class BullJobs extends Jobs {
  constructor(
    private readonly queue: Queue,
    private readonly log: Log,
  ) {
    super();
    queue.on('error', (error) => log.warn({ err: error }, 'the job queue lost its Redis'));
  }

  async enqueue(name: string, data: JobData, { key, runAt }: JobOptions): Promise<void> {
    await this.queue.add(name, data, {
      // Bull reads a job id of digits only as its own counter.
      jobId: `${name}:${key}`,
      delay: runAt ? Math.max(0, runAt.getTime() - Date.now()) : 0,
      attempts: JOB_ATTEMPTS,
      backoff: { type: 'exponential', delay: 1_000 },
      removeOnComplete: true,
      removeOnFail: 1_000,
    });
  }

  async figures(): Promise<{ waiting: number; active: number; failed: number }> {
    const counts = await this.queue.getJobCounts();
    return { waiting: counts.waiting + counts.delayed, active: counts.active, failed: counts.failed };
  }

  async start(work: boolean): Promise<void> {
    await this.queue.isReady();
    if (!work) return;
    this.queue.on('failed', (job, error) =>
      this.log.error({ err: error, job: job.name, attempt: job.attemptsMade }, 'a job failed'),
    );
    for (const name of this.handlers.keys())
      void this.queue.process(name, CONCURRENCY, (job) => this.run(name, job.data as JobData));
  }

  async stop(): Promise<void> {
    await this.queue.close();
  }
}

/** What a job carries: ids only. The handler reads the present state, so a job that runs twice does no harm. */
export type JobData = Readonly<Record<string, string>>;

export interface JobOptions {
  /** Jobs with the same key are one job, as long as it has not been done. */
  readonly key: string;
  readonly runAt?: Date;
}

export type JobHandler = (data: JobData) => Promise<void>;

/** How often a failing job is tried, with growing pauses, before it is left aside and logged. */
export const JOB_ATTEMPTS = 6;

/**
 * The job queue. Two engines stand behind it: Bull where there is Redis, graphile-worker on Postgres elsewhere.
 * Jobs come from the event log after commit (`EventDispatcher.consume`), hence at least once.
 */
export abstract class Jobs {
  protected readonly handlers = new Map<string, JobHandler>();

  /** Registers what a job's name does; rooms call this while the app is being built. */
  handle(name: string, handler: JobHandler): void {
    this.handlers.set(name, handler);
  }

  abstract enqueue(name: string, data: JobData, options: JobOptions): Promise<void>;

  /** How many jobs wait, are under way or were given up. */
  abstract figures(): Promise<{ waiting: number; active: number; failed: number }>;

  /** Begins to accept jobs and, in a process that works, to do them. Throws if the engine cannot be reached. */
  abstract start(work: boolean): Promise<void>;

  /** Lets what is under way end, takes nothing new. */
  abstract stop(): Promise<void>;

  protected async run(name: string, data: JobData): Promise<void> {
    const handler = this.handlers.get(name);
    if (!handler) throw new Error(`no handler for the job ${name}`);
    await handler(data);
  }
}

import { BullModule, getQueueToken } from '@nestjs/bull';
import {
  type BeforeApplicationShutdown,
  type DynamicModule,
  Global,
  Module,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Queue } from 'bull';
import { DataSource } from 'typeorm';
import { Config } from '../config/config.js';
import { Log } from '../observability/log.js';
import { BullJobs, QUEUE } from './bull-jobs.js';
import { JOB_ATTEMPTS, Jobs } from './jobs.js';
import { PostgresJobs } from './postgres-jobs.js';

@Global()
@Module({})
export class JobsModule implements OnApplicationBootstrap, BeforeApplicationShutdown {
  constructor(
    private readonly jobs: Jobs,
    private readonly config: Config,
  ) {}

  /** The engine is chosen once, when the app is put together: Bull if there is a Redis, Postgres if not. */
  static on({ redisUrl, redisPrefix }: Config): DynamicModule {
    return redisUrl ? onBull(redisUrl, redisPrefix) : onPostgres();
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.start(this.config.role !== 'web');
  }

  /** Behind the modules' own end: what an event asks for at the last moment is still taken. */
  async beforeApplicationShutdown(): Promise<void> {
    await this.jobs.stop();
  }
}

function onBull(redisUrl: string, prefix: string): DynamicModule {
  return {
    module: JobsModule,
    imports: [
      BullModule.forRoot({ url: redisUrl, prefix }),
      // A job whose process was killed is taken up by another, as often as one that failed.
      BullModule.registerQueue({ name: QUEUE, settings: { maxStalledCount: JOB_ATTEMPTS } }),
    ],
    providers: [
      {
        provide: Jobs,
        inject: [getQueueToken(QUEUE), Log],
        useFactory: (queue: Queue, log: Log) => new BullJobs(queue, log),
      },
    ],
    exports: [Jobs],
  };
}

function onPostgres(): DynamicModule {
  return {
    module: JobsModule,
    providers: [
      {
        provide: Jobs,
        inject: [Config, DataSource, Log],
        useFactory: (config: Config, db: DataSource, log: Log) => new PostgresJobs(config, db, log),
      },
    ],
    exports: [Jobs],
  };
}

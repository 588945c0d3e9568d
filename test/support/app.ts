import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/app.setup.js';
import { readConfig } from '../../src/platform/config/config.js';
import { cloneDatabase } from './database.js';
import { redisUrl } from './redis.js';

export interface TestApp {
  readonly app: NestFastifyApplication;
  readonly db: DataSource;
  /** `http://127.0.0.1:<port>`, a port of the system's choice. */
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * The app as production boots it, on a database and a data folder of its own. `env` adds to its environment;
 * `prepare` runs before it starts, where a room would register its handlers.
 */
export async function startApp(
  env: Record<string, string> = {},
  prepare: (app: NestFastifyApplication) => void = () => undefined,
): Promise<TestApp> {
  const database = await cloneDatabase();
  const dataDir = await mkdtemp(join(tmpdir(), 'nidaa-test-'));
  const config = readConfig({
    NIDAA_DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    LOG_LEVEL: 'error',
    NIDAA_SAMPLE: '0',
    PORT: '0',
    // The suite runs on either engine: with REDIS_URL given, every app of the tests uses Redis.
    ...(process.env.NIDAA_TEST_ENGINE === 'redis' && { REDIS_URL: redisUrl() ?? '' }),
    ...env,
  });
  const app = await createApp(config);
  prepare(app);
  await app.listen(0, '127.0.0.1');
  return {
    app,
    db: app.get(DataSource),
    url: (await app.getUrl()).replace('[::1]', '127.0.0.1'),
    stop: async () => {
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

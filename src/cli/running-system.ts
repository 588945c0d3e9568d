import { DataSource, type EntityTarget, type ObjectLiteral } from 'typeorm';
import { Config, readConfig } from '../platform/config/config.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { claimDataDir } from '../platform/embedded/data-dir-claim.js';
import { findEmbeddedPostgres, startEmbeddedPostgres } from '../platform/embedded/embedded-postgres.js';
import { CommandError } from './commands.js';

/** The environment's configuration with the database that the running system uses. */
export type SystemConfig = Config & { readonly databaseUrl: string };

/**
 * Works on the system that the environment names: on the database of DATABASE_URL, else on the embedded server
 * that runs on the data directory, else on one that is started for the time of the work.
 */
export async function onRunningSystem<T>(work: (config: SystemConfig) => Promise<T>): Promise<T> {
  const config = readConfig(process.env);
  const url = config.databaseUrl ?? (await findEmbeddedPostgres(config.dataDir));
  if (url) return work(withDatabase(config, url));
  const claim = await claimDataDir(config.dataDir);
  try {
    const server = await startEmbeddedPostgres({ dataDir: config.dataDir });
    try {
      return await work(withDatabase(config, server.url));
    } finally {
      await server.stop();
    }
  } finally {
    await claim.release();
  }
}

/** Opens the database for a piece of work that needs these entities, and closes it. Its schema must be this program's. */
export async function withEntities<T>(
  config: SystemConfig,
  entities: readonly EntityTarget<ObjectLiteral>[],
  work: (db: DataSource) => Promise<T>,
): Promise<T> {
  const db = new DataSource({ ...dataSourceOptions(config.databaseUrl, 4), entities: entities as never[] });
  await db.initialize();
  try {
    if (await db.showMigrations())
      throw new CommandError('the database waits for migrations: start this Nidaa once.');
    return await work(db);
  } finally {
    await db.destroy();
  }
}

function withDatabase(config: Config, databaseUrl: string): SystemConfig {
  return new Config({ ...config, databaseUrl }) as SystemConfig;
}

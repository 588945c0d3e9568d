import type { DataSourceOptions } from 'typeorm';
import { MIGRATIONS } from '../../../migrations/index.js';
import { surviveLoss } from './pool.js';
import { SnakeNaming } from './snake-naming.js';

/**
 * How every process reaches the database: the app, the command line and the tests.
 * The session's time zone is fixed, so that a date never depends on the machine; and so is that a commit is on the
 * disk when it is answered, whatever the server's or the role's settings say: what was acknowledged is kept.
 */
export function dataSourceOptions(url: string, poolSize = 20): DataSourceOptions {
  return {
    type: 'postgres',
    url,
    poolSize,
    applicationName: 'nidaa',
    namingStrategy: new SnakeNaming(),
    migrations: MIGRATIONS,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    logging: false,
    extra: {
      options: '-c TimeZone=UTC -c synchronous_commit=on',
      connectionTimeoutMillis: 10_000,
      onConnect: surviveLoss,
    },
  };
}

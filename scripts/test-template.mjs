/** The tests' own database server, with a migrated, empty database that each test file copies. */
import { mkdir } from 'node:fs/promises';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../dist/src/platform/database/data-source.js';
import { migrate } from '../dist/src/platform/database/migrate.js';
import { startEmbeddedPostgres } from '../dist/src/platform/embedded/embedded-postgres.js';

const TEMPLATE = 'nidaa';
/** What a crash of the machine may take, since all of it goes away at the end. Crash tests start servers of their own. */
const NOT_DURABLE = { fsync: 'off', full_page_writes: 'off', max_connections: '400' };

/** Resolves to `{ env, stop }`: the environment that test/support/database.ts reads, and the end of the server. */
export async function prepareTemplate(dataDir) {
  await mkdir(dataDir, { recursive: true });
  const server = await startEmbeddedPostgres({ dataDir, settings: NOT_DURABLE });
  const db = await new DataSource(dataSourceOptions(server.url, 2)).initialize();
  await migrate(db);
  await db.destroy();
  const admin = new URL(server.url);
  admin.pathname = '/postgres';
  return { env: { NIDAA_TEST_SERVER: admin.href, NIDAA_TEST_TEMPLATE: TEMPLATE }, stop: server.stop };
}

import { randomBytes } from 'node:crypto';
import pg from 'pg';

/** What the runner prepared: a server of the tests' own, and on it a migrated, empty database to copy. */
function prepared(name: 'NIDAA_TEST_SERVER' | 'NIDAA_TEST_TEMPLATE'): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is missing: start the tests with npm test`);
  return value;
}

export interface TestDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A new database with the whole schema, for one test file. */
export async function cloneDatabase(): Promise<TestDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${prepared('NIDAA_TEST_TEMPLATE')} STRATEGY FILE_COPY`);
  const url = new URL(prepared('NIDAA_TEST_SERVER'));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => onServer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: prepared('NIDAA_TEST_SERVER') });
  await client.connect();
  try {
    // Copying a template wants it to itself: test files that start together take turns.
    await client.query('SELECT pg_advisory_lock(7164299)');
    await client.query(statement);
  } finally {
    await client.end();
  }
}

import { randomBytes } from 'node:crypto';
import type pg from 'pg';
import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../platform/database/data-source.js';
import { migrate } from '../../platform/database/migrate.js';
import { oneConnection } from '../../platform/database/pool.js';

/** Such a database is a rehearsal's, and may be dropped where a power cut left one behind. */
const PREFIX = 'nidaa_rehearsal_';

export interface RehearsalDatabase {
  readonly url: string;
  drop(): Promise<void>;
}

/** A new, empty database with this program's schema, on the server of another. Throws where that may not make one. */
export async function makeRehearsalDatabase(serverUrl: string): Promise<RehearsalDatabase> {
  const name = `${PREFIX}${randomBytes(6).toString('hex')}`;
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await withClient(serverUrl, (db) => db.query(`CREATE DATABASE ${name}`));
  const drop = async (): Promise<void> => {
    await withClient(serverUrl, (db) => db.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  };
  try {
    await bringUpToDate(url.href);
  } catch (error) {
    await drop();
    throw error;
  }
  return { url: url.href, drop };
}

/** Runs `work` on a connection of its own. */
export async function withClient<T>(url: string, work: (db: pg.Client) => Promise<T>): Promise<T> {
  const db = oneConnection(url, 'nidaa-rehearsal');
  await db.connect();
  try {
    return await work(db);
  } finally {
    await db.end();
  }
}

async function bringUpToDate(url: string): Promise<void> {
  const db = await new DataSource(dataSourceOptions(url, 2)).initialize();
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

import { existsSync } from 'node:fs';
import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { SystemClock } from '../kernel/clock.js';
import { ArchiveError, type BackupHead, checkArchive } from '../platform/backup/archive.js';
import { isEmpty, restoreBackup } from '../platform/backup/restore.js';
import { migrationsOf } from '../platform/backup/tables.js';
import { dataSourceOptions } from '../platform/database/data-source.js';
import { migrate } from '../platform/database/migrate.js';
import { oneConnection } from '../platform/database/pool.js';
import { Files } from '../platform/files/files.service.js';
import { Secrets, secretPath } from '../platform/files/secrets.js';
import { readArguments } from './arguments.js';
import { CommandError } from './commands.js';
import { onRunningSystem, type SystemConfig } from './running-system.js';

const OPTIONS = { force: { type: 'boolean', default: false } } as const;
const SECRET_NOTES = {
  same: '',
  missing:
    'The archive holds no root secret: put the old one into place before the first start, or invitation codes and the signing key are lost.\n',
  different:
    'The root secret here is not the one of the archive: invitation codes and the signing key are other ones.\n',
};

/** Checks an archive to its last byte, then fills an installation that is not running with it. */
export async function run(args: string[]): Promise<number> {
  const { values, words } = readArguments(args, ['the archive'], OPTIONS);
  const path = words[0] as string;
  if (!existsSync(path)) throw new CommandError(`${path} is not there.`);
  const head = await checkedHead(path);
  if (head === null) return 1;
  const secret = await onRunningSystem(async (config) => {
    await prepare(config, head, values.force);
    await fill(config, path, head);
    await bringUpToDate(config.databaseUrl, MIGRATIONS);
    return secretState(config, head);
  });
  process.stderr.write(SECRET_NOTES[secret]);
  process.stdout.write(`${JSON.stringify({ file: path, createdAt: head.createdAt, secret })}\n`);
  return 0;
}

async function checkedHead(path: string): Promise<BackupHead | null> {
  try {
    return await checkArchive(path);
  } catch (error) {
    if (!(error instanceof ArchiveError)) throw error;
    process.stderr.write(`nidaa: restore: ${error.message}\n`);
    return null;
  }
}

/** Finds what speaks against it, then gives a new database the schema that the archive was made with. */
async function prepare({ databaseUrl }: SystemConfig, head: BackupHead, force: boolean): Promise<void> {
  const known = MIGRATIONS.slice(0, head.migrations.length);
  if (known.map(({ name }) => name).join() !== head.migrations.join())
    throw new CommandError('the archive was made by a newer Nidaa.');
  const db = oneConnection(databaseUrl, 'nidaa-restore');
  await db.connect();
  try {
    const { rowCount: others } = await db.query(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'nidaa' LIMIT 1`,
    );
    if (others) throw new CommandError('Nidaa runs on this database: stop it first.');
    if (!force && !(await isEmpty(db)))
      throw new CommandError('the database is not empty: --force takes away what is in it.');
    const isNew = (await migrationsOf(db)).length === 0;
    if (isNew) await bringUpToDate(databaseUrl, known);
  } finally {
    await db.end();
  }
}

async function fill(config: SystemConfig, path: string, head: BackupHead): Promise<void> {
  const files = new Files(config, new SystemClock());
  await restoreBackup(path, head, {
    databaseUrl: config.databaseUrl,
    keepFile: (sha256, body) => files.keep(sha256, body),
    keepSecret: async (secret) => {
      if (!config.secret) await Secrets.place(config.dataDir, secret);
    },
  });
}

async function bringUpToDate(databaseUrl: string, migrations: typeof MIGRATIONS): Promise<void> {
  const db = await new DataSource({ ...dataSourceOptions(databaseUrl, 2), migrations }).initialize();
  try {
    await migrate(db);
  } finally {
    await db.destroy();
  }
}

async function secretState(
  { dataDir, secret }: SystemConfig,
  { secretMark }: BackupHead,
): Promise<keyof typeof SECRET_NOTES> {
  if (!secret && !existsSync(secretPath(dataDir))) return 'missing';
  const mark = (await Secrets.load(dataDir, secret)).mark();
  return mark === secretMark ? 'same' : 'different';
}

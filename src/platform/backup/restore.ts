import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { oneConnection } from '../database/pool.js';
import { ArchiveError, type BackupHead, entriesOf, HEAD, SECRET, SUMS } from './archive.js';
import { copyTarget, migrationsOf, quoted, tablesOf } from './tables.js';
import type { TarEntry } from './tar.js';

export interface RestoreTarget {
  readonly databaseUrl: string;
  /** Keeps a file under its sum; called with bytes that were checked. */
  readonly keepFile: (sha256: string, body: AsyncIterable<Buffer>) => Promise<void>;
  /** Keeps the root secret, if the archive holds it. */
  readonly keepSecret: (secret: Buffer) => Promise<void>;
}

/** Something that speaks against restoring here. The message is one sentence. */
export class RestoreError extends Error {}

/** Whether the database holds rows that a restore would take away. */
export async function isEmpty(db: pg.ClientBase): Promise<boolean> {
  for (const { name } of await tablesOf(db)) {
    const { rowCount } = await db.query(`SELECT 1 FROM ${quoted(name)} LIMIT 1`);
    if (rowCount) return false;
  }
  return true;
}

/**
 * Fills a database that has the archive's schema from an archive that `checkArchive` found whole: all rows in
 * one transaction, so that afterwards everything is there or nothing is. Rows that were there are taken away.
 * Files come first; one that no row names does no harm.
 */
export async function restoreBackup(path: string, head: BackupHead, target: RestoreTarget): Promise<void> {
  const db = oneConnection(target.databaseUrl, 'nidaa-restore');
  await db.connect();
  try {
    await db.query('BEGIN');
    const tables = await tablesToFill(db, head);
    await db.query(`TRUNCATE ${tables.map(({ name }) => quoted(name)).join(', ')}`);
    const entries = new Entries(entriesOf(path));
    for (let entry = await entries.peek(); entry; entry = await entries.peek()) {
      const [folder, name = ''] = entry.name.split('/') as [string, string?];
      const table = folder === 'tables' && tables.find((known) => known.name === name);
      if (table) {
        const rows = entries.bodies((next) => next.startsWith(`tables/${name}/`));
        await pipeline(rows, db.query(copyFrom(`COPY ${copyTarget(table)} FROM STDIN`)));
        continue;
      }
      await entries.next();
      if (folder === 'files') await target.keepFile(name, entry.body);
      else if (entry.name === SECRET) await target.keepSecret(await wholeOf(entry));
      else if (entry.name !== HEAD && entry.name !== SUMS)
        throw new ArchiveError(`The archive holds something unknown: ${entry.name}.`);
    }
    await db.query('COMMIT');
  } finally {
    await db.end();
  }
}

/** The archive's tables, as this database has them. */
async function tablesToFill(
  db: pg.ClientBase,
  { migrations, tables }: BackupHead,
): Promise<BackupHead['tables']> {
  if ((await migrationsOf(db)).join() !== migrations.join())
    throw new RestoreError('The database has another schema than the archive: restore into an empty one.');
  const here = new Set((await tablesOf(db)).map(copyTarget));
  for (const table of tables)
    if (!here.has(copyTarget(table)))
      throw new ArchiveError(`The archive's table ${table.name} is not known.`);
  return tables;
}

async function wholeOf({ body }: TarEntry): Promise<Buffer> {
  const pieces: Buffer[] = [];
  for await (const piece of body) pieces.push(piece);
  return Buffer.concat(pieces);
}

/** The entries of an archive, with a look at the one to come. */
class Entries {
  private ahead: Promise<IteratorResult<TarEntry>> | null = null;

  constructor(private readonly source: AsyncGenerator<TarEntry>) {}

  async peek(): Promise<TarEntry | null> {
    this.ahead ??= this.source.next();
    const { done, value } = await this.ahead;
    return done ? null : value;
  }

  async next(): Promise<void> {
    await this.peek();
    this.ahead = null;
  }

  /** The bytes of all entries in a row whose names fit. */
  async *bodies(fits: (name: string) => boolean): AsyncGenerator<Buffer> {
    for (let entry = await this.peek(); entry && fits(entry.name); entry = await this.peek()) {
      await this.next();
      yield* entry.body;
    }
  }
}

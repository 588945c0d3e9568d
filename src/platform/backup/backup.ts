import { createReadStream, createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type pg from 'pg';
import { to as copyTo } from 'pg-copy-streams';
import { oneConnection } from '../database/pool.js';
import { FILES_LOCK } from '../files/files-lock.js';
import { type BackupHead, FORMAT, HEAD, Packer, SECRET, storedFile, tableChunk } from './archive.js';
import { copySource, migrationsOf, type Table, tablesOf } from './tables.js';

/** Rows travel in pieces of this size: the most that a backup holds in memory, whatever the table's. */
const CHUNK_BYTES = 1024 * 1024;

export interface BackupSource {
  readonly databaseUrl: string;
  /** Where a stored file lies. */
  readonly filePath: (sha256: string) => string;
  readonly secretMark: string;
  /** The root secret, if the archive is to hold it. */
  readonly secret: Buffer | null;
}

export interface BackupFigures {
  readonly tables: number;
  readonly rows: number;
  readonly files: number;
}

/**
 * Writes everything that an installation keeps into one archive (a tar, gzipped, mode 0600), as it stood at one
 * moment: all tables are read in one snapshot while the app goes on. Stored files never change and
 * none goes meanwhile, so those that the snapshot names are read afterwards. The archive appears under its name only when it is whole.
 */
export async function writeBackup(source: BackupSource, path: string, now: Date): Promise<BackupFigures> {
  const db = oneConnection(source.databaseUrl, 'nidaa-backup');
  await db.connect();
  const draft = `${path}.partial`;
  const figures = { tables: 0, rows: 0, files: 0 };
  try {
    // Before the snapshot: what it names stays until it is read.
    await db.query('SELECT pg_advisory_lock_shared($1)', [FILES_LOCK]);
    await db.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    const out = createWriteStream(draft, { mode: 0o600, flush: true });
    await pipeline(pack(db, source, figures, now), createGzip(), out);
    await rename(draft, path);
    return figures;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  } finally {
    await db.end();
  }
}

type Counting = { -readonly [K in keyof BackupFigures]: number };

async function* pack(
  db: pg.Client,
  { filePath, secretMark, secret }: BackupSource,
  figures: Counting,
  now: Date,
): AsyncGenerator<Buffer> {
  const packer = new Packer();
  const tables = await tablesOf(db);
  const migrations = await migrationsOf(db);
  const head: BackupHead = { format: FORMAT, createdAt: now.toISOString(), migrations, tables, secretMark };
  yield* packer.bytes(HEAD, Buffer.from(`${JSON.stringify(head, null, 2)}\n`));
  if (secret) yield* packer.bytes(SECRET, secret);
  for (const table of tables) {
    let number = 0;
    for await (const chunk of rowsOf(db, table, figures))
      yield* packer.bytes(tableChunk(table.name, number++), chunk);
    figures.tables++;
  }
  const { rows: files } = await db.query<{ sha256: string; size: string }>(
    'SELECT DISTINCT sha256, size FROM file ORDER BY sha256',
  );
  for (const { sha256, size } of files) {
    const stored = { sha256, size: Number(size) };
    yield* packer.stream(storedFile(sha256), stored, createReadStream(filePath(sha256)));
    figures.files++;
  }
  yield* packer.end();
}

/** A table's rows in COPY's text format, gathered into pieces. */
async function* rowsOf(db: pg.Client, table: Table, figures: Counting): AsyncGenerator<Buffer> {
  const copy = db.query(copyTo(`COPY ${copySource(table)} TO STDOUT`));
  let gathered: Buffer[] = [];
  let length = 0;
  for await (const piece of copy as AsyncIterable<Buffer>) {
    gathered.push(piece);
    length += piece.length;
    if (length < CHUNK_BYTES) continue;
    yield Buffer.concat(gathered);
    gathered = [];
    length = 0;
  }
  if (length > 0) yield Buffer.concat(gathered);
  figures.rows += copy.rowCount;
}

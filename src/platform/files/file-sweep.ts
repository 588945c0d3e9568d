import { readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { Files } from './files.service.js';
import { FILES_LOCK } from './files-lock.js';

/** What came in this long ago and is no file yet belongs to a process that died. */
const ABANDONED_MS = 2 * 3_600_000;
const BATCH = 500;
const FOLDER = /^[0-9a-f]{2}$/;
const HASH = /^[0-9a-f]{64}$/;

/** Takes away the bytes that no row names: of files that were removed, and of processes that died before their commit. */
@Injectable()
export class FileSweep {
  constructor(
    private readonly db: DataSource,
    private readonly files: Files,
    private readonly clock: Clock,
  ) {}

  /** All that is in the data directory. */
  async sweep(): Promise<void> {
    await this.sweepIncoming();
    for (const folder of (await namesIn(this.files.folder)).filter((name) => FOLDER.test(name))) {
      const hashes = (await namesIn(join(this.files.folder, folder))).filter((name) => HASH.test(name));
      for (let at = 0; at < hashes.length; at += BATCH) await this.drop(hashes.slice(at, at + BATCH));
    }
  }

  /** The bytes under these hashes, as far as no row names them. While a backup reads, they stay for the next sweep. */
  async drop(hashes: readonly string[]): Promise<void> {
    if ((await unnamed(this.db.manager, hashes)).length === 0) return;
    await this.db.transaction(async (em) => {
      const [{ alone }] = await em.query('SELECT pg_try_advisory_xact_lock($1) AS alone', [FILES_LOCK]);
      if (!alone) return;
      for (const hash of await unnamed(em, hashes)) await rm(this.files.pathOf(hash), { force: true });
    });
  }

  private async sweepIncoming(): Promise<void> {
    const before = this.clock.now().getTime() - ABANDONED_MS;
    for (const name of await namesIn(this.files.incoming)) {
      const path = join(this.files.incoming, name);
      const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }));
      if (mtimeMs < before) await rm(path, { force: true });
    }
  }
}

async function unnamed(em: EntityManager, hashes: readonly string[]): Promise<string[]> {
  const rows: { hash: string }[] = await em.query(
    `SELECT hash FROM unnest($1::text[]) AS hash WHERE NOT EXISTS (SELECT FROM file WHERE file.sha256 = hash)`,
    [hashes],
  );
  return rows.map(({ hash }) => hash);
}

const namesIn = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

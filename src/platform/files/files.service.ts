import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { newId } from '../../kernel/ids.js';
import { Config } from '../config/config.js';
import { StoredFile } from './file.entity.js';
import { FILES_LOCK } from './files-lock.js';

export interface NewFile {
  readonly forumId: string | null;
  readonly name: string;
  readonly mediaType: string;
}
/** Bytes that lie in the folder for what comes in, and are no file yet. */
export interface Received {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

/**
 * Files in the data directory, each under its SHA-256. Written whole before the row that names them, within the
 * transaction of that row; what no row names is taken away by FileSweep.
 */
@Injectable()
export class Files {
  readonly folder: string;
  readonly incoming: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, 'files');
    this.incoming = join(this.folder, 'incoming');
  }

  /** Takes in what comes, piece by piece. Whoever calls discards it, whatever became of it. */
  async receive(content: AsyncIterable<Uint8Array>): Promise<Received> {
    await mkdir(this.incoming, { recursive: true });
    const path = join(this.incoming, newId());
    const hash = createHash('sha256');
    let size = 0;
    try {
      await pipeline(
        content,
        async function* (pieces: AsyncIterable<Uint8Array>) {
          for await (const piece of pieces) {
            hash.update(piece);
            size += piece.byteLength;
            yield piece;
          }
        },
        createWriteStream(path, { flags: 'wx', mode: 0o640, flush: true }),
      );
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    }
    return { path, sha256: hash.digest('hex'), size };
  }

  async discard({ path }: Received): Promise<void> {
    await rm(path, { force: true });
  }

  /** Makes a file of what was received: its bytes are in their place when its row is written. */
  async keepReceived(
    em: EntityManager,
    { path, sha256, size }: Received,
    file: NewFile,
  ): Promise<StoredFile> {
    await em.query('SELECT pg_advisory_xact_lock_shared($1)', [FILES_LOCK]);
    await this.place(path, sha256);
    const row = { id: newId(), sha256, size: String(size), createdAt: this.clock.now(), ...file };
    await em.insert(StoredFile, row);
    return row;
  }

  /** Stores what is in memory already. */
  async store(
    em: EntityManager,
    { bytes, ...file }: NewFile & { readonly bytes: Uint8Array },
  ): Promise<StoredFile> {
    const received = await this.receive(Readable.from([bytes]));
    try {
      return await this.keepReceived(em, received, file);
    } finally {
      await this.discard(received);
    }
  }

  stream(file: Pick<StoredFile, 'sha256'>): Readable {
    return createReadStream(this.pathOf(file.sha256));
  }

  /** Keeps bytes whose hash is known and whose row exists already: for a restore. */
  async keep(hash: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    const received = await this.receive(bytes);
    try {
      await this.place(received.path, hash);
    } finally {
      await this.discard(received);
    }
  }

  pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }

  /** Synced and renamed into place: after a crash a file is there whole or not at all. */
  private async place(received: string, hash: string): Promise<void> {
    const path = this.pathOf(hash);
    if (await isThere(path)) return;
    await mkdir(dirname(path), { recursive: true });
    await rename(received, path);
    const folder = await open(dirname(path));
    await folder.sync().finally(() => folder.close());
  }
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

import { createReadStream } from 'node:fs';
import { access, mkdir, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../kernel/clock.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { newId } from '../../kernel/ids.js';
import { Config } from '../config/config.js';
import { StoredFile } from './file.entity.js';

export interface NewFile {
  readonly forumId: string | null;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** Files in the data directory, each under its SHA-256. Written whole before the row that names them. */
@Injectable()
export class Files {
  private readonly folder: string;

  constructor(
    config: Config,
    private readonly clock: Clock,
  ) {
    this.folder = join(config.dataDir, 'files');
  }

  async store(em: EntityManager, { bytes, ...file }: NewFile): Promise<StoredFile> {
    const hash = sha256(bytes);
    await this.writeOnce(hash, bytes);
    const row = {
      id: newId(),
      sha256: hash,
      size: String(bytes.byteLength),
      createdAt: this.clock.now(),
      ...file,
    };
    await em.insert(StoredFile, row);
    return row;
  }

  stream(file: Readonly<StoredFile>): Readable {
    return createReadStream(this.pathOf(file.sha256));
  }

  /** Keeps bytes whose hash is known and whose row exists already: for a restore. */
  keep(hash: string, bytes: AsyncIterable<Uint8Array>): Promise<void> {
    return this.writeOnce(hash, bytes);
  }

  pathOf(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash);
  }

  /** Synced and renamed into place: after a crash a file is there whole or not at all. */
  private async writeOnce(hash: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
    const path = this.pathOf(hash);
    if (
      await access(path).then(
        () => true,
        () => false,
      )
    )
      return;
    await mkdir(join(this.folder, hash.slice(0, 2)), { recursive: true });
    const draft = `${path}.${newId()}`;
    const handle = await open(draft, 'wx', 0o640);
    await handle.writeFile(bytes as Uint8Array); // also takes what comes in pieces
    await handle.sync();
    await handle.close();
    await rename(draft, path);
  }
}

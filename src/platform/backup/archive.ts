import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { readTar, TAR_END, type TarEntry, tarHeader, tarPadding } from './tar.js';

/** Names of what a backup holds; everything else in it is refused. */
export const HEAD = 'nidaa-backup.json';
export const SUMS = 'SHA256SUMS';
export const SECRET = 'secret';
export const tableChunk = (table: string, chunk: number): string => `tables/${table}/${chunk}`;
export const storedFile = (sha256: string): string => `files/${sha256}`;

export const FORMAT = 1;

/** What the archive says of itself, in its first file. */
export interface BackupHead {
  readonly format: number;
  readonly createdAt: string;
  readonly migrations: readonly string[];
  readonly tables: readonly { readonly name: string; readonly columns: readonly string[] }[];
  /** Tells whether two installations have the same root secret, without telling the secret. */
  readonly secretMark: string;
}

/** An archive that is not whole or not ours. The message is one sentence. */
export class ArchiveError extends Error {}

/** Packs files into a tar and keeps their sums, which go in last: `sha256sum -c` reads them too. */
export class Packer {
  private readonly sums: string[] = [];

  *bytes(name: string, bytes: Buffer): Generator<Buffer> {
    yield tarHeader(name, bytes.length);
    yield bytes;
    yield tarPadding(bytes.length);
    this.note(name, createHash('sha256').update(bytes).digest('hex'));
  }

  /** A file whose size and sum are known; throws ArchiveError if what comes is something else. */
  async *stream(
    name: string,
    { size, sha256 }: { size: number; sha256: string },
    source: AsyncIterable<Buffer>,
  ): AsyncGenerator<Buffer> {
    const hash = createHash('sha256');
    let length = 0;
    yield tarHeader(name, size);
    for await (const piece of source) {
      length += piece.length;
      hash.update(piece);
      yield piece;
    }
    if (length !== size || hash.digest('hex') !== sha256)
      throw new ArchiveError(`The stored file ${sha256} is damaged.`);
    yield tarPadding(size);
    this.note(name, sha256);
  }

  *end(): Generator<Buffer> {
    yield* this.bytes(SUMS, Buffer.from(this.sums.join('')));
    yield TAR_END;
  }

  private note(name: string, sha256: string): void {
    this.sums.push(`${sha256}  ${name}\n`);
  }
}

export function entriesOf(path: string): AsyncGenerator<TarEntry> {
  const unzipped = createGunzip();
  pipeline(createReadStream(path), unzipped, () => undefined);
  return readTar(unzipped);
}

/** Reads the whole archive against its sums. Throws ArchiveError unless every byte is as it was packed. */
export async function checkArchive(path: string): Promise<BackupHead> {
  const found: string[] = [];
  let head: BackupHead | null = null;
  let stated: string | null = null;
  try {
    for await (const { name, body } of entriesOf(path)) {
      const keep = name === HEAD || name === SUMS;
      const { bytes, sha256 } = await read(body, keep);
      if (head === null) head = parseHead(name, bytes);
      if (name === SUMS) stated = bytes.toString('utf8');
      else found.push(`${sha256}  ${name}\n`);
    }
  } catch (error) {
    if (error instanceof ArchiveError || (error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
    throw new ArchiveError(`The archive is damaged: ${(error as Error).message}.`);
  }
  if (head === null || stated !== found.join(''))
    throw new ArchiveError('The archive is damaged: its sums differ.');
  return head;
}

function parseHead(name: string, bytes: Buffer): BackupHead {
  if (name !== HEAD) throw new ArchiveError('This is not a backup of Nidaa.');
  const head = JSON.parse(bytes.toString('utf8')) as BackupHead;
  if (head.format !== FORMAT)
    throw new ArchiveError(`The archive has the format ${head.format}; this Nidaa reads ${FORMAT}.`);
  return head;
}

async function read(body: AsyncIterable<Buffer>, keep: boolean): Promise<{ bytes: Buffer; sha256: string }> {
  const hash = createHash('sha256');
  const pieces: Buffer[] = [];
  for await (const piece of body) {
    hash.update(piece);
    if (keep) pieces.push(piece);
  }
  return { bytes: Buffer.concat(pieces), sha256: hash.digest('hex') };
}

/** POSIX ustar: 512-byte blocks, a header before each file (IEEE Std 1003.1, pax, "ustar Interchange Format"). */
const BLOCK = 512;
const CHECKSUM = { from: 148, length: 8 };

export interface TarEntry {
  readonly name: string;
  readonly size: number;
  /** The bytes, once: to be read whole or not at all. */
  readonly body: AsyncIterable<Buffer>;
}

/** An archive that ends too early or holds what a tar cannot hold. */
export class TarError extends Error {}

/** The header of a file. Names are ASCII and at most 100 characters. */
export function tarHeader(name: string, size: number): Buffer {
  if (!/^[\x21-\x7e]{1,100}$/.test(name)) throw new TarError(`no name for an archive: ${name}`);
  const header = Buffer.alloc(BLOCK);
  const octal = (value: number, from: number, length: number): void =>
    void header.write(value.toString(8).padStart(length - 1, '0'), from, 'ascii');
  header.write(name, 0, 'ascii');
  octal(0o600, 100, 8);
  octal(0, 108, 8);
  octal(0, 116, 8);
  octal(size, 124, 12);
  octal(0, 136, 12);
  header.write('0', 156, 'ascii');
  header.write('ustar\x0000', 257, 'latin1');
  octal(checksum(header), CHECKSUM.from, 7);
  header[CHECKSUM.from + 7] = 0x20;
  return header;
}

/** Zeros up to the next block. */
export function tarPadding(size: number): Buffer {
  return Buffer.alloc(-size & (BLOCK - 1));
}

export const TAR_END = Buffer.alloc(2 * BLOCK);

/** The entries of an archive, in order. Throws TarError where it is damaged or cut off. */
export async function* readTar(source: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const bytes = new Bytes(source);
  for (;;) {
    const header = await bytes.take(BLOCK);
    if (header.every((byte) => byte === 0)) break;
    if (number(header, CHECKSUM.from, CHECKSUM.length) !== checksum(header))
      throw new TarError('a header is damaged');
    const size = number(header, 124, 12);
    const body = bytes.read(size);
    yield { name: field(header, 0, 100), size, body };
    for await (const _ of body);
    await bytes.take(-size & (BLOCK - 1));
  }
  if ((await bytes.take(BLOCK)).some((byte) => byte !== 0)) throw new TarError('the end is damaged');
  await bytes.toEnd();
}

/** The sum of all bytes, those of the checksum itself read as spaces. */
function checksum(header: Buffer): number {
  return header.reduce(
    (sum, byte, at) => sum + (at >= CHECKSUM.from && at < CHECKSUM.from + CHECKSUM.length ? 0x20 : byte),
    0,
  );
}

function field(header: Buffer, from: number, length: number): string {
  return header.toString('latin1', from, from + length).replace(/\0.*$/s, '');
}

function number(header: Buffer, from: number, length: number): number {
  const text = field(header, from, length).trim();
  if (!/^[0-7]+$/.test(text)) throw new TarError('a header is damaged');
  return Number.parseInt(text, 8);
}

/** A stream, read in the lengths asked for. Never holds more than one piece of the source. */
class Bytes {
  private readonly source: AsyncIterator<Buffer>;
  private rest: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.source = source[Symbol.asyncIterator]();
  }

  async *read(length: number): AsyncGenerator<Buffer> {
    for (let left = length; left > 0; ) {
      if (this.rest.length === 0) await this.next();
      const piece = this.rest.subarray(0, left);
      this.rest = this.rest.subarray(piece.length);
      left -= piece.length;
      yield piece;
    }
  }

  async take(length: number): Promise<Buffer> {
    const pieces: Buffer[] = [];
    for await (const piece of this.read(length)) pieces.push(piece);
    return Buffer.concat(pieces);
  }

  /** Reads what is left, so that a source that is cut off behind the last block (a gzip's sum) is noticed too. */
  async toEnd(): Promise<void> {
    while (!(await this.source.next()).done);
  }

  private async next(): Promise<void> {
    const { done, value } = await this.source.next();
    if (done) throw new TarError('the archive is cut off');
    this.rest = value;
  }
}

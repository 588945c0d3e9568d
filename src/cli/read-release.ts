import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { MANIFEST } from '../appeal/release/release.format.js';
import { KEY_PATH, type PublishedKey } from '../appeal/release/release-key.contract.js';
import { finding } from '../appeal/verify/findings.js';
import { BYTES_MAX, FILES_MAX, type Unpacked, unpack } from '../appeal/verify/unpack.js';
import { readRecord } from '../appeal/verify/verify-record.js';
import type { PollRecord } from '../voting/records.contract.js';

/** Something that cannot be read as a release at all. The message is one sentence. */
export class NotARelease extends Error {}

/** What was named: a release, or the record of one vote as it is downloaded from its page. */
export type ReadFiles = ReadRelease | { readonly record: PollRecord };

export interface ReadRelease extends Unpacked {
  /** The key that the site gives from which the release was taken; null for files, and where it gives none. */
  readonly published: { readonly key: string; readonly origin: string } | null;
}

const FETCH_MS = 60_000;

/** Reads a release from a zip, from a folder, or from an address (of the zip or of the published page); or a record. */
export async function readRelease(from: string): Promise<ReadFiles> {
  if (/^https?:\/\//.test(from)) return fromAddress(from);
  const found = await stat(from).catch(() => null);
  if (!found) throw new NotARelease(`There is nothing at ${from}.`);
  if (found.isDirectory()) return fromFolder(from);
  if (found.size > BYTES_MAX) throw new NotARelease(`${from} is larger than any release.`);
  return fromBytes(await readFile(from), from);
}

function fromBytes(bytes: Uint8Array, from: string): ReadFiles {
  const record = readRecord(bytes);
  return record ? { record } : fromZip(bytes, from);
}

function fromZip(bytes: Uint8Array, from: string): ReadRelease {
  const read = unpack(bytes);
  if (read) return { ...read, published: null };
  if (!looksLikeZip(bytes, from)) throw new NotARelease(`${from} is not a release: it is no zip.`);
  return { files: new Map(), faults: [finding('zip.broken')], published: null };
}

/** By its first bytes, its last directory's mark, or its name: one byte of any of them may be the changed one. */
function looksLikeZip(bytes: Uint8Array, from: string): boolean {
  const buffer = Buffer.from(bytes);
  return (
    buffer.subarray(0, 4).toString('latin1') === 'PK\u0003\u0004' ||
    buffer.subarray(-22).toString('latin1').startsWith('PK\u0005\u0006') ||
    from.endsWith('.zip')
  );
}

async function fromFolder(folder: string): Promise<ReadRelease> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  if (paths.length > FILES_MAX || !paths.includes(join(folder, MANIFEST)))
    throw new NotARelease(`${folder} is not a release: it has no ${MANIFEST}.`);
  const files = new Map<string, Uint8Array>();
  let total = 0;
  for (const path of paths) {
    total += (await stat(path)).size;
    if (total > BYTES_MAX) throw new NotARelease(`${folder} is larger than any release.`);
    files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  }
  return { files, faults: [], published: null };
}

async function fromAddress(address: string): Promise<ReadFiles> {
  const read = fromBytes(await download(address), address);
  return 'record' in read ? read : { ...read, published: await publishedKey(new URL(address).origin) };
}

/** The key that a site gives for its releases; null where it gives none. */
async function publishedKey(origin: string): Promise<ReadRelease['published']> {
  try {
    const response = await fetch(new URL(KEY_PATH, origin), { signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) return null;
    const { publicKey } = JSON.parse((await bytesOf(response, origin)).toString()) as PublishedKey;
    return typeof publicKey === 'string' ? { key: publicKey, origin } : null;
  } catch {
    return null;
  }
}

async function download(address: string): Promise<Uint8Array> {
  const url = new URL(address);
  if (!/\.zip$|\.json$|\/record$/.test(url.pathname)) {
    url.pathname = `${url.pathname.replace(/\/$/, '')}/release.zip`;
    url.search = '';
    url.hash = '';
  }
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(FETCH_MS) });
    if (!response.ok) throw new NotARelease(`${url.href} answers ${response.status}.`);
    return await bytesOf(response, url.href);
  } catch (error) {
    if (error instanceof NotARelease) throw error;
    throw new NotARelease(`${url.href} cannot be reached.`);
  }
}

async function bytesOf(response: Response, address: string): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > BYTES_MAX) throw new NotARelease(`${address} is larger than any release.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

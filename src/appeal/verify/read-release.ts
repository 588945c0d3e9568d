import { readdir, readFile, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import type { PollRecord } from '../../voting/records.contract.js';
import { isPacked, unpack } from '../release/archive.js';
import { type FileSet, MANIFEST } from '../release/release.format.js';
import { readRecord } from './verify-record.js';

/** Something that cannot be read as a release at all. The message is one sentence. */
export class NotARelease extends Error {}

/** What was named: a release, or the record of one vote as it is downloaded from its page. */
export type ReadFiles = ReadRelease | { readonly record: PollRecord };

export interface ReadRelease {
  readonly files: FileSet;
  /** What is wrong with the wrapping itself. */
  readonly faults: readonly string[];
}

const BYTES_MAX = 200 * 1024 * 1024;
const FILES_MAX = 20_000;
const FETCH_MS = 60_000;

/** Reads a release from a zip, from a folder, or from an address (of the zip or of the published page); or a record. */
export async function readRelease(from: string): Promise<ReadFiles> {
  if (/^https?:\/\//.test(from)) return fromBytes(await download(from), from);
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
  try {
    const files = unpack(bytes);
    const faults = isPacked(bytes, files) ? [] : ['the zip itself was changed'];
    return { files, faults };
  } catch {
    if (!looksLikeZip(bytes, from)) throw new NotARelease(`${from} is not a release: it is no zip.`);
    return { files: new Map(), faults: ['the zip itself was changed so that it cannot be unpacked'] };
  }
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
  for (const path of paths) files.set(relative(folder, path).split(sep).join('/'), await readFile(path));
  return { files, faults: [] };
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

async function bytesOf(response: Response, address: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.byteLength;
    if (size > BYTES_MAX) throw new NotARelease(`${address} is larger than any release.`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

import { isPacked } from '../release/archive.js';
import type { FileSet } from '../release/release.format.js';
import { type Finding, finding } from './findings.js';

/** More than any release has: who sends more wants something else than to have it read. */
export const BYTES_MAX = 200 * 1024 * 1024;
export const FILES_MAX = 20_000;

export interface Unpacked {
  readonly files: FileSet;
  /** What is wrong with the wrapping itself. */
  readonly faults: readonly Finding[];
}

/** Folders and names of a release: nothing that leads out of a folder, nothing that a system reads otherwise. */
const PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;

const END = 0x06054b50;
const END_BYTES = 22;
const CENTRAL = 0x02014b50;
const CENTRAL_BYTES = 46;
const LOCAL = 0x04034b50;
const LOCAL_BYTES = 30;
const STORED = 0;

/**
 * Reads the zip of a release (APPNOTE 6.3). Nothing in it is compressed, so that nothing is ever inflated: it
 * cannot hold more than it weighs. What is not as it was packed is a fault; the files that can be read are given
 * nevertheless, so that their own faults can be named. Null where the bytes are no zip.
 */
export function unpack(bytes: Uint8Array): Unpacked | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const files = new Map<string, Uint8Array>();
  const faults: Finding[] = [];
  try {
    read(view, end, files, faults);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.push(finding('zip.broken'));
  }
  if (faults.length === 0 && !isPacked(bytes, files)) faults.push(finding('zip.changed'));
  return { files, faults };
}

/** Where the end record begins; a comment may stand behind it, though none does in a release. */
function endOf(view: DataView): number | null {
  const last = view.byteLength - END_BYTES;
  for (let at = last; at >= Math.max(0, last - 0xffff); at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function read(view: DataView, end: number, files: Map<string, Uint8Array>, faults: Finding[]): void {
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  let total = 0;
  if (count > FILES_MAX) return void faults.push(finding('zip.too-large'));
  for (let i = 0; i < count; i++) {
    if (view.getUint32(at, true) !== CENTRAL) throw new RangeError('no entry where one should be');
    const entry = entryAt(view, at);
    at += CENTRAL_BYTES + entry.behind;
    total += entry.size;
    // What is stored takes its room in the file: entries that share theirs say more than there is.
    if (total > view.byteLength) return void faults.push(finding('zip.too-large'));
    const fault = faultOf(entry, files);
    if (fault) faults.push(finding(fault, { path: entry.path.slice(0, 200) }));
    else files.set(entry.path, entry.content());
  }
}

interface Entry {
  readonly path: string;
  readonly size: number;
  readonly method: number;
  readonly compressed: number;
  readonly flags: number;
  /** Bytes of name, extra fields and comment behind the fixed part. */
  readonly behind: number;
  content(): Uint8Array;
}

function entryAt(view: DataView, at: number): Entry {
  const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true)) as [
    number,
    number,
    number,
  ];
  const size = view.getUint32(at + 24, true);
  const local = view.getUint32(at + 42, true);
  return {
    path: new TextDecoder().decode(part(view, at + CENTRAL_BYTES, name)),
    size,
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    compressed: view.getUint32(at + 20, true),
    behind: name + extra + comment,
    content() {
      if (view.getUint32(local, true) !== LOCAL) throw new RangeError('no file where one should be');
      const before = view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
      return part(view, local + LOCAL_BYTES + before, size);
    },
  };
}

function part(view: DataView, at: number, length: number): Uint8Array {
  if (at + length > view.byteLength) throw new RangeError('the zip ends before the file does');
  return new Uint8Array(view.buffer, view.byteOffset + at, length);
}

function faultOf(entry: Entry, files: FileSet): 'zip.path' | 'zip.twice' | 'zip.compressed' | null {
  if (!PATH.test(entry.path)) return 'zip.path';
  if (files.has(entry.path)) return 'zip.twice';
  const plain = entry.method === STORED && entry.compressed === entry.size && (entry.flags & 1) === 0;
  return plain ? null : 'zip.compressed';
}

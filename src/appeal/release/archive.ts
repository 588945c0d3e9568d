import { zipSync } from 'fflate';
import { byCodePoint } from '../../text/fold.js';
import type { FileSet } from './release.format.js';

/** The first day that a zip can name, in the fields it holds: the same bytes in every time zone. */
const EPOCH = new Date(1980, 0, 1);

/** One zip for one set of files: stored, in the order of paths, without dates. */
export function pack(files: FileSet): Uint8Array {
  const ordered = [...files].sort(([a], [b]) => byCodePoint(a, b));
  return zipSync(Object.fromEntries(ordered), { level: 0, mtime: EPOCH, os: 0, attrs: 0 });
}

/** Whether a zip is, to the byte, what `pack` makes of its files. */
export function isPacked(bytes: Uint8Array, files: FileSet): boolean {
  const packed = pack(files);
  return packed.byteLength === bytes.byteLength && packed.every((byte, i) => byte === bytes[i]);
}

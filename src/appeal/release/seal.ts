import type { KeyObject } from 'node:crypto';
import { sha256 } from '../../kernel/hash-chain.js';
import type { Signature } from '../../kernel/signature.js';
import { signBytes } from '../../kernel/signing.js';
import { byCodePoint } from '../../text/fold.js';
import { jsonBytes } from './json-bytes.js';
import {
  type FileEntry,
  type FileSet,
  MANIFEST,
  MANIFEST_FORMAT,
  type Manifest,
  SIGNATURE,
  SUMS,
} from './release.format.js';
import { sumsOf } from './sums.js';

export interface Sealed {
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly signature: Signature;
  /** All files of the release, manifest and signature too. */
  readonly files: FileSet;
}

/** Lists files with their checksums, in SHA256SUMS and in a manifest, and signs the manifest. */
export function seal(
  files: FileSet,
  about: Pick<Manifest, 'slug' | 'number' | 'publishedAt' | 'log'>,
  key: KeyObject,
): Sealed {
  const sums = new TextEncoder().encode(sumsOf(entriesOf(files)));
  const all = new Map([...files, [SUMS, sums]]);
  const manifest: Manifest = { format: MANIFEST_FORMAT, ...about, files: entriesOf(all) };
  const bytes = jsonBytes(manifest);
  const signature = signBytes(bytes, key);
  return {
    manifest,
    manifestHash: sha256(bytes),
    signature,
    files: new Map([...all, [MANIFEST, bytes], [SIGNATURE, jsonBytes(signature)]]),
  };
}

function entriesOf(files: FileSet): FileEntry[] {
  return [...files]
    .map(([path, bytes]) => ({ path, bytes: bytes.byteLength, sha256: sha256(bytes) }))
    .sort((a, b) => byCodePoint(a.path, b.path));
}

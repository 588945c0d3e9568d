import type { KeyObject } from 'node:crypto';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import { type Signature, signBytes } from '../../kernel/signature.js';
import { byCodePoint } from '../../text/fold.js';
import { type FileSet, MANIFEST, MANIFEST_FORMAT, type Manifest, SIGNATURE } from './release.format.js';

export interface Sealed {
  readonly manifest: Manifest;
  readonly manifestHash: string;
  readonly signature: Signature;
  /** All files of the release, manifest and signature too. */
  readonly files: FileSet;
}

/** Lists files with their checksums in a manifest and signs it. */
export function seal(
  files: FileSet,
  about: Pick<Manifest, 'slug' | 'number' | 'publishedAt' | 'log'>,
  key: KeyObject,
): Sealed {
  const manifest: Manifest = {
    format: MANIFEST_FORMAT,
    ...about,
    files: [...files]
      .map(([path, bytes]) => ({ path, bytes: bytes.byteLength, sha256: sha256(bytes) }))
      .sort((a, b) => byCodePoint(a.path, b.path)),
  };
  const bytes = jsonBytes(manifest);
  const signature = signBytes(bytes, key);
  return {
    manifest,
    manifestHash: sha256(bytes),
    signature,
    files: new Map([...files, [MANIFEST, bytes], [SIGNATURE, jsonBytes(signature)]]),
  };
}

/** Canonical JSON and a line feed, UTF-8. */
export function jsonBytes(value: unknown): Uint8Array {
  return Buffer.from(`${canonicalJson(value as Json)}\n`);
}

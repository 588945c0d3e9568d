import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from '../../kernel/hash-chain.js';
import type { SignatureDocument } from './release.format.js';

/** DER around the 32 bytes of an Ed25519 key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** The signing key of an installation from 32 bytes of its secret. */
export function signingKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of the public key in hex. */
export function publicKeyOf(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return der.subarray(SPKI.length).toString('hex');
}

/** SHA-256 of the public key's bytes in hex: what people compare. */
export function fingerprint(publicKey: string): string {
  return sha256(Buffer.from(publicKey, 'hex'));
}

export function signManifest(manifest: Uint8Array, key: KeyObject): SignatureDocument {
  return {
    algorithm: 'Ed25519',
    publicKey: publicKeyOf(key),
    signature: sign(null, manifest, key).toString('hex'),
  };
}

export function signatureHolds(manifest: Uint8Array, { publicKey, signature }: SignatureDocument): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const der = Buffer.concat([SPKI, Buffer.from(publicKey, 'hex')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, manifest, key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

import { createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from './hash-chain.js';

/** An Ed25519 signature (RFC 8032) with the key that checks it, both in lower-case hex. */
export interface Signature {
  readonly algorithm: 'Ed25519';
  readonly publicKey: string;
  readonly signature: string;
}

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

/** Signs bytes with the installation's key. */
export function signBytes(bytes: Uint8Array, key: KeyObject): Signature {
  return {
    algorithm: 'Ed25519',
    publicKey: publicKeyOf(key),
    signature: sign(null, bytes, key).toString('hex'),
  };
}

export function signatureHolds(bytes: Uint8Array, { publicKey, signature }: Signature): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  try {
    const der = Buffer.concat([SPKI, Buffer.from(publicKey, 'hex')]);
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    return verify(null, bytes, key, Buffer.from(signature, 'hex'));
  } catch {
    return false;
  }
}

import { createPrivateKey, createPublicKey, type KeyObject, sign } from 'node:crypto';
import { SPKI } from './crypto.js';
import type { Signature } from './signature.js';

/** DER before the 32 bytes of an Ed25519 private key (RFC 8410). */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The signing key of an installation from 32 bytes of its secret. */
export function signingKey(seed: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
}

/** The 32 bytes of the public key in hex. */
export function publicKeyOf(key: KeyObject): string {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' });
  return der.subarray(SPKI.length).toString('hex');
}

/** Signs bytes with the installation's key. */
export function signBytes(bytes: Uint8Array, key: KeyObject): Signature {
  return {
    algorithm: 'Ed25519',
    publicKey: publicKeyOf(key),
    signature: sign(null, bytes, key).toString('hex'),
  };
}

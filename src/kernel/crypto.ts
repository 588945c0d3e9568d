import { createHash, createPublicKey, verify } from 'node:crypto';
import type { PublicJwk } from './public-jwk.js';

/**
 * The pieces of cryptography that checking needs, as the machine has them. In a browser `plain-crypto.ts`
 * stands in its place, so that the same code checks the same release anywhere; a test holds the two together.
 */

/** SHA-256 (FIPS 180-4) in lower-case hex; text as UTF-8. */
export function sha256(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('hex');
}

/** DER before the 32 bytes of an Ed25519 public key (RFC 8410). */
export const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

/** Whether an Ed25519 signature (RFC 8032) of 64 bytes by a key of 32 holds over these bytes. */
export function ed25519Holds(bytes: Uint8Array, publicKey: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
    return verify(null, bytes, key, signature);
  } catch {
    return false;
  }
}

/**
 * Whether a device's signature holds over these bytes: ECDSA on P-256 and RSA (PKCS #1 v1.5) with SHA-256, or Ed25519, as
 * the kind of key says. ECDSA's is in DER.
 */
export function jwkHolds(bytes: Uint8Array, key: PublicJwk, signature: Uint8Array): boolean {
  try {
    const algorithm = key.kty === 'OKP' ? null : 'sha256';
    return verify(algorithm, bytes, createPublicKey({ key: { ...key }, format: 'jwk' }), signature);
  } catch {
    return false;
  }
}

import { ed25519Holds, jwkHolds, sha256 } from './crypto.js';
import { fromHex } from './hex.js';

export { jwkHolds };

/** An Ed25519 signature (RFC 8032) with the key that checks it, both in lower-case hex. */
export interface Signature {
  readonly algorithm: 'Ed25519';
  readonly publicKey: string;
  readonly signature: string;
}

/** SHA-256 of the public key's bytes in hex: what people compare. */
export function fingerprint(publicKey: string): string {
  return sha256(fromHex(publicKey));
}

export function signatureHolds(bytes: Uint8Array, { publicKey, signature }: Signature): boolean {
  if (!/^[0-9a-f]{64}$/.test(publicKey) || !/^[0-9a-f]{128}$/.test(signature)) return false;
  return ed25519Holds(bytes, fromHex(publicKey), fromHex(signature));
}

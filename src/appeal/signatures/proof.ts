import { sha256 } from '../../kernel/hash-chain.js';
import { fromHex, toHex } from '../../kernel/hex.js';
import { fromBase64Url, type PublicJwk } from '../../kernel/public-jwk.js';
import { jwkHolds } from '../../kernel/signature.js';

/** A device's answer (W3C Web Authentication, level 3) with the key that checks it; bytes in base64url. */
export interface PasskeyProof {
  readonly key: PublicJwk;
  readonly clientDataJSON: string;
  readonly authenticatorData: string;
  readonly signature: string;
}

/** Of the authenticator's flags (6.1): the person was there, and was recognised. */
const PRESENT_AND_VERIFIED = 0x05;
const FLAGS_AT = 32;

/**
 * Whether a device's owner confirmed what has this hash: the challenge is that hash, the person was recognised, and the
 * signature over both holds (7.2). Throws on what is no proof at all.
 */
export function proofHolds({ key, ...proof }: PasskeyProof, hash: string): boolean {
  const clientData = fromBase64Url(proof.clientDataJSON);
  const { type, challenge } = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(clientData));
  if (type !== 'webauthn.get' || toHex(fromBase64Url(challenge)) !== hash) return false;
  const data = fromBase64Url(proof.authenticatorData);
  if (((data[FLAGS_AT] ?? 0) & PRESENT_AND_VERIFIED) !== PRESENT_AND_VERIFIED) return false;
  const signed = new Uint8Array(data.byteLength + 32);
  signed.set(data);
  signed.set(fromHex(sha256(clientData)), data.byteLength);
  return jwkHolds(signed, key, fromBase64Url(proof.signature));
}

/** Where an installation says by which key it signs, so that a release taken from it can be held against it (RFC 8615). */
export const KEY_PATH = '/.well-known/nidaa-release-key.json';

export interface PublishedKey {
  readonly algorithm: 'Ed25519';
  /** 32 bytes in lower-case hex. */
  readonly publicKey: string;
  /** SHA-256 of the key's bytes in hex: what people compare. */
  readonly fingerprint: string;
}

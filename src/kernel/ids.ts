import { createHash, randomBytes } from 'node:crypto';
import { v7 } from 'uuid';

/** A new primary key: UUID version 7 (RFC 9562), so that keys sort by the time they were made. */
export function newId(): string {
  return v7();
}

/** A secret for a cookie, a link or an API token: 256 bits, base64url, 43 characters. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** What is stored of a secret with full entropy: its SHA-256 in hex (OWASP ASVS 5.0, 6.5). */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Crockford's alphabet: no I, L, O or U, so that a code survives being read aloud and typed on a phone. */
const CODE_ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A code for people: `length` characters of 5 bits each. 10 characters are 50 bits, 8 are 40. */
export function newCode(length: number): string {
  return Array.from(randomBytes(length), (byte) => CODE_ALPHABET[byte & 31]).join('');
}

/** Undoes what people do to a code: lower case, spaces, dashes, and O, I, L for 0, 1, 1. */
export function normaliseCode(typed: string): string {
  return typed
    .toUpperCase()
    .replace(/[\s\-–—.]/g, '')
    .replace(/O/g, '0')
    .replace(/[IL]/g, '1');
}

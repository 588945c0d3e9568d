import { TRACKING_CODE_LENGTH } from '../../../../../src/voting/ballots.contract.js';

/** The signs of a code: digits and capitals without I, L, O and U, which are mistaken for others or make words. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A fresh tracking code: 130 random bits, five in each of its 26 signs. */
export function newCode(): string {
  return Array.from(
    crypto.getRandomValues(new Uint8Array(TRACKING_CODE_LENGTH)),
    (byte) => SIGNS[byte % 32],
  ).join('');
}

/** A code as it is read aloud and compared: four signs at a time. */
export function grouped(code: string): string {
  return code.replace(/(.{4})(?=.)/g, '$1-');
}

/** What somebody typed or pasted as a code, without what parts its groups. */
export function typedCode(text: string): string {
  return text.toUpperCase().replace(/[^0-9A-Z]/g, '');
}

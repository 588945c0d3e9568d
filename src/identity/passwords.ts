import { hash, verify } from '@node-rs/argon2';

/** OWASP's recommendation for argon2id: 19 MiB, two passes, one lane (about 14 ms). */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const PASSWORD_MIN = 12;
export const PASSWORD_MAX = 256;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), COST);
}

/** A hash that no password has: compared with where there is none, so that time tells nothing. */
const NONE = hashPassword(crypto.randomUUID());

export async function passwordFits(stored: string | null, password: string): Promise<boolean> {
  const fits = await verify(stored ?? (await NONE), password.normalize('NFC'));
  return stored !== null && fits;
}

/** What is guessed first: sequences, one repeated character, the own name or address (ASVS 5.0, 6.2). */
export function isWeak(password: string, own: readonly (string | null)[]): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (new Set(text).size < 5) return true;
  if (own.some((word) => word && word.length > 3 && text.includes(word.toLowerCase()))) return true;
  const commonest = ['password', 'motdepasse', '123456789', 'qwerty', 'azerty', 'nidaa', 'كلمةالسر'];
  const rest = commonest.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.length < PASSWORD_MIN / 2;
}

import { Fraction } from '../../kernel/fraction.js';

/** What cannot be counted, in one sentence that says what is wrong and where. */
export class BadPoll extends Error {}

export function object(input: unknown, where: string): Record<string, unknown> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new BadPoll(`${where} is no object`);
  return input as Record<string, unknown>;
}

export function list(input: unknown, where: string): readonly unknown[] {
  if (!Array.isArray(input)) throw new BadPoll(`${where} is no list`);
  return input;
}

export function text(input: unknown, where: string): string {
  if (typeof input !== 'string') throw new BadPoll(`${where} is no text`);
  return input;
}

export function oneOf<T extends string>(input: unknown, known: readonly T[], where: string): T {
  if (!known.includes(input as T)) throw new BadPoll(`${where} is none of ${known.join(', ')}`);
  return input as T;
}

export function whole(input: unknown, where: string, least: number): number {
  if (!Number.isSafeInteger(input) || (input as number) < least)
    throw new BadPoll(`${where} is no whole number from ${least} on`);
  return input as number;
}

/** A whole number or an exact fraction as text. */
export function exact(input: unknown, where: string): Fraction {
  if (Number.isSafeInteger(input)) return Fraction.of(input as number);
  try {
    return Fraction.parse(text(input, where));
  } catch {
    throw new BadPoll(`${where} is no whole number and no fraction like "3/2"`);
  }
}

import { CommandError } from './commands.js';

/** More than a hundred books: no text that people vote on, and no reason to fill the memory. */
const MAX_TEXT = 20_000_000;

/** The one file that a command reads, `-` for standard input, where none is named. */
export function oneFile([from = '-', ...more]: readonly string[]): string {
  if (more.length > 0 || (from.startsWith('-') && from !== '-'))
    throw new CommandError('one file, or none, is read');
  return from;
}

export function objectOf(input: unknown, where: string): Readonly<Record<string, unknown>> {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw new CommandError(`${where} is no object`);
  return input as Record<string, unknown>;
}

export function textOf(input: unknown, where: string): string {
  if (typeof input !== 'string') throw new CommandError(`${where} is no text`);
  if (input.length > MAX_TEXT) throw new CommandError(`${where} has more than ${MAX_TEXT} characters`);
  return input;
}

export function jsonOf(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new CommandError('what is read is no JSON');
  }
}

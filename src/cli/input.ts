import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { CommandError } from './commands.js';

/** The text of a file, or of standard input for `-`. Throws CommandError where there is none to be read. */
export async function readInput(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CommandError(`there is no file ${JSON.stringify(path)} that can be read`);
  }
}

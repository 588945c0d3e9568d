import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { CommandError } from './commands.js';

/** The text of a file, or of standard input for `-`. Throws CommandError where there is none to be read. */
export async function readInput(path: string): Promise<string> {
  if (path === '-') return text(process.stdin);
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw unreadable(path);
  }
}

/** The same in pieces, for what may be longer than a string can be. */
export async function* readPieces(path: string): AsyncGenerator<string> {
  const source = path === '-' ? process.stdin : createReadStream(path);
  source.setEncoding('utf8');
  try {
    for await (const piece of source) yield piece;
  } catch {
    throw unreadable(path);
  }
}

function unreadable(path: string): CommandError {
  return new CommandError(`there is no file ${JSON.stringify(path)} that can be read`);
}

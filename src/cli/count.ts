import { readFile } from 'node:fs/promises';
import { text } from 'node:stream/consumers';
import { count } from '../voting/counting/count.js';
import { BadPoll } from '../voting/counting/poll-input.js';
import { CommandError } from './commands.js';

/** `nidaa count`: counts one poll from a file or standard input and prints the count as JSON. No database. */
export async function run([from = '-', ...more]: string[]): Promise<number> {
  if (more.length > 0 || (from.startsWith('-') && from !== '-'))
    throw new CommandError('one file, or none, is counted');
  const source = from === '-' ? await text(process.stdin) : await readIfThere(from);
  try {
    process.stdout.write(`${JSON.stringify(count(parsed(source)), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof BadPoll) throw new CommandError(error.message);
    throw error;
  }
}

async function readIfThere(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch {
    throw new CommandError(`there is no file ${JSON.stringify(path)} that can be read`);
  }
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new BadPoll('what is to be counted is no JSON');
  }
}

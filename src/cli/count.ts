import { count } from '../voting/counting/count.js';
import { BadPoll } from '../voting/counting/poll-input.js';
import { CommandError } from './commands.js';
import { readInput } from './input.js';

/** `nidaa count`: counts one poll from a file or standard input and prints the count as JSON. No database. */
export async function run([from = '-', ...more]: string[]): Promise<number> {
  if (more.length > 0 || (from.startsWith('-') && from !== '-'))
    throw new CommandError('one file, or none, is counted');
  const source = await readInput(from);
  try {
    process.stdout.write(`${JSON.stringify(count(parsed(source)), null, 2)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof BadPoll) throw new CommandError(error.message);
    throw error;
  }
}

function parsed(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    throw new BadPoll('what is to be counted is no JSON');
  }
}

import { differences } from '../text/differences.js';
import { CommandError } from './commands.js';
import { readInput } from './input.js';
import { jsonOf, objectOf, oneFile, textOf } from './text-input.js';

const LANGUAGE = /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i;

/**
 * `nidaa diff`: prints the differences of two texts as JSON. No database. The language is taken and checked, but
 * words end where they end: the bounds are the same in all of them.
 */
export async function run(args: string[]): Promise<number> {
  const input = objectOf(jsonOf(await readInput(oneFile(args))), 'what is compared');
  const [before, after] = [textOf(input.before, '"before"'), textOf(input.after, '"after"')];
  const { lang } = input;
  if (lang !== undefined && lang !== null && !(typeof lang === 'string' && LANGUAGE.test(lang)))
    throw new CommandError('"lang" is no code of a language');
  process.stdout.write(`${JSON.stringify({ segments: differences(before, after) }, null, 2)}\n`);
  return 0;
}

import { type AmendedText, TextMerging } from '../text/merge-texts.js';
import { CommandError } from './commands.js';
import { readPieces } from './input.js';
import { membersOf } from './json-members.js';
import { objectOf, oneFile, textOf } from './text-input.js';

const MAX_AMENDMENTS = 10_000;

/**
 * `nidaa merge`: merges amendments, each a whole text, into their original and prints the result as JSON. No
 * database. Amendments are read one after another and not kept, if the original comes before them.
 */
export async function run(args: string[]): Promise<number> {
  let merging: TextMerging | null = null;
  let amendments: AmendedText[] | null = null;
  const ids = new Set<string>();
  for await (const { key, value, element } of membersOf(readPieces(oneFile(args)), 'amendments')) {
    if (key === 'original') {
      if (merging) throw new CommandError('"original" is there twice');
      merging = new TextMerging(textOf(value, '"original"'));
    } else if (key === 'amendments' && element !== null) {
      const amendment = amendmentOf(value, element, ids);
      if (merging) merging.add(amendment);
      else amendments?.push(amendment);
    } else if (key === 'amendments') {
      if (!Array.isArray(value)) throw new CommandError('"amendments" is no list');
      amendments ??= [];
    }
  }
  if (!merging) throw new CommandError('"original" is no text');
  if (!amendments) throw new CommandError('"amendments" is no list');
  for (const amendment of amendments) merging.add(amendment);
  process.stdout.write(`${JSON.stringify(merging.merged(), null, 2)}\n`);
  return 0;
}

function amendmentOf(input: unknown, at: number, ids: Set<string>): AmendedText {
  const where = `amendment ${at + 1}`;
  if (at >= MAX_AMENDMENTS) throw new CommandError(`there are more than ${MAX_AMENDMENTS} amendments`);
  const { id, text } = objectOf(input, where);
  const name = textOf(id, `the "id" of ${where}`);
  if (name === '') throw new CommandError(`the "id" of ${where} is empty`);
  if (ids.has(name)) throw new CommandError(`the "id" of ${where} is there twice`);
  ids.add(name);
  return { id: name, text: textOf(text, `the "text" of ${where}`) };
}

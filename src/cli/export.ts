import { writeFile } from 'node:fs/promises';
import { readBundle } from '../appeal/contributions.js';
import { jsonBytes } from '../appeal/release/json-bytes.js';
import { isLang } from '../kernel/localized.js';
import { readArguments } from './arguments.js';
import { chooseForum } from './chosen-forum.js';
import { CommandError } from './commands.js';
import { onRunningSystem, withEntities } from './running-system.js';

const OPTIONS = {
  forum: { type: 'string' },
  lang: { type: 'string', default: 'fr' },
  out: { type: 'string' },
} as const;

/** Writes the bundle of a forum's contributions, all of it of one moment, to standard output or to a file. */
export async function run(args: string[]): Promise<number> {
  const { forum: slug, lang, out } = readArguments(args, [], OPTIONS).values;
  if (!isLang(lang)) throw new CommandError('--lang must be ar, fr or en.');
  const bundle = await onRunningSystem((config) =>
    withEntities(config, [], async (db) => {
      const { id } = await chooseForum(db, slug);
      return db.transaction('REPEATABLE READ', (em) => readBundle(em, id, lang));
    }),
  );
  const bytes = jsonBytes(bundle);
  if (out === undefined) process.stdout.write(bytes);
  else await writeFile(out, bytes);
  return 0;
}

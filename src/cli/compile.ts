import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { compileDraft } from '../appeal/compile/compile.js';
import { BadBundle, readBundleFile } from '../appeal/compile/read-bundle.js';
import { documentsOfDraft } from '../appeal/release/draft-document.js';
import { renderAppeal } from '../appeal/release/html.js';
import { jsonBytes } from '../appeal/release/json-bytes.js';
import { style } from '../appeal/release/style.js';
import { isLang, type Lang } from '../kernel/localized.js';
import { CommandError } from './commands.js';
import { readInput } from './input.js';

const USAGE = 'Usage: nidaa compile <bundle.json or -> [--out DIR] [--lang ar|fr|en]';

/**
 * `nidaa compile`: drafts an appeal from a bundle, without a database. Prints the draft as JSON; with `--out`
 * writes appeal.json and appeal.html (with its stylesheet) there instead. 2: no bundle.
 */
export async function run(args: string[]): Promise<number> {
  const asked = read(args);
  if (!asked) return fail(USAGE);
  try {
    const bundle = readBundleFile(await readInput(asked.from));
    const lang = asked.lang ?? bundle.forum.lang;
    const draft = compileDraft(bundle, lang);
    if (!asked.out) {
      process.stdout.write(jsonBytes(draft));
      return 0;
    }
    await mkdir(asked.out, { recursive: true });
    await writeFile(join(asked.out, 'appeal.json'), jsonBytes(draft));
    await writeFile(
      join(asked.out, 'appeal.html'),
      renderAppeal(documentsOfDraft(bundle, draft), lang, PLACES),
    );
    await writeFile(join(asked.out, 'appeal.css'), await style());
    return 0;
  } catch (error) {
    if (error instanceof BadBundle || error instanceof CommandError) return fail(error.message);
    throw error;
  }
}

const PLACES = {
  style: 'appeal.css',
  language: null,
  file: null,
  zip: null,
  forum: null,
  contribution: null,
  fingerprint: null,
  map: null,
  site: null,
};

function read(args: string[]): { from: string; out: string | null; lang: Lang | null } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { out: { type: 'string' }, lang: { type: 'string' } },
    });
    const [from, ...more] = positionals;
    if (!from || more.length > 0 || (values.lang !== undefined && !isLang(values.lang))) return null;
    return { from, out: values.out ?? null, lang: (values.lang as Lang | undefined) ?? null };
  } catch {
    return null;
  }
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

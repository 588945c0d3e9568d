import { parseArgs } from 'node:util';
import type { Verdict } from '../appeal/verify/findings.js';
import { verifyRelease } from '../appeal/verify/verify.js';
import { verifyRecord } from '../appeal/verify/verify-record.js';
import { inWords } from '../appeal/verify/words/words.js';
import { NotARelease, type ReadRelease, readRelease } from './read-release.js';

const USAGE = 'Usage: nidaa verify <release or record: file, folder or URL> [--key HEX] [--json]';

/**
 * `nidaa verify`: checks a release, or the record of one vote, without a database. 0: everything holds; 1: something does not, and it is
 * named; 2: what was given is no release.
 */
export async function run(args: string[]): Promise<number> {
  const asked = read(args);
  if (!asked) return fail(USAGE);
  try {
    const read = await readRelease(asked.from);
    const all = 'record' in read ? verifyRecord(read.record, asked.key) : checkRelease(read, asked.key);
    const what = 'record' in read ? 'Record of a vote' : titleOf(all);
    process.stdout.write(
      asked.json ? `${JSON.stringify(forPrograms(all), null, 2)}\n` : report(what, all, asked.key !== null),
    );
    return all.faults.length > 0 ? 1 : 0;
  } catch (error) {
    if (error instanceof NotARelease) return fail(error.message);
    throw error;
  }
}

function read(args: string[]): { from: string; key: string | null; json: boolean } | null {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { key: { type: 'string' }, json: { type: 'boolean' } },
    });
    const [from, ...more] = positionals;
    if (!from || more.length > 0) return null;
    return { from, key: values.key ?? null, json: values.json ?? false };
  } catch {
    return null;
  }
}

function checkRelease({ files, faults, published }: ReadRelease, trusted: string | null): Verdict {
  const verdict = verifyRelease(files, { trusted, published });
  return { ...verdict, faults: [...faults, ...verdict.faults] };
}

/** Each finding in words too, so that who only shows them need not know the codes. */
function forPrograms({ holds, faults, ...rest }: Verdict): object {
  const told = (all: Verdict['holds']) => all.map((each) => ({ ...each, words: inWords(each, 'en') }));
  return { ...rest, holds: told(holds), faults: told(faults) };
}

const titleOf = ({ slug }: Verdict): string => `Release of the appeal ${slug ?? '(unknown)'}`;

function report(what: string, { holds, faults, key }: Verdict, asked: boolean): string {
  const lines = [
    what,
    ...holds.map((line) => `  holds: ${inWords(line, 'en')}`),
    ...faults.map((line) => `  DOES NOT HOLD: ${inWords(line, 'en')}`),
  ];
  if (key && !asked)
    lines.push(
      `The key is not known to you: ${key.fingerprint}`,
      'Compare it with what the publisher gives elsewhere, then name it with --key.',
    );
  lines.push(faults.length === 0 ? 'Everything holds.' : 'It does not hold.');
  return `${lines.join('\n')}\n`;
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

import { parseArgs } from 'node:util';
import { NotARelease, readRelease } from '../appeal/verify/read-release.js';
import { verifyRelease } from '../appeal/verify/verify.js';

const USAGE = 'Usage: nidaa verify <release file, folder or URL> [--key HEX] [--json]';

/**
 * `nidaa verify`: checks a release without a database. 0: everything holds; 1: something does not, and it is
 * named; 2: what was given is no release.
 */
export async function run(args: string[]): Promise<number> {
  const asked = read(args);
  if (!asked) return fail(USAGE);
  try {
    const { files, faults } = await readRelease(asked.from);
    const verdict = verifyRelease(files, asked.key);
    const all = { ...verdict, faults: [...faults, ...verdict.faults] };
    process.stdout.write(asked.json ? `${JSON.stringify(all, null, 2)}\n` : inWords(all, asked.key !== null));
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

function inWords({ holds, faults, key, slug }: ReturnType<typeof verifyRelease>, asked: boolean): string {
  const lines = [
    `Release of the appeal ${slug ?? '(unknown)'}`,
    ...holds.map((line) => `  holds: ${line}`),
    ...faults.map((line) => `  DOES NOT HOLD: ${line}`),
  ];
  if (key && !asked)
    lines.push(
      `The key is not known to you: ${key.fingerprint}`,
      'Compare it with what the publisher gives elsewhere, then name it with --key.',
    );
  lines.push(faults.length === 0 ? 'The release holds.' : 'The release does not hold.');
  return `${lines.join('\n')}\n`;
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 2;
}

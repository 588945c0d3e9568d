import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const NAUGHTY_FILE = join(process.env.NIDAA_SHARED_DATA ?? '', 'security', 'blns.json');
/** What text of people has broken elsewhere, where the longer list is not there. */
export const NAUGHTY: readonly string[] = [
  'undefined',
  '__proto__',
  '1/0',
  "'; DROP TABLE ballot; --",
  '<script>alert(1)</script>',
  'a\u0000b',
  '\ud800 alone',
  '\u202Eright to left',
  'e\u0301 and \u00e9',
  'نداء\u200F 🕌 👩‍👩‍👧',
  '\\u0000 \\N %s {{1}}',
  ' \t ',
  'x'.repeat(301),
];

/** All that is known of them. */
export const naughty = async (): Promise<readonly string[]> =>
  existsSync(NAUGHTY_FILE) ? [...JSON.parse(await readFile(NAUGHTY_FILE, 'utf8')), ...NAUGHTY] : NAUGHTY;

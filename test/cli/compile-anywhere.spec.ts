import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ContributionBundle } from '../../src/appeal/compile/bundle.js';
import { LANGS } from '../../src/kernel/localized.js';
import { EXAMPLES, example } from '../support/examples.js';
import { nidaa } from '../support/processes.js';

const BUNDLE = join(EXAMPLES, 'bundle.json');
/** Everything by which one machine differs from another throws: the tables of ICU, the locale, chance, the clock. */
const POISON = `
  const broken = (what) => () => { throw new Error(what + ' was asked for'); };
  delete globalThis.Intl;
  for (const name of ['localeCompare', 'toLocaleLowerCase', 'toLocaleUpperCase'])
    String.prototype[name] = broken(name);
  Number.prototype.toLocaleString = broken('toLocaleString');
  Array.prototype.toLocaleString = broken('toLocaleString');
  for (const name of ['random', 'log', 'log2', 'log10', 'sqrt', 'exp', 'pow', 'sin', 'cos'])
    Math[name] = broken(name);
  Date.now = broken('Date.now');
`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nidaa-anywhere-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('the sample forum’s appeal in docs/examples', () => {
  it.each(LANGS)('is what nidaa compile makes of its bundle in %s, page and all', async (lang) => {
    const out = join(folder, lang);
    expect(await nidaa(['compile', BUNDLE, '--lang', lang, '--out', out])).toMatchObject({ code: 0 });
    for (const end of ['json', 'html'])
      expect(await readFile(join(out, `appeal.${end}`), 'utf8')).toBe(example(`appeal.${lang}.${end}`));
    expect(await readFile(join(out, 'appeal.css'), 'utf8')).toBe(example('appeal.css'));
  });
});

describe('nidaa compile makes the same bytes', () => {
  it.each([
    ['in Samoa, in Turkish', { TZ: 'Pacific/Apia', LANG: 'tr_TR.UTF-8', LC_ALL: 'tr_TR.UTF-8' }],
    ['in Fez, in Arabic', { TZ: 'Africa/Casablanca', LANG: 'ar_MA.UTF-8', LC_ALL: 'ar_MA.UTF-8' }],
    ['without a locale', { TZ: 'UTC', LANG: 'C', LC_ALL: 'C' }],
  ])('%s', async (_, env) => {
    const { stdout } = await nidaa(['compile', BUNDLE], env);
    expect(stdout).toBe(example('appeal.fr.json'));
  });

  it('without Intl, chance, clock and the engine’s logarithms', async () => {
    const poison = join(folder, 'poison.mjs');
    await writeFile(poison, POISON);
    const made = await nidaa(['compile', BUNDLE], { NODE_OPTIONS: `--import file://${poison}` });
    expect(made).toMatchObject({ code: 0, stderr: '' });
    expect(made.stdout).toBe(example('appeal.fr.json'));
  });

  it('whatever the order of rows and of members', async () => {
    const bundle: ContributionBundle = JSON.parse(example('bundle.json'));
    const path = join(folder, 'reversed.json');
    await writeFile(path, JSON.stringify(reversed(bundle)));
    const { stdout } = await nidaa(['compile', path]);
    expect(stdout).toBe(example('appeal.fr.json'));
  });
});

/** Every list and every member from behind; sentences stay as they are. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed).reverse();
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, of]) => [name, reversed(of)])
      .reverse(),
  );
}

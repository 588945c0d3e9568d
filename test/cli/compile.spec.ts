import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/compile.js';
import { smallBundle } from '../support/bundles.js';
import { quietly } from '../support/quietly.js';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nidaa-compile-'));
  await writeFile(join(folder, 'bundle.json'), JSON.stringify(smallBundle()));
});
afterEach(() => rm(folder, { recursive: true }));

describe('nidaa compile', () => {
  it('prints the draft, the same bytes as it writes with --out, where a page stands beside it', async () => {
    const bundle = join(folder, 'bundle.json');
    const printed = await quietly(run, [bundle]);
    expect(printed).toMatchObject({ code: 0, err: '' });
    const out = join(folder, 'out');
    expect(await quietly(run, [bundle, '--out', out])).toEqual({ code: 0, out: '', err: '' });
    expect(await readFile(join(out, 'appeal.json'), 'utf8')).toBe(printed.out);
    const page = await readFile(join(out, 'appeal.html'), 'utf8');
    expect(page).toContain('<html lang="fr" dir="ltr">');
    expect(page).toContain('Projet, pas encore publié');
    expect(page).toContain('Nous nous engageons à confier aux habitants');
    expect(page).not.toContain('<script');
  });

  it('drafts in another language where one is asked for', async () => {
    const { out } = await quietly(run, [join(folder, 'bundle.json'), '--lang', 'ar']);
    expect(JSON.parse(out)).toMatchObject({ lang: 'ar', title: { ar: 'نداء فاس' } });
  });

  it('exits 2 with one sentence for what is no bundle', async () => {
    const bad = join(folder, 'bad.json');
    await writeFile(bad, '{"format":"other"}');
    for (const args of [[bad], [join(folder, 'none.json')], [], [bad, '--lang', 'xx'], [bad, '--wrong']]) {
      const { code, out, err } = await quietly(run, args);
      expect([code, out]).toEqual([2, '']);
      expect(err.trim().split('\n')).toHaveLength(1);
    }
  });
});

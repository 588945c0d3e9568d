import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from '../../src/cli/compile.js';
import { smallBundle } from '../support/bundles.js';
import { quietly } from '../support/quietly.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nidaa-hostile-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function compile(json: string) {
  const path = join(folder, 'bundle.json');
  await writeFile(path, json);
  return quietly(run, [path]);
}

function changed(change: (bundle: any) => void): string {
  const bundle = structuredClone(smallBundle());
  change(bundle);
  return JSON.stringify(bundle);
}

const MEGABYTE = 1_000_000;
const post = (id: string, text: string, more = {}) => ({
  ...{ id, parentId: null, cityId: null, lang: 'fr', text, support: 0, opposition: 0 },
  ...more,
});

describe('what is no bundle ends with 2 and one sentence', () => {
  it.each([
    ['nothing', () => ''],
    ['a list', () => '[]'],
    ['null', () => 'null'],
    ['a number', () => '7'],
    ['half of one', () => JSON.stringify(smallBundle()).slice(0, -40)],
    ['nested 100,000 deep', () => '['.repeat(100_000) + ']'.repeat(100_000)],
    ['texts that are numbers', () => changed((b) => (b.threads[0].posts[0].text = 7))],
    ['proposals that are one', () => changed((b) => (b.proposals = b.proposals[0]))],
    ['a NUL', () => changed((b) => (b.threads[0].posts[0].text = 'a\0b'))],
    ['a lone surrogate', () => changed((b) => (b.proposals[0].texts[0].title = 'a\ud800'))],
    ['an id that is empty', () => changed((b) => (b.proposals[0].id = ''))],
    ['a contribution twice', () => changed((b) => (b.threads[0].posts[0].id = 'p1'))],
    ['a city twice', () => changed((b) => (b.cities[1].id = 'fez'))],
    ['a topic twice', () => changed((b) => (b.forum.topics[1].id = 'heritage'))],
    ['a region that is none', () => changed((b) => (b.cities[0].region = 'atlantis'))],
    ['more people than there are', () => changed((b) => (b.threads[0].posts[0].support = 2 ** 40))],
    ['half a person', () => changed((b) => (b.proposals[0].importedSupport = 0.5))],
    ['a day that is none', () => changed((b) => (b.forum.startsOn = '12 juin'))],
    ['a prototype', () => JSON.stringify(smallBundle()).replace('{', '{"__proto__":{"x":1},')],
  ])('%s', async (_, json) => {
    const { code, out, err } = await compile(json());
    expect([code, out]).toEqual([2, '']);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err.length).toBeLessThan(300);
  });
});

describe('what is strange but a bundle is compiled', () => {
  it.each([
    ['no contributions', () => changed((b) => Object.assign(b, { proposals: [], threads: [], cities: [] }))],
    [
      'a topic, a city and a parent that are not there',
      () =>
        changed((b) => {
          b.threads[0].posts.push(post('x', 'Bonjour.', { cityId: '?', parentId: '?' }));
          b.proposals[0].topicId = '?';
        }),
    ],
    [
      'answers that answer each other',
      () =>
        changed((b) =>
          b.threads[0].posts.push(post('x', 'Oui.', { parentId: 'y' }), post('y', 'Non.', { parentId: 'x' })),
        ),
    ],
    [
      'proposals merged in a circle',
      () =>
        changed((b) => {
          for (const [at, into] of [
            [1, 'p3'],
            [2, 'p2'],
          ] as const)
            Object.assign(b.proposals[at], { state: 'merged', mergedInto: into });
        }),
    ],
    ['a proposal without a text', () => changed((b) => (b.proposals[0].texts = []))],
    [
      'a sentence of a megabyte',
      () =>
        changed((b) =>
          b.threads[0].posts.push(post('x', `Créer ${'un fonds commun '.repeat(MEGABYTE / 16)}.`)),
        ),
    ],
    [
      'ten megabytes without a space',
      () => changed((b) => b.threads[0].posts.push(post('x', 'é'.repeat(10 * MEGABYTE)))),
    ],
    [
      'ten megabytes of full stops',
      () => changed((b) => b.threads[0].posts.push(post('x', '. '.repeat(5 * MEGABYTE)))),
    ],
    [
      'a language that nobody knows',
      () => changed((b) => b.threads[0].posts.push(post('x', 'Kia ora.', { lang: 'mi' }))),
    ],
    [
      'signs that turn lines around',
      () =>
        changed((b) => b.threads[0].posts.push(post('x', '\u202eCréer un fonds commun pour tous.\u2066'))),
    ],
    ['markup', () => changed((b) => (b.forum.title.fr = '<script>alert(1)</script>'))],
  ])('%s', async (_, json) => {
    const { code, out, err } = await compile(json());
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out).format).toBe('nidaa-draft/2');
    expect(out.length).toBeLessThan(200_000);
  });
});

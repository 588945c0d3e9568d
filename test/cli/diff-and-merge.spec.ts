import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { run as diff } from '../../src/cli/diff.js';
import { run as merge } from '../../src/cli/merge.js';
import { NIDAA, nidaa } from '../support/processes.js';
import { quietly } from '../support/quietly.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nidaa-texts-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const file = async (content: string): Promise<string> => {
  const path = join(folder, 'input.json');
  await writeFile(path, content);
  return path;
};
const given = async (input: unknown): Promise<string> => file(JSON.stringify(input));

const ORIGINAL = 'La ville écoute.\r\n\r\nالماء نادر هنا.\n\nFin.\n';
const AMENDMENTS = [
  { id: 'A1', text: ORIGINAL.replace('ville', 'cité') },
  { id: 'A2', text: ORIGINAL.replace('نادر', 'كثير') },
  { id: 'A3', text: ORIGINAL.replace('نادر', 'قليل').replace('Fin.\n', 'Fin.\n\nAjout\u200f 👩‍👩‍👧.\n') },
];

describe('nidaa diff', () => {
  it('prints both texts in segments, to the sign', async () => {
    const input = {
      before: 'L’eau est rare.\r\n\r\nالماء',
      after: 'L’eau est chère.\r\n\r\nالماء',
      lang: 'fr',
    };
    const { code, stdout, stderr } = await nidaa(['diff', await given(input)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual({
      segments: [
        { op: 'keep', text: 'L’eau est ' },
        { op: 'delete', text: 'rare' },
        { op: 'insert', text: 'chère' },
        { op: 'keep', text: '.\r\n\r\nالماء' },
      ],
    });
  });

  it.each([
    ['no JSON', '{'],
    ['is no object', '[]'],
    ['"before" is no text', '{ "after": "" }'],
    ['"after" is no text', '{ "before": "", "after": 3 }'],
    ['no code of a language', '{ "before": "", "after": "", "lang": "../fr" }'],
    ['more than 20000000 characters', JSON.stringify({ before: '', after: 'a'.repeat(20_000_001) })],
  ])('says in one sentence what is wrong: %s', async (why, content) => {
    const path = await file(content);
    await expect(quietly(diff, [path])).rejects.toThrow(why);
    const { code, stdout, stderr } = await nidaa(['diff', path]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^nidaa: diff: [^\n]+\n$/);
  });
});

describe('nidaa merge', () => {
  it('merges from a file and from standard input, and ends with 0 where amendments collide', async () => {
    const input = { original: ORIGINAL, amendments: AMENDMENTS };
    const result = {
      merged: 'La cité écoute.\r\n\r\nالماء نادر هنا.\n\nFin.\n\nAjout\u200f 👩‍👩‍👧.\n',
      collisions: [{ paragraph: 2, amendments: ['A2', 'A3'] }],
      held: [],
      paragraphs: [
        { n: 1, text: 'La cité écoute.', by: ['A1'] },
        { n: 2, text: 'الماء نادر هنا.', by: [] },
        { n: 3, text: 'Fin.', by: [] },
        { after: 3, text: 'Ajout\u200f 👩‍👩‍👧.', by: ['A3'] },
      ],
    };
    const { code, stdout, stderr } = await nidaa(['merge', await given(input)]);
    expect([code, stderr]).toEqual([0, '']);
    expect(JSON.parse(stdout)).toEqual(result);
    const child = spawn(process.execPath, [NIDAA, 'merge', '-'], { stdio: ['pipe', 'pipe', 'inherit'] });
    child.stdin.end(JSON.stringify(input));
    const [printed, [exit]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    expect([exit, JSON.parse(printed)]).toEqual([0, result]);
  });

  it('reads amendments that stand before the original, spaces, escapes and what it does not know', async () => {
    const member = (key: string, value: unknown): string =>
      `${JSON.stringify(key)} : ${JSON.stringify(value, null, 2)}`;
    const text = 'Il dit "\\\\" et {[,]} \\".\n\nFin';
    const all = [
      member('more', { a: ['}', 1, null, '\\'] }),
      member('amendments', [{ id: 'A', text: text.replace('Fin', 'Suite') }]),
      member('original', text),
      member('n', -1.5e3),
    ];
    const { out } = await quietly(merge, [await file(`\n{ ${all.join(' , ')} }\n`)]);
    expect(JSON.parse(out).merged).toBe(text.replace('Fin', 'Suite'));
  });

  it('reads input of many blocks', async () => {
    const original = Array.from({ length: 3_000 }, (_, at) => `Article ${at} « de la ville \\ ».`).join(
      '\n\n',
    );
    const amendments = Array.from({ length: 120 }, (_, at) => ({
      id: `A${at}`,
      text: original.replace(`Article ${at} `, `Art. ${at} `),
    }));
    const { out } = await quietly(merge, [await given({ original, amendments })]);
    expect(JSON.parse(out).merged.match(/Art\. /g)).toHaveLength(120);
  });

  const amended = (...amendments: unknown[]): string => JSON.stringify({ original: 'x', amendments });
  it.each([
    ['no JSON object', ''],
    ['no JSON object', '[]'],
    ['no JSON object', '{'],
    ['no JSON object', '{"original":"x","amendments":[]} {}'],
    ['no JSON', '{"original":"x" "amendments":[]}'],
    ['no JSON', '{"original":"x","amendments":[{]}'],
    ['no JSON', '{"original":"x","amendments":[],}'],
    ['"original" is no text', '{"amendments":[]}'],
    ['"amendments" is no list', '{"original":"x"}'],
    ['"amendments" is no list', '{"original":"x","amendments":{}}'],
    ['"original" is no text', '{"original":null,"amendments":[]}'],
    ['amendment 1 is no object', amended(3)],
    ['there twice', amended({ id: 'A', text: 'y' }, { id: 'A', text: 'z' })],
    ['is empty', amended({ id: '', text: 'y' })],
    ['the "text" of amendment 1 is no text', amended({ id: 'A' })],
    ['more than 10000', amended(...Array.from({ length: 10_001 }, (_, at) => ({ id: `A${at}`, text: 'x' })))],
  ])('says in one sentence what is wrong: %s', async (why, content) => {
    await expect(quietly(merge, [await file(content)])).rejects.toThrow(why);
  });

  it('says so with exit code 2 where there is no such file, or two', async () => {
    expect(await nidaa(['merge', join(folder, 'none.json')])).toMatchObject({ code: 2, stdout: '' });
    const { code, stderr } = await nidaa(['merge', 'a', 'b']);
    expect([code, stderr]).toEqual([2, 'nidaa: merge: one file, or none, is read\n']);
  });
});

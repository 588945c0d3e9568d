import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { nidaa } from '../support/processes.js';

const POLL = {
  method: 'irv',
  options: ['ماء', 'Patrimoine'],
  ballots: [{ ranking: [['ماء']], weight: 3 }, { ranking: [['Patrimoine']], weight: '3/2' }, { blank: true }],
};

describe('nidaa count', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nidaa-count-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  const file = async (name: string, content: string): Promise<string> => {
    const path = join(folder, name);
    await writeFile(path, content);
    return path;
  };

  it('prints the count with its reasons in three languages', async () => {
    const { code, stdout, stderr } = await nidaa(['count', await file('poll.json', JSON.stringify(POLL))]);
    expect([code, stderr]).toEqual([0, '']);
    const counted = JSON.parse(stdout);
    expect(counted).toMatchObject({
      winners: ['ماء'],
      order: [['ماء'], ['Patrimoine']],
      adopted: null,
      quorate: null,
      tally: { ماء: 3, Patrimoine: '3/2' },
      cast: { ballots: 3, blank: 1, invalid: 0 },
      tie: null,
    });
    expect(counted.explanation.at(-1)).toEqual({
      ar: expect.stringContaining('يفوز'),
      fr: expect.stringContaining('plus de la moitié'),
      en: expect.stringContaining('more than half'),
    });
  });

  it.each([
    ['no JSON', '{'],
    ['a ballot for nobody', JSON.stringify({ ...POLL, ballots: [{ ranking: [['Nobody']] }] })],
  ])('says in one sentence what is wrong with %s', async (name, content) => {
    const { code, stdout, stderr } = await nidaa(['count', await file(name, content)]);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^nidaa: count: [^\n]+\n$/);
  });

  it('says so where there is no such file', async () => {
    expect(await nidaa(['count', join(folder, 'none.json')])).toMatchObject({ code: 2, stdout: '' });
  });
});

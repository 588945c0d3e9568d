import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RehearsalView } from '../../src/voting/rehearsals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { inAll } from '../support/people.js';
import { NIDAA, nidaa } from '../support/processes.js';
import { until } from '../support/until.js';
import { makeVotingHall, type VotingHall } from '../support/voting-hall.js';

const VOTERS = 40;
const OPTIONS = ['Water', 'Heritage', 'Transport'].map((name, at) => ({
  id: `${at + 1}`,
  text: inAll(name),
}));

let test: TestApp;
let hall: VotingHall;
let env: Record<string, string>;

beforeAll(async () => {
  test = await startApp();
  const terms = { method: 'schulze', options: OPTIONS, secrecy: 'secret', publication: 'by-chair' } as const;
  hall = await makeVotingHall(test.db, test.url, { voters: 3, terms });
  env = { DATABASE_URL: (test.db.options as { url: string }).url };
});
afterAll(() => test.stop());

/** Databases and folders of rehearsals, whosever: other tests may be holding some. */
async function rehearsed(): Promise<string[]> {
  const rows: { datname: string }[] = await test.db.query(
    `SELECT datname FROM pg_database WHERE datname LIKE 'nidaa\\_rehearsal\\_%'`,
  );
  const folders = (await readdir(tmpdir())).filter((name) => name.startsWith('nidaa-rehearsal-'));
  return [...rows.map(({ datname }) => datname), ...folders];
}

let before: readonly string[];
beforeAll(async () => {
  before = await rehearsed();
});

/** Of what was made since this file began everything goes; what another test is holding goes with that. */
const nothingIsLeft = (): Promise<void> =>
  until(async () => (await rehearsed()).every((name) => before.includes(name)), 120_000);

describe('the chair’s button', () => {
  it('lets the poll be rehearsed aside once at a time, and shows what came of it', async () => {
    const path = `/api/v1/polls/${hall.pollId}/rehearsals`;
    const [first, second] = await Promise.all([1, 2].map(() => hall.chair.post(path, { voters: 20 })));
    expect([first?.status, second?.status].sort()).toEqual([201, 409]);
    let last: RehearsalView | undefined;
    await until(async () => {
      [last] = (await hall.chair.get<RehearsalView[]>(path)).body;
      return last?.state !== 'running';
    }, 120_000);
    const report = { acknowledged: 20, stored: 20, counted: 20, faults: [] };
    expect(last).toMatchObject({ state: 'held', voters: 20, report });
    await nothingIsLeft();
  });
});

describe('nidaa rehearse', () => {
  it('holds a copy of a poll with bad connections and a kill, counts every ballot, and leaves nothing', async () => {
    const args = ['rehearse', '--voters', String(VOTERS), '--poll', hall.pollId, '--json'];
    const { code, stdout, stderr } = await nidaa(args, env);
    expect([code, stderr]).toEqual([0, '']);
    const seen = JSON.parse(stdout);
    expect(seen).toMatchObject({
      method: 'schulze',
      secrecy: 'secret',
      voters: VOTERS,
      acknowledged: VOTERS,
      stored: VOTERS,
      counted: VOTERS,
      missing: 0,
      closes: 1,
      faults: [],
    });
    // It was a rehearsal of what goes wrong, not of what goes well.
    for (const name of ['doubled', 'cut', 'retried']) expect(seen[name]).toBeGreaterThan(0);
    expect(seen.times.restarting).toBeGreaterThan(0);
    await nothingIsLeft();
    // And the poll itself is as it was.
    const [{ ballots, state }] = await test.db.query(
      'SELECT (SELECT count(*)::int FROM ballot) AS ballots, state FROM round WHERE id = $1',
      [hall.roundId],
    );
    expect([ballots, state]).toEqual([0, 'draft']);
  });

  it('leaves nothing when it is interrupted', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'nidaa-test-'));
    const child = spawn(process.execPath, [NIDAA, 'rehearse'], {
      env: { PATH: process.env.PATH, TMPDIR: folder, ...env },
      stdio: 'ignore',
    });
    const ended = once(child, 'close');
    // It has begun.
    await until(async () => (await readdir(folder)).length > 0, 60_000);
    child.kill('SIGINT');
    expect((await ended)[0]).toBe(130);
    expect(await readdir(folder)).toEqual([]);
    await rm(folder, { recursive: true });
    await nothingIsLeft();
  });

  it.each([
    ['no number of voters', ['--voters', 'many']],
    ['a poll that is not there', ['--poll', '00000000-0000-7000-8000-000000000000']],
  ])('says in one sentence what is wrong with %s', async (_, args) => {
    const { code, stdout, stderr } = await nidaa(['rehearse', ...args], env);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(/^nidaa: rehearse: [^\n]+\n$/);
  });
});

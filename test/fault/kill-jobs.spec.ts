import type { DataSource } from 'typeorm';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { adopt } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { type Debate, makeDebate } from '../support/debate.js';
import type { Person } from '../support/people.js';
import { AppProcess, freePort, nidaa } from '../support/processes.js';
import { until } from '../support/until.js';
import { connectTo } from '../support/voting-hall.js';
import { waitsFor, whileHeld } from '../support/while-held.js';

const RESTART_MS = 60_000;

let test: TestApp;
let db: DataSource;
let debate: Debate;
let env: Record<string, string>;
let app: AppProcess;
let moderator: BrowserClient;
/** The people of the debate, signed in at the app that is killed. */
let hallThere: Debate['hall'];

function asOf(person: Person): Person {
  const client = new BrowserClient(app.url);
  client.cookie = person.client.cookie;
  return { ...person, client };
}

beforeAll(async () => {
  test = await startApp();
  debate = await makeDebate(test);
  const { databaseUrl, dataDir } = test.app.get(Config);
  // What is killed is the whole app: the one in this process only made what it begins with.
  await test.app.close();
  env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir, PORT: await freePort() };
  app = await AppProcess.start(env);
  db = await connectTo(env.DATABASE_URL as string);
  const { hall } = debate;
  const [chair, ...voters] = [hall.moderator, hall.delegate, hall.otherDelegate].map(asOf);
  hallThere = { ...hall, moderator: chair, delegate: voters[0], otherDelegate: voters[1] } as Debate['hall'];
  moderator = hallThere.moderator.client;
});
afterAll(async () => {
  await app?.end('SIGTERM');
  await db?.destroy();
  await test?.stop();
});

async function ask<T>(method: string, path: string, body?: object): Promise<T> {
  const reply = await moderator.send<T>(method, path, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

const show = (id: string): Promise<AppealView> => ask('GET', `/api/v1/appeals/${id}`);

/**
 * Kills the app as soon as it has acknowledged what was asked for, and once more when the job, taken up at the
 * next start, is about to write to `table`. Leaves it running again.
 */
async function killTwice(acknowledged: () => Promise<void>, table: string): Promise<void> {
  await whileHeld(db, table, async () => {
    await acknowledged();
    await app.end('SIGKILL');
    app = await AppProcess.start(env);
    await until(() => waitsFor(db, table), RESTART_MS);
    await app.end('SIGKILL');
  });
  app = await AppProcess.start(env);
}

async function happened(type: string): Promise<number> {
  const [{ times }] = await db.query('SELECT count(*)::int AS times FROM event WHERE type = $1', [type]);
  return times;
}

const textsOf = ({ clauses }: AppealView) => clauses.map(({ texts }) => texts.fr);

describe('kill -9 while the appeal is', () => {
  let id: string;

  it('compiled: the next start takes the job up, and there is one draft, whole', async () => {
    await killTwice(async () => {
      ({ id } = await ask<AppealSummary>('POST', debate.path, { lang: 'fr' }));
    }, 'source');
    await until(async () => (await show(id)).state === 'drafting', RESTART_MS);
    const draft = await show(id);
    expect(draft.coverage.total).toBe(4);
    expect(new Set(textsOf(draft)).size).toBe(draft.clauses.length);
    expect(draft.clauses.filter(({ sources }) => sources.length > 0)).toHaveLength(2);
    expect(await happened('appeal.compiled')).toBe(1);
    const { body } = await moderator.get<{ items: AppealSummary[] }>(debate.path);
    expect(body.items).toHaveLength(1);
  });

  it('published: it goes out once, and the release holds', async () => {
    await ask<AppealView>('POST', `/api/v1/appeals/${id}/fates`, {});
    const { version } = await adopt(hallThere, id);
    await killTwice(async () => {
      await ask('POST', `/api/v1/appeals/${id}/publish`, { version });
    }, 'release_file');
    await until(async () => (await show(id)).state === 'published', RESTART_MS);
    expect(await happened('appeal.published')).toBe(1);
    expect(await db.query('SELECT number FROM release WHERE appeal_id = $1', [id])).toEqual([{ number: 1 }]);
    const { page } = await show(id);
    const verdict = await nidaa(['verify', `${app.url}${page}`]);
    expect([verdict.code, verdict.stderr]).toEqual([0, '']);
    expect(verdict.stdout).toContain('Everything holds.');
  });
});

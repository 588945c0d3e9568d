import type { DataSource } from 'typeorm';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { AppProcess, freePort } from '../support/processes.js';
import { SharedText } from '../support/shared-text.js';
import { until } from '../support/until.js';
import { connectTo } from '../support/voting-hall.js';

const RESTART_MS = 60_000;
/** What somebody types on while the app is killed. */
const WORDS = Array.from({ length: 80 }, (_, at) => `mot${at} `);

let test: TestApp;
let db: DataSource;
let debate: Debate;
let env: Record<string, string>;
let apps: AppProcess[];
let id: string;
let clauseId: string;

beforeAll(async () => {
  test = await startApp();
  debate = await makeDebate(test);
  const { databaseUrl, dataDir } = test.app.get(Config);
  await test.app.close();
  env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir };
  apps = await Promise.all([start(), start()]);
  db = await connectTo(env.DATABASE_URL as string);
  id = (await moderator().post<AppealSummary>(debate.path, { lang: 'fr' })).body.id;
  await until(async () => (await show()).state === 'drafting', RESTART_MS);
  clauseId = (await show()).clauses.find(({ sources }) => sources.length > 0)?.id as string;
});
afterAll(async () => {
  await Promise.all(apps.map((app) => app.end('SIGTERM')));
  await db?.destroy();
  await test?.stop();
});

const start = async (): Promise<AppProcess> => AppProcess.start({ ...env, PORT: await freePort() });

/** A person's browser at one of the processes. */
function at(app: number, { cookie }: BrowserClient): BrowserClient {
  return Object.assign(new BrowserClient((apps[app] as AppProcess).url), { cookie });
}
const moderator = (app = 0) => at(app, debate.hall.moderator.client);
const organiser = (app = 1) => at(app, debate.hall.organiser.client);
const show = async () => (await moderator().get<AppealView>(`/api/v1/appeals/${id}`)).body;
const clause = async () => (await show()).clauses.find((each) => each.id === clauseId)?.texts.fr ?? '';

it('what is written at one process reaches those at another, both ways, and REST edits too', async () => {
  const [a, b] = [await SharedText.open(moderator(0), id), await SharedText.open(organiser(1), id)];
  a.type(clauseId, 0, 'Du premier. ');
  await a.send();
  await until(() => b.textOf(clauseId)?.startsWith('Du premier. ') === true);
  // At once, on what the other process has stored a moment ago.
  b.type(clauseId, 12, 'Du second. ');
  expect((await b.send()).ok).toBe(true);
  await until(() => a.textOf(clauseId)?.startsWith('Du premier. Du second. ') === true);
  await Promise.all(
    [a, b].map(async (text, which) => {
      for (let i = 0; i < 15; i++) {
        text.type(clauseId, 0, which === 0 ? 'x' : 'y');
        await text.send();
      }
    }),
  );
  await until(() => a.textOf(clauseId) === b.textOf(clauseId) && (a.textOf(clauseId) ?? '').length > 50);
  expect(a.textOf(clauseId)?.match(/^[xy]+/)?.[0]).toHaveLength(30);
  await until(async () => (await clause()) === a.textOf(clauseId));
  const { version } = (await show()).clauses.find(
    (each) => each.id === clauseId,
  ) as AppealView['clauses'][number];
  await organiser().patch(`/api/v1/appeals/${id}/clauses/${clauseId}`, {
    texts: { en: 'By REST.' },
    version,
  });
  await until(() => [a, b].every((text) => text.textOf(clauseId, 'en') === 'By REST.'));
  for (const text of [a, b]) text.cut();
});

it('kill -9 while somebody writes loses nothing that was acknowledged, and what was not is sent again', async () => {
  const text = await SharedText.open(moderator(0), id);
  const acknowledged: string[] = [];
  const killed = until(() => acknowledged.length >= 20).then(() => (apps[0] as AppProcess).end('SIGKILL'));
  for (const word of WORDS) {
    text.type(clauseId, 0, word);
    const answer = await Promise.race([text.send(), killed.then(() => null)]).catch(() => null);
    if (!answer?.ok) break;
    acknowledged.push(word);
  }
  await killed;
  expect(acknowledged.length).toBeLessThan(WORDS.length);
  apps[0] = await start();
  const reader = await SharedText.open(organiser(0), id);
  const found = reader.textOf(clauseId) ?? '';
  expect(acknowledged.filter((word) => !found.includes(word))).toEqual([]);
  // Killed before the clauses followed: the next start sees to it.
  await until(
    async () => acknowledged.every((word) => found.includes(word)) && (await clause()) === found.trim(),
  );
  // The device kept what was not acknowledged, and brings it when it is back.
  const back = Object.assign(text, { client: moderator(0) });
  text.cut();
  await back.connect();
  await back.send();
  await until(() => reader.textOf(clauseId) === text.textOf(clauseId));
  for (const each of [text, reader]) each.cut();
  expect(await db.query('SELECT seq, settled_seq FROM document WHERE appeal_id = $1', [id])).toHaveLength(1);
});

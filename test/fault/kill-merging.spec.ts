import type { DataSource } from 'typeorm';
import { Config } from '../../src/platform/config/config.js';
import type { AmendmentsView, AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type { FinishedMerge, MergeView } from '../../src/proposals/merging/merging.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient } from '../support/browser-client.js';
import { makeHall } from '../support/people.js';
import { AppProcess, freePort } from '../support/processes.js';
import { until } from '../support/until.js';
import { connectTo } from '../support/voting-hall.js';
import { waitsFor, whileHeld } from '../support/while-held.js';

const BEFORE = ['Every quarter keeps a public fountain.', 'The city pays for its water.'];
const AFTER = [BEFORE[0], 'The region pays for its water.'];

let test: TestApp;
let db: DataSource;
let hall: Awaited<ReturnType<typeof makeHall>>;
let proposal: ProposalView;
let env: Record<string, string>;
let app: AppProcess;

beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
  proposal = await admitted();
  const { databaseUrl, dataDir } = test.app.get(Config);
  // What is killed is the whole app: the one in this process only made what it begins with.
  await test.app.close();
  env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir, PORT: await freePort() };
  app = await AppProcess.start(env);
  db = await connectTo(env.DATABASE_URL as string);
});
afterAll(async () => {
  await app?.end('SIGTERM');
  await db?.destroy();
  await test?.stop();
});

async function ask<T>(client: BrowserClient, method: string, path: string, body?: object): Promise<T> {
  const reply = await client.send<T>(method, `/api/v1/${path}`, body);
  if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body;
}

/** An admitted proposal with one open amendment of its second paragraph. */
async function admitted(): Promise<ProposalView> {
  const { delegate, otherDelegate, moderator, forum } = hall;
  const paragraphs = BEFORE.map((html) => ({ kind: 'text', html }));
  const draft = { lang: 'en', title: 'Fountains', paragraphs };
  let made = await ask<ProposalView>(delegate.client, 'POST', `forums/${forum.slug}/proposals`, draft);
  const path = `proposals/${made.id}`;
  made = await ask(delegate.client, 'POST', `${path}/submit`, { version: made.version });
  made = await ask(moderator.client, 'POST', `${path}/admit`, { version: made.version });
  const changed = made.texts[0]?.paragraphs.map((each, at) => ({ ...each, html: AFTER[at] }));
  const wanted = { reason: 'It is their water.', paragraphs: changed };
  const amendment = await ask<AmendmentView>(otherDelegate.client, 'POST', `${path}/amendments`, wanted);
  const { id, version } = amendment;
  await ask(otherDelegate.client, 'POST', `amendments/${id}/submit`, { version });
  return made;
}

/** All that a reader can see of the text and of what became of the amendment. */
async function standing() {
  const shown = await ask<ProposalView>(rapporteur(), 'GET', `proposals/${proposal.id}`);
  const { amendments } = await ask<AmendmentsView>(
    rapporteur(),
    'GET',
    `proposals/${proposal.id}/amendments`,
  );
  return {
    words: shown.texts[0]?.paragraphs.map(({ html }) => html),
    version: shown.version,
    amendments: amendments.map(({ state }) => state),
  };
}

/** The moderator, signed in as before, wherever the app answers now. */
function rapporteur(): BrowserClient {
  return Object.assign(Object.create(hall.moderator.client), { url: app.url });
}

it('kill -9 while a merge is finished: all of it stands as it was, choices too, and it is finished once', async () => {
  const path = `proposals/${proposal.id}/merging`;
  const begun = await ask<MergeView>(rapporteur(), 'POST', path);
  const [amendment] = begun.amendments;
  const spot = begun.spots.find(({ options }) => options.length > 0)?.spot;
  const chosen = await ask<MergeView>(rapporteur(), 'POST', `${path}/choices`, {
    spot,
    over: 0,
    kind: 'take',
    amendmentIds: [amendment?.id],
  });
  const body = { version: chosen.merging?.version, basedOn: chosen.basedOn };
  const before = await standing();
  expect(before).toMatchObject({ words: BEFORE, amendments: ['submitted'] });

  // The merge's own row is written last: the text and the amendment have been changed by then.
  await whileHeld(db, 'merging', async () => {
    const asked = ask(rapporteur(), 'POST', `${path}/finish`, body).catch(() => 'cut off');
    await until(() => waitsFor(db, 'merging'));
    await app.end('SIGKILL');
    expect(await asked).toBe('cut off');
  });
  app = await AppProcess.start(env);

  expect(await standing()).toEqual(before);
  const found = await ask<MergeView>(rapporteur(), 'GET', path);
  expect(found.spots).toEqual(chosen.spots);
  expect(await ask<FinishedMerge>(rapporteur(), 'POST', `${path}/finish`, body)).toEqual({ number: 2 });
  expect(await standing()).toMatchObject({ words: AFTER, amendments: ['accepted'] });
  const [{ times }] = await db.query(
    "SELECT count(*)::int AS times FROM event WHERE type = 'merge.finished'",
  );
  expect(times).toBe(1);
});

import { newId } from '../../src/kernel/ids.js';
import { EventDispatcher } from '../../src/platform/events/event-dispatcher.js';
import { Events } from '../../src/platform/events/events.service.js';
import { Jobs } from '../../src/platform/jobs/jobs.js';
import { startApp, type TestApp } from '../support/app.js';
import { redisUrl } from '../support/redis.js';
import { until } from '../support/until.js';

/** One suite over both engines: what a room may rely on does not depend on the installation. */
const redis = redisUrl();
const engines: [string, Record<string, string>][] = [
  ['Postgres', { REDIS_URL: '' }],
  ...(redis ? [['Redis', { REDIS_URL: redis }] as [string, Record<string, string>]] : []),
];

if (!redis) it.skip('jobs on Redis: no Redis here', () => undefined);

describe.each(engines)('jobs on %s', (_, env) => {
  let test: TestApp;
  let jobs: Jobs;
  const done: string[] = [];
  let failures = 0;

  beforeAll(async () => {
    test = await startApp({ ...env, LOG_LEVEL: 'silent' }, (app) => {
      jobs = app.get(Jobs);
      jobs.handle('spec.note', async ({ id }) => {
        done.push(id as string);
      });
      jobs.handle('spec.fragile', async ({ id }) => {
        if (failures-- > 0) throw new Error('not yet');
        done.push(id as string);
      });
    });
  });
  afterAll(() => test.stop());

  it('does what was asked for', async () => {
    const id = newId();
    await jobs.enqueue('spec.note', { id }, { key: id });
    await until(() => done.includes(id));
  });

  it('takes the same key twice as one job', async () => {
    const id = newId();
    const later = new Date(Date.now() + 400);
    await jobs.enqueue('spec.note', { id }, { key: id, runAt: later });
    await jobs.enqueue('spec.note', { id }, { key: id, runAt: later });
    const marker = newId();
    await jobs.enqueue('spec.note', { id: marker }, { key: marker, runAt: new Date(Date.now() + 900) });
    // Several are done at a time: the later one may come first by a moment.
    await until(() => done.includes(marker) && done.includes(id));
    expect(done.filter((one) => one === id)).toEqual([id]);
  });

  it('tries a failed job again', async () => {
    const id = newId();
    failures = 1;
    await jobs.enqueue('spec.fragile', { id }, { key: id });
    await until(() => done.includes(id), 30_000);
  });

  it('tells how much waits', async () => {
    const id = newId();
    const before = (await jobs.figures()).waiting;
    await jobs.enqueue('spec.note', { id }, { key: id, runAt: new Date(Date.now() + 3_600_000) });
    expect((await jobs.figures()).waiting).toBe(before + 1);
  });
});

it.each(engines)('on %s, take what an event asks for while the process ends', async (_, env) => {
  const ending = await startApp({ ...env, LOG_LEVEL: 'silent' });
  const { app, db } = ending;
  let enter = (): void => undefined;
  const entered = new Promise<void>((resolve) => {
    enter = resolve;
  });
  let outcome = 'nothing yet';
  app.get(EventDispatcher).consume('spec', async ({ type, subjectId: key }) => {
    if (type !== 'spec.happened') return;
    enter();
    // The process goes as far in its end as it gets without this consumer.
    for (let turn = 0; turn < 20; turn++) await db.query('SELECT 1');
    const asked = app.get(Jobs).enqueue('spec.late', {}, { key });
    outcome = await asked.then(
      () => 'taken',
      (error) => String(error),
    );
  });
  const subject = { kind: 'spec', id: newId() };
  const fact = { forumId: null, type: 'spec.happened', subject, actorId: null };
  await db.transaction((em) => app.get(Events).append(em, fact));
  await entered;
  await ending.stop();
  expect(outcome).toBe('taken');
});

import { jest } from '@jest/globals';
import pg from 'pg';
import { io } from 'socket.io-client';
import { newId } from '../../src/kernel/ids.js';
import { poolOf } from '../../src/platform/database/pool.js';
import { RealtimeGateway } from '../../src/platform/realtime/realtime.gateway.js';
import type { SessionView } from '../../src/program/program.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { newTrackingCode } from '../support/ballots.js';
import { TestSocket } from '../support/browser-client.js';
import { inAll, makeHall } from '../support/people.js';
import { until } from '../support/until.js';

interface WithEngine {
  readonly io: { readonly engine: { readonly clients: Record<string, { close(discard: boolean): void }> } };
}

/** Of a poll that there is not: who is signed in is told so, who is not is asked to sign in. */
const BALLOT = {
  roundId: newId(),
  voterId: newId(),
  ballot: { choice: 'yes' },
  code: newTrackingCode(),
  key: newId(),
};

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let watcher: TestSocket;

beforeAll(async () => {
  // Lost connections are logged as they should be; here they are wanted.
  test = await startApp({ LOG_LEVEL: 'silent' });
  hall = await makeHall(test);
  watcher = await hall.delegate.client.socket();
  await watcher.ask('forum.watch', { slug: hall.forum.slug });
});
afterAll(async () => {
  watcher.close();
  await test.stop();
});

function planSession() {
  return hall.moderator.client.post<SessionView>(`/api/v1/forums/${hall.forum.slug}/sessions`, {
    kind: 'plenary',
    title: inAll('Opening'),
    place: '',
    startsAt: '2014-06-12T09:00:00Z',
    endsAt: '2014-06-12T10:00:00Z',
  });
}

/** What a restart of the database does to the app: every connection of it ends at once. Answers how many. */
async function cutDatabaseConnections(): Promise<number> {
  const [{ cut }] = await test.db.query(
    `SELECT count(pg_terminate_backend(pid))::int AS cut FROM pg_stat_activity
      WHERE datname = current_database() AND pid <> pg_backend_pid()`,
  );
  return cut;
}

describe('when the database ends every connection', () => {
  it('the app goes on: it answers again, and a change is still seen live', async () => {
    await Promise.all(Array.from({ length: 12 }, () => hall.anonymous.get('/api/v1/forums')));
    // The pool's and the listener's, and the job engine's where it is on Postgres.
    expect(await cutDatabaseConnections()).toBeGreaterThan(1);
    await until(async () => (await hall.anonymous.get('/health/ready')).status === 200);
    const { status, body } = await planSession();
    expect(status).toBe(201);
    expect(await watcher.hear<{ id: string }>('hint', ({ id }) => id === body.id)).toMatchObject({
      type: 'session.planned',
    });
  });

  it('each new one is listened to from its first moment, beside the pool', async () => {
    const listeners = new Promise((resolve) =>
      poolOf(test.db).once('connect', (client) => resolve(client.listenerCount('error'))),
    );
    await cutDatabaseConnections();
    await until(async () => (await hall.anonymous.get('/health/ready')).status === 200);
    await Promise.all(Array.from({ length: 12 }, () => hall.anonymous.get('/api/v1/forums')));
    expect(await listeners).toBe(2);
  });

  it('requests under way fail as unavailable or are done, never half', async () => {
    const path = `/api/v1/forums/${hall.forum.slug}/sessions`;
    const before = (await hall.anonymous.get<{ items: unknown[] }>(path)).body.items.length;
    const answers = Promise.all(Array.from({ length: 30 }, planSession));
    await cutDatabaseConnections();
    const statuses = (await answers).map(({ status }) => status);
    await until(async () => (await hall.anonymous.get('/health/ready')).status === 200);
    const done = statuses.filter((status) => status === 201).length;
    const [{ sessions, events }] = await test.db.query(
      `SELECT (SELECT count(*)::int FROM session WHERE forum_id = $1) AS sessions,
              (SELECT count(*)::int FROM event WHERE forum_id = $1 AND type = 'session.planned') AS events`,
      [hall.forum.id],
    );
    expect(sessions).toBe(events);
    // A commit whose answer was cut off is done, though its client was told otherwise.
    expect(sessions - before).toBeGreaterThanOrEqual(done);
    expect(statuses.filter((status) => status !== 201 && status !== 503)).toEqual([]);
  });
});

describe('when the app ends', () => {
  it('each pool is listened to until its last connection is closed: a server that ends too is no fault', async () => {
    const ending = jest.spyOn(Object.getPrototypeOf(pg.Pool.prototype) as pg.Pool, 'end');
    const other = await startApp({ REDIS_URL: '' });
    await other.stop();
    const pools = ending.mock.contexts as pg.Pool[];
    // What ends them all is that the last connection is gone: nothing that it says later is missed.
    expect(pools.map((pool) => [pool.totalCount, pool.listenerCount('error') > 0])).toEqual(
      pools.map(() => [0, true]),
    );
    // The app's own and the job engine's.
    expect(pools.length).toBeGreaterThanOrEqual(2);
    ending.mockRestore();
  });
});

describe('when the server loses its sockets', () => {
  it('each comes back by itself, as the same reader, and hears what happens after it asked anew', async () => {
    const returning = new TestSocket(
      io(test.url, {
        transports: ['websocket'],
        extraHeaders: { cookie: hall.delegate.client.cookie },
        reconnectionDelay: 10,
      }),
    );
    await new Promise((resolve) => returning.io.once('connect', () => resolve(null)));
    const back = new Promise((resolve) => returning.io.once('connect', () => resolve(null)));
    const { engine } = (test.app.get(RealtimeGateway) as unknown as WithEngine).io;
    for (const client of Object.values(engine.clients)) client.close(true);
    await back;
    expect(await returning.ask('forum.watch', { slug: hall.forum.slug })).toMatchObject({ ok: true });
    const { body } = await planSession();
    await returning.hear<{ id: string }>('hint', ({ id }) => id === body.id);
    expect(await returning.ask('ballot.cast', BALLOT)).toMatchObject({ error: { code: 'object.missing' } });
    returning.close();
  });
});

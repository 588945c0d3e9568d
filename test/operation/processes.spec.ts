import { mkdtemp, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SMTPServer } from 'smtp-server';
import type { DataSource } from 'typeorm';
import type { SessionView } from '../../src/program/program.contract.js';
import type { PublicPollState } from '../../src/voting/polls.contract.js';
import { castByHttp, castBySocket, choiceOf } from '../support/ballots.js';
import { BrowserClient } from '../support/browser-client.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { inAll } from '../support/people.js';
import { AppProcess, freePort } from '../support/processes.js';
import { redisUrl } from '../support/redis.js';
import { until } from '../support/until.js';
import { connectTo, makeVotingHall, openPoll, type VotingHall } from '../support/voting-hall.js';

const redis = redisUrl();
/** The same set of processes as in docker-compose.yml. Without a Redis there can be no more than one. */
const larger = redis ? describe : describe.skip;

larger('two web processes and a worker on one Postgres and one Redis', () => {
  let database: TestDatabase;
  let db: DataSource;
  let folder: string;
  let mailServer: SMTPServer;
  const letters: string[] = [];
  const processes: AppProcess[] = [];
  let first: AppProcess;
  let second: AppProcess;
  let hall: VotingHall;

  const start = async (ROLE: string): Promise<AppProcess> => {
    const { port } = mailServer.server.address() as AddressInfo;
    const app = await AppProcess.start({
      DATABASE_URL: database.url,
      REDIS_URL: redis as string,
      SMTP_URL: `smtp://127.0.0.1:${port}?ignoreTLS=true`,
      NIDAA_DATA_DIR: folder,
      PORT: await freePort(),
      ROLE,
    });
    processes.push(app);
    return app;
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nidaa-processes-'));
    database = await cloneDatabase();
    mailServer = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData(stream, { envelope }, done) {
        stream.resume().on('end', () => {
          letters.push(...envelope.rcptTo.map(({ address }) => address));
          done();
        });
      },
    });
    await new Promise<void>((resolve) => mailServer.listen(0, '127.0.0.1', resolve));
    // At the same time, as a larger installation starts them: one of them migrates, both use one secret.
    [first, second] = (await Promise.all([start('web'), start('web')])) as [AppProcess, AppProcess];
    db = await connectTo(database.url);
    hall = await makeVotingHall(db, first.url, { voters: 20 });
  });

  afterAll(async () => {
    await db.destroy();
    const codes = await Promise.all(processes.map((app) => app.end('SIGTERM')));
    await new Promise<void>((resolve) => mailServer.close(() => resolve()));
    await database.drop();
    await rm(folder, { recursive: true, force: true });
    expect(codes).toEqual(codes.map(() => 0));
  });

  /** The same reader at the other process. */
  const atSecond = ({ cookie }: BrowserClient): BrowserClient =>
    Object.assign(new BrowserClient(second.url), { cookie });

  it('an event caused on one is seen by a socket on the other', async () => {
    const watcher = await atSecond(hall.chair).socket();
    await watcher.ask('forum.watch', { slug: hall.slug });
    const { body } = await hall.chair.post<SessionView>(`/api/v1/forums/${hall.slug}/sessions`, {
      kind: 'workshop',
      title: inAll('Water'),
      place: '',
      startsAt: '2014-06-12T09:00:00Z',
      endsAt: '2014-06-12T10:00:00Z',
    });
    await watcher.hear<{ id: string }>('hint', ({ id }) => id === body.id);
    watcher.close();
  });

  it('the turnout of ballots on both reaches the sockets of both', async () => {
    const watchers = await Promise.all([hall.chair.socket(), atSecond(hall.chair).socket()]);
    for (const watcher of watchers) await watcher.ask('forum.watch', { slug: hall.slug });
    await openPoll(hall);
    await Promise.all(
      hall.voters.map(async (voter, index) => {
        if (index % 2 === 0) return castByHttp(hall, voter, choiceOf(index));
        const socket = await atSecond(voter.client).socket();
        await castBySocket(hall, voter, choiceOf(index), socket);
        socket.close();
      }),
    );
    for (const watcher of watchers)
      await watcher.hear<PublicPollState>('poll', ({ turnout }) => turnout.cast === hall.voters.length);
    for (const watcher of watchers) watcher.close();
  });

  it('a job from a web process waits for the worker, and is done there', async () => {
    const waiting = async (): Promise<number> => {
      const { body } = await new BrowserClient(first.url).get<string>('/metrics');
      return Number(/nidaa_jobs\{state="waiting"\} (\d+)/.exec(body)?.[1]);
    };
    const email = hall.voters[0]?.email as string;
    await new BrowserClient(second.url).post('/api/v1/sign-in/code', { email, locale: 'fr' });
    await until(async () => (await waiting()) === 1);
    expect(letters).toEqual([]);
    await start('worker');
    await until(() => letters.includes(email));
    await until(async () => (await waiting()) === 0);
  });
});

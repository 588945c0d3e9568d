import { chmod, mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  type EmbeddedPostgres,
  findEmbeddedPostgres,
  startEmbeddedPostgres,
} from '../../src/platform/embedded/embedded-postgres.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { choiceOf } from '../support/ballots.js';
import { Casting, postmasterOf } from '../support/casting.js';
import { AppProcess, freePort } from '../support/processes.js';
import { until } from '../support/until.js';
import { connectTo, makeVotingHall, openPoll, type VotingHall } from '../support/voting-hall.js';
import { hold, waiting } from '../support/while-held.js';

const VOTERS = 300;
const BACK_MS = 60_000;

/** The server of the app's own, or one that the operator keeps: either comes back after a kill, at the same address. */
describe.each(['embedded', 'of DATABASE_URL'] as const)('kill -9 of the database alone, %s', (kind) => {
  let folders: string[];
  let server: EmbeddedPostgres | null;
  let app: AppProcess;
  let hall: VotingHall;
  let casting: Casting;
  let databaseUrl: () => Promise<string>;

  beforeAll(async () => {
    folders = [];
    const folder = async (): Promise<string> => {
      const path = await mkdtemp(join(tmpdir(), 'nidaa-kill-'));
      await chmod(path, 0o755);
      folders.push(path);
      return path;
    };
    const dataDir = await folder();
    server = kind === 'embedded' ? null : await startEmbeddedPostgres({ dataDir: await folder() });
    const { url } = server ?? {};
    databaseUrl = async () => url ?? ((await findEmbeddedPostgres(dataDir)) as string);
    app = await AppProcess.start({
      NIDAA_DATA_DIR: dataDir,
      PORT: await freePort(),
      LOG_LEVEL: 'warn',
      ...(url && { DATABASE_URL: url }),
    });
    const db = await connectTo(await databaseUrl());
    hall = await makeVotingHall(db, app.url, { voters: VOTERS });
    await db.destroy();
    casting = new Casting(hall, databaseUrl);
    await openPoll(hall);
  });
  afterAll(async () => {
    await app?.end('SIGTERM');
    await server?.stop();
    for (const path of folders) await rm(path, { recursive: true, force: true });
  });

  const pollNow = async (): Promise<PollView> =>
    (await hall.chair.get<PollView>(`/api/v1/polls/${hall.pollId}`)).body;

  const killDatabase = async (): Promise<void> => {
    process.kill(await postmasterOf(await databaseUrl()), 'SIGKILL');
  };

  const answersAgain = (): Promise<void> =>
    until(async () => (await hall.chair.get('/health/ready')).status === 200, BACK_MS);

  it('loses nothing that was acknowledged, and the same app answers again', async () => {
    const pid = await postmasterOf(await databaseUrl());
    const refused = await casting.killAfter(80, () => process.kill(pid, 'SIGKILL'));
    // Otherwise nothing was under way, and the test would show nothing.
    expect(refused).toBeGreaterThan(0);
    await answersAgain();
    await casting.expectNothingLost();
    expect(await postmasterOf(await databaseUrl())).not.toBe(pid);
  });

  it('answers a retry with the receipt of the first time, and lets the rest vote', async () => {
    await casting.expectSameReceipts();
    expect(await casting.once()).toBe(0);
    expect((await pollNow()).turnout).toEqual({ cast: VOTERS, entitled: VOTERS });
  });

  it('in the middle of the close delays it by a moment, and everyone finds the own ballot once', async () => {
    const { version } = await pollNow();
    const db = await connectTo(await databaseUrl());
    await hall.chair.post(`/api/v1/polls/${hall.pollId}/count-down`, { version, seconds: 2 });
    await hold(db, 'SELECT FROM round WHERE id = $1 FOR UPDATE', [hall.roundId]);
    // The clock of the process and the job of the queue both wait for the row: neither ends by itself.
    await waiting(db, 2);
    await killDatabase();
    await answersAgain();
    await db.destroy();
    await until(async () => (await pollNow()).state === 'published', BACK_MS);

    const heads = (choice: string): number => hall.voters.filter((_, i) => choiceOf(i) === choice).length;
    expect((await pollNow()).result?.tally).toMatchObject({
      yes: { heads: heads('yes') },
      no: { heads: heads('no') },
      abstain: { heads: heads('abstain') },
    });
    const { body: record } = await hall.chair.get<PollRecord>(`/api/v1/rounds/${hall.roundId}/record`);
    expect(
      record.ballots.map(({ voterId, ballot, code }) => ({ voterId, ballot, code })).sort(byCode),
    ).toEqual(
      hall.voters
        .map(({ participantId: voterId }, index) => ({
          voterId,
          ballot: { choice: choiceOf(index) },
          code: casting.receipts.get(index) as string,
        }))
        .sort(byCode),
    );
  });

  if (kind === 'embedded') {
    it('is told in the log, each time that it ended and that it came back', () => {
      expect(app.stderr.match(/the embedded database has ended and is started again/g)).toHaveLength(2);
      expect(app.stderr.match(/"signal":"SIGKILL"/g)).toHaveLength(2);
      expect(app.stderr.match(/the embedded database is back/g)).toHaveLength(2);
    });

    it('ends the app too, with the reason, where the database cannot start any more', async () => {
      const cluster = join(folders[0] as string, 'postgres', 'global');
      const pid = await postmasterOf(await databaseUrl());
      await rename(join(cluster, 'pg_control'), join(cluster, 'pg_control.lost'));
      process.kill(pid, 'SIGKILL');
      expect(await app.exitCode()).toBe(1);
      expect(app.stderr).toMatch(/does not start again: Nidaa ends/);
    });
  } else {
    it('and told to end together, the app ends in order', async () => {
      const [code] = await Promise.all([app.end('SIGTERM'), server?.stop()]);
      expect(code).toBe(0);
      expect(app.stderr).not.toMatch(/Unhandled|uncaught/i);
    });
  }
});

const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1);

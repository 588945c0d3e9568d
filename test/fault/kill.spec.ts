import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEmbeddedPostgres } from '../../src/platform/embedded/embedded-postgres.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { castByHttp, choiceOf } from '../support/ballots.js';
import { Casting, postmasterOf } from '../support/casting.js';
import { AppProcess, freePort } from '../support/processes.js';
import { until } from '../support/until.js';
import { closePoll, connectTo, makeVotingHall, openPoll, type VotingHall } from '../support/voting-hall.js';

const VOTERS = 2_000;

let dataDir: string;
let env: Record<string, string>;
let app: AppProcess;
let hall: VotingHall;
let casting: Casting;

const databaseUrl = async (): Promise<string> => (await findEmbeddedPostgres(dataDir)) as string;

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'nidaa-kill-'));
  await chmod(dataDir, 0o755);
  env = { NIDAA_DATA_DIR: dataDir, PORT: await freePort() };
  app = await AppProcess.start(env);
  const db = await connectTo(await databaseUrl());
  hall = await makeVotingHall(db, app.url, { voters: VOTERS });
  await db.destroy();
  casting = new Casting(hall, databaseUrl);
  await openPoll(hall);
});

afterAll(async () => {
  await app.end('SIGTERM');
  await rm(dataDir, { recursive: true, force: true });
});

describe('kill -9 during the votes', () => {
  it('of the app loses nothing that was acknowledged, and the next start ends the orphaned database', async () => {
    // Otherwise nothing was under way, and the test would show nothing.
    expect(await casting.killAfter(500, () => app.end('SIGKILL'))).toBeGreaterThan(0);
    app = await AppProcess.start(env);
    await casting.expectNothingLost();
  });

  it('of the app and its database together loses nothing either', async () => {
    const pid = await postmasterOf(await databaseUrl());
    const refused = await casting.killAfter(500, () => {
      process.kill(pid, 'SIGKILL');
      return app.end('SIGKILL');
    });
    expect(refused).toBeGreaterThan(0);
    app = await AppProcess.start(env);
    await casting.expectNothingLost();
  });

  it('answers a retry with the receipt of the first time', () => casting.expectSameReceipts());

  it('lets the rest vote, and everyone holds one receipt of the closed poll', async () => {
    expect(await casting.once()).toBe(0);
    const { body } = await hall.chair.get<PollView>(`/api/v1/polls/${hall.pollId}`);
    expect(body.turnout).toEqual({ cast: VOTERS, entitled: VOTERS });

    const { result } = await closePoll(hall);
    const heads = (choice: string): number => hall.voters.filter((_, i) => choiceOf(i) === choice).length;
    expect(result?.tally).toMatchObject({
      yes: { heads: heads('yes') },
      no: { heads: heads('no') },
      abstain: { heads: heads('abstain') },
    });
    const { body: record } = await hall.chair.get<PollRecord>(`/api/v1/rounds/${hall.roundId}/record`);
    const published = new Map(record.ballots.map((each) => [each.voterId, each]));
    hall.voters.forEach(({ participantId }, index) => {
      expect(published.get(participantId)).toMatchObject({
        ballot: { choice: choiceOf(index) },
        code: casting.receipts.get(index),
      });
    });
  });
});

describe('a count-down', () => {
  it('ends the vote though the app was killed in the middle of it, as soon as it is back', async () => {
    const { body: past } = await hall.chair.get<PollView>(`/api/v1/polls/${hall.pollId}`);
    const { body: poll } = await hall.chair.post<PollView>(`/api/v1/forums/${hall.slug}/polls`, {
      sessionId: past.sessionId,
      question: past.question,
      terms: { rule: { majority: 'simple', base: 'votes' } },
    });
    const next = { ...hall, pollId: poll.id, roundId: poll.roundId };
    const path = `/api/v1/polls/${poll.id}`;
    await openPoll(next);
    await castByHttp(next, hall.voters[0] as VotingHall['voters'][number], 'yes');
    const { version } = (await hall.chair.get<PollView>(path)).body;
    expect((await hall.chair.post(`${path}/count-down`, { version, seconds: 2 })).status).toBe(200);
    await app.end('SIGKILL');
    app = await AppProcess.start(env);
    await until(async () => (await hall.chair.get<PollView>(path)).body.state === 'published', 60_000);
    expect((await hall.chair.get<PollView>(path)).body.result?.cast.ballots).toBe(1);
  });
});

describe('a data directory', () => {
  it('in use makes a second start say so and stop, and the first goes on', async () => {
    const second = AppProcess.launch({ ...env, PORT: await freePort() });
    const outcome = await second.outcome();
    await second.end('SIGTERM');
    expect(outcome).toBe(1);
    expect(second.stderr).toMatch(/^Nidaa already runs on .*\.\n$/);
    expect((await hall.chair.get('/health/ready')).status).toBe(200);
  });

  it('is left in order at SIGTERM: the database has ended, and the next start finds nothing to repair', async () => {
    expect(await app.end('SIGTERM')).toBe(0);
    expect(await findEmbeddedPostgres(dataDir)).toBeNull();
    app = await AppProcess.start(env);
    await until(async () => (await hall.chair.get('/health/ready')).status === 200);
    expect((await casting.stored()).sort()).toEqual([...casting.receipts.values()].sort());
  });
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import type { BallotAnswer } from '../../src/voting/ballots.contract.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollTerms, PollView, PublicPollState } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import {
  castByHttp,
  castBySocket,
  choiceOf,
  keyOf,
  newTrackingCode,
  sendBallot,
} from '../support/ballots.js';
import { BrowserClient } from '../support/browser-client.js';
import { Way } from '../support/cut-off.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';
import { AppProcess, freePort } from '../support/processes.js';
import { redisUrl } from '../support/redis.js';
import { until } from '../support/until.js';
import {
  closePoll,
  connectTo,
  makeVotingHall,
  openPoll,
  type Voter,
  type VotingHall,
} from '../support/voting-hall.js';
import { hold, waiting } from '../support/while-held.js';

const redis = redisUrl();
/** Without a Redis there can be no more than one process. */
const larger = redis ? describe : describe.skip;

larger('votes by two processes on one Postgres and one Redis', () => {
  let database: TestDatabase;
  let db: DataSource;
  let folder: string;
  let way: Way;
  let first: AppProcess;
  let second: AppProcess;

  const start = async (ROLE: string): Promise<AppProcess> =>
    AppProcess.start({
      DATABASE_URL: database.url,
      REDIS_URL: Object.assign(new URL(redis as string), { hostname: '127.0.0.1', port: String(way.port) })
        .href,
      NIDAA_DATA_DIR: folder,
      PORT: await freePort(),
      ROLE,
    });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'nidaa-votes-'));
    database = await cloneDatabase();
    way = await Way.to(new URL(redis as string));
    [first, second] = (await Promise.all([start('all'), start('web')])) as [AppProcess, AppProcess];
    db = await connectTo(database.url);
  });

  afterAll(async () => {
    await db.destroy();
    await Promise.all([first.end('SIGTERM'), second.end('SIGTERM')]);
    await way.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const hallOf = async (voters: number, terms: Partial<PollTerms> = {}): Promise<VotingHall> => {
    const hall = await makeVotingHall(db, first.url, { voters, terms });
    await openPoll(hall);
    return hall;
  };
  const voterOf = (hall: VotingHall, index: number): Voter => hall.voters[index] as Voter;
  /** The same person at the other process. */
  const atSecond = (voter: Voter): Voter => ({ ...voter, client: clientAtSecond(voter.client) });
  const clientAtSecond = ({ cookie }: BrowserClient): BrowserClient =>
    Object.assign(new BrowserClient(second.url), { cookie });
  const recordOf = async ({ chair, roundId }: VotingHall): Promise<PollRecord> =>
    (await chair.get<PollRecord>(`/api/v1/rounds/${roundId}/record`)).body;

  it('cast and closed from both: one closes, and the record has each acknowledged ballot and no other', async () => {
    const hall = await hallOf(120);
    const { body: poll } = await hall.chair.get<PollView>(`/api/v1/polls/${hall.pollId}`);
    const chairs = [hall.chair, clientAtSecond(hall.chair)];
    const acknowledged: string[] = [];
    const votes = Promise.allSettled(
      hall.voters.map(async (voter, index) => {
        const there = index % 2 === 0 ? voter : atSecond(voter);
        acknowledged.push(await castByHttp(hall, there, choiceOf(index)));
      }),
    );
    await until(() => acknowledged.length > 0);
    const closes = await Promise.all(
      [0, 1, 0, 1, 0, 1].map((at) =>
        (chairs[at] as BrowserClient).post(`/api/v1/polls/${hall.pollId}/close`, { version: poll.version }),
      ),
    );
    await votes;
    expect(closes.map(({ status }) => status).sort()).toEqual([200, ...Array(5).fill(409)]);
    const record = await recordOf(hall);
    expect(record.ballots.map(({ code }) => code)).toEqual(acknowledged.sort());
    expect(faultsOfRecord(record)).toEqual([]);
  });

  it('the same voters at both in opposite order: nobody waits in a circle, each has one vote and one receipt', async () => {
    const hall = await hallOf(300);
    const order = [...hall.voters.keys()];
    const release = await hold(db, 'SELECT FROM round WHERE id = $1 FOR UPDATE', [hall.roundId]);
    const cast = (index: number, there: (voter: Voter) => Voter) =>
      sendBallot(hall, there(voterOf(hall, index)), { choice: choiceOf(index) });
    const firsts = [cast(0, (voter) => voter), cast(299, atSecond)];
    await waiting(db, 2);
    const here = order.map((index) => cast(index, (voter) => voter));
    const there = order.toReversed().map((index) => cast(index, atSecond));
    // All have been sent and wait behind the first two: a request that came after them has been answered.
    for (const { url } of [first, second]) await new BrowserClient(url).get('/health/ready');
    await release();
    const answers = await Promise.all([...firsts, ...here, ...there]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => body.ballot?.code)).size).toBe(300);
    expect((await closePoll(hall)).result?.cast.ballots).toBe(300);
  });

  it.each(['named', 'secret'] as const)(
    'a socket cut between commit and acknowledgement: the retry elsewhere is answered the same (%s)',
    async (secrecy) => {
      const hall = await hallOf(9, { secrecy });
      const voter = voterOf(hall, 0);
      const code = newTrackingCode();
      const socket = await voter.client.socket();
      const release = await hold(db, 'SELECT FROM roll_actor WHERE round_id = $1 FOR UPDATE', [hall.roundId]);
      const lost = socket.ask<BallotAnswer>('ballot.cast', {
        roundId: hall.roundId,
        voterId: voter.participantId,
        ballot: { choice: 'yes' },
        code,
        key: keyOf(voter),
      });
      await waiting(db, 1);
      socket.close();
      await expect(lost).rejects.toThrow();
      await release();
      await until(async () => {
        const rows = await db.query('SELECT FROM ballot WHERE round_id = $1 AND code = $2', [
          hall.roundId,
          code,
        ]);
        return rows.length === 1;
      });
      const retries = [
        (await sendBallot(hall, atSecond(voter), { choice: 'yes' }, { code })).body,
        (await sendBallot(hall, voter, { choice: 'yes' }, { code })).body,
      ];
      const ballot = { ballot: { choice: 'yes' }, code, castAt: expect.any(String), confirmed: true };
      const answer = {
        voterId: voter.participantId,
        recorded: true,
        ballot: secrecy === 'secret' ? null : ballot,
      };
      expect(retries).toEqual([answer, answer]);
      expect(retries[0]).toEqual(retries[1]);
      expect((await closePoll(hall)).result?.cast.ballots).toBe(1);
      expect((await recordOf(hall)).ballots.map((each) => each.code)).toEqual([code]);
    },
  );

  it('Redis lost: votes go on at both, the round is closed, and once it is back everyone hears of it', async () => {
    const hall = await hallOf(20);
    const watcher = await clientAtSecond(hall.chair).socket();
    await watcher.ask('forum.watch', { slug: hall.slug });
    way.cut();
    const receipts = await Promise.all(
      hall.voters.map(async (voter, index) => {
        const there = index % 2 === 0 ? voter : atSecond(voter);
        if (index % 4 < 2) return castByHttp(hall, there, choiceOf(index));
        const socket = await there.client.socket();
        const code = await castBySocket(hall, there, choiceOf(index), socket);
        socket.close();
        return code;
      }),
    );
    const { body } = await clientAtSecond(hall.chair).get<PollView>(`/api/v1/polls/${hall.pollId}`);
    expect(body.turnout).toEqual({ cast: 20, entitled: 20 });
    expect((await closePoll(hall)).result?.cast.ballots).toBe(20);
    expect((await recordOf(hall)).ballots.map(({ code }) => code)).toEqual(receipts.sort());
    way.mend();
    const next = await hallOf(3);
    await watcher.ask('forum.watch', { slug: next.slug });
    await until(async () => (await new BrowserClient(first.url).get('/health/ready')).status === 200);
    await castByHttp(next, voterOf(next, 0), 'yes');
    await watcher.hear<PublicPollState>(
      'poll',
      ({ id, turnout }) => id === next.pollId && turnout.cast === 1,
    );
    watcher.close();
  });

  it('a round that closes by itself does so though the process that works was killed in the count-down', async () => {
    const hall = await hallOf(3);
    await castByHttp(hall, voterOf(hall, 0), 'yes');
    const { body } = await hall.chair.get<PollView>(`/api/v1/polls/${hall.pollId}`);
    const asked = { version: body.version, seconds: 2 };
    const chair = clientAtSecond(hall.chair);
    expect((await chair.post(`/api/v1/polls/${hall.pollId}/count-down`, asked)).status).toBe(200);
    await first.end('SIGKILL');
    first = await start('all');
    await until(
      async () => (await chair.get<PollView>(`/api/v1/polls/${hall.pollId}`)).body.state === 'published',
      60_000,
    );
  });
});

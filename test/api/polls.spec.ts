import { newId } from '../../src/kernel/ids.js';
import type { BallotAnswer } from '../../src/voting/ballots.contract.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollResult, PollView, PublicPollState } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { newTrackingCode, sendBallot } from '../support/ballots.js';
import { until } from '../support/until.js';
import { closePoll, makeVotingHall, openPoll, type VotingHall } from '../support/voting-hall.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const hallOf = (voters = 6): Promise<VotingHall> => makeVotingHall(test.db, test.url, { voters });
const pollOf = async ({ chair, pollId }: VotingHall): Promise<PollView> =>
  (await chair.get<PollView>(`/api/v1/polls/${pollId}`)).body;

const cast = (hall: VotingHall, index: number, choice: string, key: string = newId(), code?: string) =>
  sendBallot(
    hall,
    hall.voters[index] as VotingHall['voters'][number],
    { choice },
    { key, ...(code && { code }) },
  );
const codeOf = ({ body }: { body: BallotAnswer }): string | undefined => body.ballot?.code;
const record = async ({ chair, roundId }: VotingHall): Promise<PollRecord> =>
  (await chair.get<PollRecord>(`/api/v1/rounds/${roundId}/record`)).body;

describe('a ballot', () => {
  it('is taken once: a retry with its key gets the same receipt, another press is refused', async () => {
    const hall = await hallOf();
    await openPoll(hall);
    const key = newId();
    const answers = await Promise.all([1, 2, 3, 4].map(() => cast(hall, 0, 'yes', key)));
    expect(new Set(answers.map(codeOf)).size).toBe(1);
    expect(codeOf(answers[0] as { body: BallotAnswer })).toBeDefined();
    expect(await cast(hall, 0, 'no')).toMatchObject({ status: 409, body: { code: 'poll.already-voted' } });
    expect((await pollOf(hall)).turnout).toEqual({ cast: 1, entitled: 6 });
  });

  it('from two devices at once counts one of them, and the other is told', async () => {
    const hall = await hallOf();
    await openPoll(hall);
    const answers = await Promise.all([cast(hall, 0, 'yes'), cast(hall, 0, 'no')]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('needs a key, a known choice, an open poll and a place on the roll', async () => {
    const hall = await hallOf();
    expect(await cast(hall, 0, 'yes')).toMatchObject({ body: { code: 'poll.not-open' } });
    await openPoll(hall);
    expect(await cast(hall, 0, 'maybe')).toMatchObject({ status: 400, body: { code: 'ballot.invalid' } });
    const path = `/api/v1/rounds/${hall.roundId}/ballot`;
    const ballot = {
      voterId: hall.voters[0]?.participantId,
      ballot: { choice: 'yes' },
      code: newTrackingCode(),
    };
    expect((await hall.voters[0]?.client.put(path, ballot))?.status).toBe(400);
    const chair = await hall.chair.put(path, ballot, { 'idempotency-key': newId() });
    expect(chair).toMatchObject({ status: 403, body: { code: 'poll.not-on-roll' } });
  });

  it('of somebody suspended after the opening is refused', async () => {
    const hall = await hallOf();
    await openPoll(hall);
    await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [
      hall.voters[0]?.participantId,
    ]);
    expect(await cast(hall, 0, 'yes')).toMatchObject({ body: { code: 'poll.not-on-roll' } });
  });
});

describe('opening and closing', () => {
  it('freeze what is voted on and who votes; the hash is that of the record', async () => {
    const hall = await hallOf();
    await openPoll(hall);
    const opened = await pollOf(hall);
    for (const index of [0, 1, 2]) await cast(hall, index, index === 0 ? 'no' : 'yes');
    const closed = await closePoll(hall);
    expect(closed.definitionHash).toBe(opened.definitionHash);
    const published = await record(hall);
    expect(published.definitionHash).toBe(opened.definitionHash);
    expect(faultsOfRecord(published)).toEqual([]);
    expect(closed.result?.adopted).toBe(true);
    expect((closed.result as PollResult).tally).toMatchObject({ yes: { heads: 2 } });
  });

  it('of ballots that race the close, each acknowledged one is in the record and no other', async () => {
    const hall = await hallOf(40);
    await openPoll(hall);
    const ballots = hall.voters.map((_, index) => cast(hall, index, index % 3 ? 'yes' : 'no'));
    const [answers] = await Promise.all([Promise.all(ballots), closePoll(hall)]);
    const acknowledged = answers.filter(({ status }) => status === 200).map(codeOf);
    const refused = answers.filter(({ status }) => status !== 200);
    expect(refused.every(({ body }) => body.code === 'poll.not-open')).toBe(true);
    expect((await record(hall)).ballots.map(({ code }) => code)).toEqual(acknowledged.sort());
  });

  it('wait for a ballot that is under way, which then counts', async () => {
    const hall = await hallOf(3);
    await openPoll(hall);
    const hold = test.db.createQueryRunner();
    await hold.startTransaction();
    // The ballot comes as far as its reference to the voter's place on the roll, and waits there.
    await hold.query('SELECT 1 FROM roll_actor WHERE round_id = $1 FOR UPDATE', [hall.roundId]);
    const waiting = (count: number) =>
      until(async () => {
        const rows = await test.db.query(
          `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
        );
        return rows.length === count;
      });
    const ballot = cast(hall, 1, 'yes');
    await waiting(1);
    const closing = closePoll(hall);
    await Promise.race([closing, waiting(2)]);
    await hold.rollbackTransaction();
    await hold.release();
    expect((await ballot).status).toBe(200);
    expect((await closing).result?.cast.ballots).toBe(1);
  });

  it('are done once by two who press at once', async () => {
    const hall = await hallOf();
    const path = `/api/v1/polls/${hall.pollId}`;
    const opened = await Promise.all([1, 2].map(() => hall.chair.post(`${path}/open`, { version: 1 })));
    expect(opened.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { version } = await pollOf(hall);
    const closed = await Promise.all([1, 2].map(() => hall.chair.post(`${path}/close`, { version })));
    expect(closed.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('move the proposal with the poll: adopted, rejected, or open again when annulled', async () => {
    const states: string[] = [];
    for (const choice of ['yes', 'no', null]) {
      const hall = await hallOf();
      await openPoll(hall);
      const poll = await pollOf(hall);
      if (choice) {
        await cast(hall, 0, choice);
        await closePoll(hall);
      } else {
        const reason = 'The wrong text was shown.';
        const path = `/api/v1/polls/${hall.pollId}/annul`;
        expect((await hall.chair.post(path, { version: poll.version, reason })).status).toBe(200);
        expect(await pollOf(hall)).toMatchObject({ state: 'annulled', reason, result: null });
      }
      const { body } = await hall.chair.get<{ state: string }>(`/api/v1/proposals/${poll.subject?.id}`);
      states.push(body.state);
    }
    expect(states).toEqual(['adopted', 'rejected', 'admitted']);
  });
});

describe('before the close', () => {
  it('the turnout is told at most four times a second, and the last of it always', async () => {
    const voters = 40;
    const hall = await hallOf(voters);
    const watcher = await hall.chair.socket();
    await watcher.ask('forum.watch', { slug: hall.slug });
    await openPoll(hall);
    const begun = performance.now();
    for (let index = 0; index < voters; index++) await cast(hall, index, 'yes');
    await watcher.hear<PublicPollState>('poll', ({ turnout }) => turnout.cast === voters);
    const seconds = (performance.now() - begun) / 1_000;
    const told = watcher.all<PublicPollState>('poll').filter(({ turnout }) => turnout.cast > 0);
    expect(told.length).toBeLessThanOrEqual(1 + Math.ceil(seconds * 4));
    watcher.close();
  });

  it('nothing but the turnout leaves the server, on no way', async () => {
    const hall = await hallOf();
    const watcher = await hall.chair.socket();
    await watcher.ask('forum.watch', { slug: hall.slug });
    await openPoll(hall);
    await cast(hall, 0, 'abstain');
    const heard = await watcher.hear<PublicPollState>('poll', ({ turnout }) => turnout.cast === 1);
    expect(heard).toEqual({
      id: hall.pollId,
      roundId: hall.roundId,
      state: 'open',
      version: expect.any(Number),
      turnout: { cast: 1, entitled: 6 },
      closesAt: null,
      at: expect.any(String),
    });
    watcher.close();
    const seen = await pollOf(hall);
    expect([seen.result, seen.own]).toEqual([null, []]);
    expect((await hall.chair.get(`/api/v1/rounds/${hall.roundId}/record`)).status).toBe(409);
    expect(JSON.stringify(await hall.chair.get(`/api/v1/forums/${hall.slug}/polls`))).not.toContain(
      '"tally"',
    );
  });
});

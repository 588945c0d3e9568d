import { Clock } from '../../src/kernel/clock.js';
import { newId } from '../../src/kernel/ids.js';
import { BallotBox } from '../../src/voting/ballot-box.js';
import type { BallotAnswer } from '../../src/voting/ballots.contract.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { castBySocket, choiceOf, keyOf, newTrackingCode, sendBallot } from '../support/ballots.js';
import { until } from '../support/until.js';
import { closePoll, makeVotingHall, openPoll, type Voter, type VotingHall } from '../support/voting-hall.js';
import { hold, waiting } from '../support/while-held.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const hallOf = async (voters: number, terms = {}): Promise<VotingHall> => {
  const hall = await makeVotingHall(test.db, test.url, { voters, terms });
  await openPoll(hall);
  return hall;
};
const voterOf = (hall: VotingHall, index: number): Voter => hall.voters[index] as Voter;
const pollOf = async ({ chair, pollId }: VotingHall): Promise<PollView> =>
  (await chair.get<PollView>(`/api/v1/polls/${pollId}`)).body;
const recordOf = async ({ chair, roundId }: VotingHall): Promise<PollRecord> =>
  (await chair.get<PollRecord>(`/api/v1/rounds/${roundId}/record`)).body;
const codeOf = ({ body }: { body: BallotAnswer }): string | undefined => body.ballot?.code;

describe('pressing more than once', () => {
  it('in the same moment, over sockets and HTTP, is one vote with one receipt', async () => {
    const hall = await hallOf(12);
    for (const [index, voter] of hall.voters.entries()) {
      const sockets = await Promise.all([voter.client.socket(), voter.client.socket()]);
      const receipts = await Promise.all([
        ...[1, 2, 3].flatMap(() =>
          sockets.map((socket) => castBySocket(hall, voter, choiceOf(index), socket)),
        ),
        ...[1, 2, 3].map(async () => codeOf(await sendBallot(hall, voter, { choice: choiceOf(index) }))),
      ]);
      expect(new Set(receipts).size).toBe(1);
      expect(receipts[0]).toMatch(/^\w{26}$/);
      for (const socket of sockets) socket.close();
    }
    expect((await pollOf(hall)).turnout).toEqual({ cast: 12, entitled: 12 });
    expect((await closePoll(hall)).result?.cast.ballots).toBe(12);
  });

  it('on two devices with two minds counts one of them, and says so to the other', async () => {
    const hall = await hallOf(40);
    const pairs = await Promise.all(
      hall.voters.map((voter) =>
        Promise.all(
          (['yes', 'no'] as const).map(async (choice) => {
            const { status, body } = await sendBallot(hall, voter, { choice }, { key: newId() });
            return status === 200 ? codeOf({ body }) : body.code;
          }),
        ),
      ),
    );
    const counted = pairs.map((pair) => pair.filter((answer) => answer !== 'poll.already-voted'));
    expect(counted.every((codes) => codes.length === 1)).toBe(true);
    await closePoll(hall);
    expect((await recordOf(hall)).ballots.map(({ code }) => code)).toEqual(counted.flat().sort());
  });

  it('of twenty who close while 200 vote, one closes; the record has each acknowledged ballot and no other', async () => {
    const hall = await hallOf(200);
    const sockets = await Promise.all(hall.voters.slice(0, 100).map(({ client }) => client.socket()));
    const { version } = await pollOf(hall);
    const close = () => hall.chair.post<PollView>(`/api/v1/polls/${hall.pollId}/close`, { version });
    const vote = async (voter: Voter, index: number): Promise<string | null> => {
      const socket = sockets[index];
      if (socket) return castBySocket(hall, voter, choiceOf(index), socket).catch(() => null);
      return codeOf(await sendBallot(hall, voter, { choice: choiceOf(index) })) ?? null;
    };
    const votes = hall.voters.map(vote);
    await Promise.any(votes.map((each) => each.then((code) => code ?? Promise.reject())));
    const closes = await Promise.all(Array.from({ length: 20 }, close));
    const acknowledged = (await Promise.all(votes)).filter((code) => code !== null);
    for (const socket of sockets) socket.close();
    expect(closes.map(({ status }) => status).sort()).toEqual([200, ...Array(19).fill(409)]);
    const record = await recordOf(hall);
    expect(record.ballots.map(({ code }) => code)).toEqual(acknowledged.sort());
    expect(faultsOfRecord(record)).toEqual([]);
  });

  it('annulment and closes at once end it once: annulled without result, or published with all', async () => {
    for (let attempt = 0; attempt < 5; attempt++) {
      const hall = await hallOf(3);
      await sendBallot(hall, voterOf(hall, 0), { choice: 'yes' });
      const { version, subject } = await pollOf(hall);
      const path = `/api/v1/polls/${hall.pollId}`;
      const ends = await Promise.all([
        hall.chair.post(`${path}/close`, { version }),
        hall.chair.post(`${path}/annul`, { version, reason: 'The wrong text.' }),
        hall.chair.post(`${path}/close`, { version }),
      ]);
      expect(ends.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const annulled = ends[1]?.status === 200;
      const { state, result } = await pollOf(hall);
      expect([state, result?.cast.ballots]).toEqual(annulled ? ['annulled', undefined] : ['published', 1]);
      const { body } = await hall.chair.get<{ state: string }>(`/api/v1/proposals/${subject?.id}`);
      expect(body.state).toBe(annulled ? 'admitted' : 'adopted');
    }
  });
});

describe('ballots that go together', () => {
  /** The first one waits for the database; those that come meanwhile make the next batch. */
  const blocked = async (hall: VotingHall, first: Voter) => {
    const release = await hold(test.db, 'SELECT FROM round WHERE id = $1 FOR UPDATE', [hall.roundId]);
    const answer = sendBallot(hall, first, { choice: 'yes' });
    await waiting(test.db, 1);
    return { release, answer };
  };

  it('never fail by a bad one among them: its sender is told, the others are acknowledged', async () => {
    const hall = await hallOf(9);
    const { release, answer } = await blocked(hall, voterOf(hall, 0));
    const box = test.app.get(BallotBox) as unknown as { waiting: number };
    const code = newTrackingCode();
    const stranger = { ...voterOf(hall, 1), participantId: newId() };
    const batch = [
      sendBallot(hall, voterOf(hall, 1), { choice: 'yes' }, { code }),
      sendBallot(hall, voterOf(hall, 2), { choice: 'no' }, { code }),
      sendBallot(hall, voterOf(hall, 3), { choice: 'no' }, { voterId: voterOf(hall, 4).participantId }),
      sendBallot(hall, stranger, { choice: 'no' }),
      ...hall.voters.slice(4).map((voter) => sendBallot(hall, voter, { choice: 'no' })),
    ];
    await until(() => box.waiting === batch.length + 1);
    await release();
    expect((await answer).status).toBe(200);
    const answers = await Promise.all(batch);
    const sameCode = answers.slice(0, 2);
    expect(sameCode.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(sameCode.find(({ status }) => status === 409)?.body.code).toBe('ballot.code-taken');
    expect(answers.slice(2, 4).map(({ body }) => body.code)).toEqual(Array(2).fill('poll.not-on-roll'));
    expect(answers.slice(4).map(({ status }) => status)).toEqual(Array(5).fill(200));
    expect((await closePoll(hall)).result?.cast.ballots).toBe(7);
  });

  it('are no more than a process can hold: further voters are asked to try again, and are then taken', async () => {
    const hall = await hallOf(3);
    const { release, answer } = await blocked(hall, voterOf(hall, 0));
    const box = test.app.get(BallotBox);
    const [row] = await test.db.query(`SELECT account_id AS id FROM participant WHERE id = $1`, [
      voterOf(hall, 0).participantId,
    ]);
    const reader = { account: { id: row.id } } as Parameters<BallotBox['castBallot']>[0];
    // No ids of anybody: the database refuses them as soon as it looks.
    const crowd = Array.from({ length: 9_999 }, (_, n) =>
      box.castBallot(reader, hall.roundId, {
        voterId: `nobody ${n}`,
        ballot: { choice: 'yes' },
        code: newTrackingCode(),
        key: keyOf(voterOf(hall, 0)),
      }),
    );
    const settled = Promise.allSettled(crowd);
    await until(() => (box as unknown as { waiting: number }).waiting === 10_000);
    const late = await sendBallot(hall, voterOf(hall, 1), { choice: 'no' });
    expect(late).toMatchObject({ status: 503, body: { code: 'ballot.retry' } });
    await release();
    expect((await answer).status).toBe(200);
    expect((await settled).every(({ status }) => status === 'rejected')).toBe(true);
    expect((await sendBallot(hall, voterOf(hall, 1), { choice: 'no' })).status).toBe(200);
    expect((await pollOf(hall)).turnout.cast).toBe(2);
  });
});

describe('a clock that is set back', () => {
  it('between two ballots of a changeable poll leaves the last acknowledged one standing', async () => {
    const hall = await hallOf(3, { changeable: true });
    const clock = test.app.get(Clock);
    const cast = (choice: string, key: string, over?: string) =>
      sendBallot(hall, voterOf(hall, 0), { choice }, { key, over });
    const keys = [newId(), newId()] as const;
    const first = await cast('yes', keys[0]);
    clock.now = () => new Date(Date.now() - 3_600_000);
    const second = await cast('no', keys[1], codeOf(first));
    clock.now = () => new Date();
    const castAt = ({ body }: { body: BallotAnswer }): string => body.ballot?.castAt as string;
    expect(castAt(second) < castAt(first)).toBe(true);
    // Late retries of either are answered as before and change nothing.
    expect((await cast('yes', keys[0])).body).toEqual(first.body);
    expect((await cast('no', keys[1])).body).toEqual(second.body);
    expect((await closePoll(hall)).result?.tally).toMatchObject({ yes: { heads: 0 }, no: { heads: 1 } });
    expect((await recordOf(hall)).ballots.map(({ code }) => code)).toEqual([codeOf(second)]);
  });
});

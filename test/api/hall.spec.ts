import type { Me } from '../../src/identity/identity.contract.js';
import { CHOICES, type MotionTally } from '../../src/voting/counting/counting.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { castByHttp, castBySocket, choiceOf } from '../support/ballots.js';
import { closePoll, makeVotingHall, openPoll, type Voter, type VotingHall } from '../support/voting-hall.js';

const HALL = 400;

let test: TestApp;
let hall: VotingHall;

beforeAll(async () => {
  test = await startApp();
  hall = await makeVotingHall(test.db, test.url, { voters: HALL, signedIn: false });
});
afterAll(() => test.stop());

/** As the sign-in page does: asks for a code, reads it in the letter, sends it back. */
async function signIn({ client, email }: Voter): Promise<number> {
  const asked = await client.post('/api/v1/sign-in/code', { email, locale: 'fr' });
  if (asked.status !== 202) return asked.status;
  const [letter] = await test.db.query('SELECT body FROM mail WHERE recipient = $1', [email]);
  const code = /[#&]code=(\w+)/.exec(letter.body)?.[1];
  return (await client.post<Me>('/api/v1/sign-in/code/confirm', { email, code })).status;
}

const times = (status: number) => ({ [status]: HALL });

function counted(values: readonly (string | number)[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const value of values) counts[value] = (counts[value] ?? 0) + 1;
  return counts;
}

describe('a hall of 400 delegates behind one address', () => {
  it('signs everyone in by mailed code, at the same time, and throttles nobody', async () => {
    expect(counted(await Promise.all(hall.voters.map(signIn)))).toEqual(times(200));
  });

  it('takes one ballot of each within one poll, over HTTP and over sockets, and counts them exactly', async () => {
    await openPoll(hall);
    const receipts = await Promise.all(
      hall.voters.map(async (voter, index) => {
        if (index % 2 === 0) return castByHttp(hall, voter, choiceOf(index));
        const socket = await voter.client.socket();
        const receipt = await castBySocket(hall, voter, choiceOf(index), socket);
        socket.close();
        return receipt;
      }),
    );
    expect(new Set(receipts).size).toBe(HALL);

    const { result, turnout } = await closePoll(hall);
    const cast = counted(hall.voters.map((_, index) => choiceOf(index)));
    expect(turnout).toEqual({ cast: HALL, entitled: HALL });
    const tally = result?.tally as MotionTally;
    const heads = CHOICES.map((choice) => [choice, tally[choice].heads]);
    expect(Object.fromEntries(heads)).toEqual(cast);
  });

  it('shows everyone the own receipt afterwards', async () => {
    const own = await Promise.all(
      hall.voters.map(async ({ client }) => {
        const { body } = await client.get<PollView>(`/api/v1/polls/${hall.pollId}`);
        return body.own[0]?.ballot?.ballot.choice ?? 'none';
      }),
    );
    expect(own).toEqual(hall.voters.map((_, index) => choiceOf(index)));
  });
});

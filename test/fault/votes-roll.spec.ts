import { newId } from '../../src/kernel/ids.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollTerms, PollView } from '../../src/voting/polls.contract.js';
import type { ProxyView } from '../../src/voting/proxies.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { sendBallot } from '../support/ballots.js';
import { makePerson } from '../support/people.js';
import { closePoll, makeVotingHall, openPoll, type Voter, type VotingHall } from '../support/voting-hall.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const hallOf = (voters: number, terms: Partial<PollTerms> = {}): Promise<VotingHall> =>
  makeVotingHall(test.db, test.url, { voters, terms });
const voterOf = (hall: VotingHall, index: number): Voter => hall.voters[index] as Voter;
const cast = (hall: VotingHall, index: number, choice: string) =>
  sendBallot(hall, voterOf(hall, index), { choice });
const seenBy = async ({ client }: Voter, { pollId }: VotingHall): Promise<PollView> =>
  (await client.get<PollView>(`/api/v1/polls/${pollId}`)).body;
const recordOf = async ({ chair, roundId }: VotingHall): Promise<PollRecord> =>
  (await chair.get<PollRecord>(`/api/v1/rounds/${roundId}/record`)).body;
const change = (statement: string, ...values: unknown[]) => test.db.query(statement, values);

/** The voter with the first number lets the one with the second vote for them. */
async function giveProxy(hall: VotingHall, from: number, to: number): Promise<ProxyView> {
  const offered = await voterOf(hall, from).client.post<ProxyView>(`/api/v1/forums/${hall.slug}/proxies`, {
    holderId: voterOf(hall, to).participantId,
  });
  const path = `/api/v1/proxies/${offered.body.id}/accept`;
  const accepted = await voterOf(hall, to).client.post<ProxyView>(path, { version: offered.body.version });
  expect(accepted.status).toBe(200);
  return accepted.body;
}

describe('a roll that changes after the opening', () => {
  it('is the one that was frozen: whoever was added, moved, promoted or made an observer is what they were', async () => {
    const hall = await hallOf(6);
    await openPoll(hall);
    const opened = await seenBy(voterOf(hall, 0), hall);
    const [{ id: forumId }] = await change('SELECT id FROM forum WHERE slug = $1', hall.slug);
    const [{ id: delegationId }] = await change(
      'SELECT id FROM delegation WHERE forum_id = $1 LIMIT 1',
      forumId,
    );
    const added = await makePerson(test, forumId, 'delegate', { delegationId });
    await change(
      'UPDATE participant SET delegation_id = $2 WHERE id = $1',
      voterOf(hall, 1).participantId,
      delegationId,
    );
    await change(`UPDATE delegation SET weight = '7' WHERE forum_id = $1`, forumId);
    await change(
      `UPDATE participant SET role = 'observer', delegation_id = NULL WHERE id = $1`,
      voterOf(hall, 2).participantId,
    );
    const late = await sendBallot(hall, { ...added, email: '' }, { choice: 'yes' });
    expect(late).toMatchObject({ status: 403, body: { code: 'poll.not-on-roll' } });
    expect((await added.client.get<PollView>(`/api/v1/polls/${hall.pollId}`)).body.own).toEqual([]);
    for (const index of [0, 1, 2]) expect((await cast(hall, index, 'yes')).status).toBe(200);
    await closePoll(hall);
    const record = await recordOf(hall);
    expect(record.definitionHash).toBe(opened.definitionHash);
    expect(record.ballots.map(({ weight }) => weight).sort()).toEqual(['1', '2', '3']);
    expect(faultsOfRecord(record)).toEqual([]);
  });

  it('by a suspension: who has voted keeps their vote and their receipt, who has not may not vote any more', async () => {
    const hall = await hallOf(6);
    await openPoll(hall);
    const before = await cast(hall, 0, 'no');
    await change('UPDATE participant SET suspended_at = now() WHERE id = ANY($1)', [
      voterOf(hall, 0).participantId,
      voterOf(hall, 1).participantId,
    ]);
    expect((await cast(hall, 0, 'no')).body).toEqual(before.body);
    expect(await cast(hall, 1, 'no')).toMatchObject({ status: 403, body: { code: 'poll.not-on-roll' } });
    expect((await seenBy(voterOf(hall, 1), hall)).abilities.vote).toBe(false);
    expect((await closePoll(hall)).result?.tally).toMatchObject({ no: { heads: 1 } });
    expect((await recordOf(hall)).ballots.map(({ code }) => code)).toEqual([before.body.ballot?.code]);
  });

  it('by a suspension also ends changes of mind: the ballot that was acknowledged stands', async () => {
    const hall = await hallOf(3, { changeable: true });
    await openPoll(hall);
    await cast(hall, 0, 'no');
    await change('UPDATE participant SET suspended_at = now() WHERE id = $1', voterOf(hall, 0).participantId);
    const other = await sendBallot(hall, voterOf(hall, 0), { choice: 'yes' }, { key: newId() });
    expect(other).toMatchObject({ status: 403, body: { code: 'poll.not-on-roll' } });
    expect((await closePoll(hall)).result?.tally).toMatchObject({ yes: { heads: 0 }, no: { heads: 1 } });
  });
});

describe('a proxy', () => {
  it('and who gave it press at once: the vote is the holder’s alone, and the principal is told', async () => {
    const hall = await hallOf(6, { proxies: true });
    await giveProxy(hall, 0, 1);
    await openPoll(hall);
    const voterId = voterOf(hall, 0).participantId;
    const [principal, holder, own] = await Promise.all([
      sendBallot(hall, voterOf(hall, 0), { choice: 'no' }),
      sendBallot(hall, voterOf(hall, 1), { choice: 'yes' }, { voterId, key: newId() }),
      sendBallot(hall, voterOf(hall, 1), { choice: 'no' }),
    ]);
    expect(principal).toMatchObject({ status: 403, body: { code: 'poll.represented' } });
    expect([holder?.status, own?.status]).toEqual([200, 200]);
    const held = (await seenBy(voterOf(hall, 1), hall)).own;
    expect(held.map(({ as, cast: isCast, ballot }) => [as, isCast, ballot?.ballot.choice])).toEqual([
      ['self', true, 'no'],
      ['proxy', true, 'yes'],
    ]);
    await closePoll(hall);
    const record = await recordOf(hall);
    expect(record.ballots.find((each) => each.voterId === voterId)).toMatchObject({
      ballot: { choice: 'yes' },
      casterId: voterOf(hall, 1).participantId,
    });
    expect(faultsOfRecord(record)).toEqual([]);
  });

  it('that is revoked after the opening holds for this round, and no more for the next', async () => {
    const hall = await hallOf(6, { proxies: true });
    const { id, version } = await giveProxy(hall, 0, 1);
    await openPoll(hall);
    const revoked = await voterOf(hall, 0).client.post(`/api/v1/proxies/${id}/revoke`, { version });
    expect(revoked.status).toBe(200);
    expect(await cast(hall, 0, 'no')).toMatchObject({ body: { code: 'poll.represented' } });
    const voterId = voterOf(hall, 0).participantId;
    const byProxy = await sendBallot(hall, voterOf(hall, 1), { choice: 'yes' }, { voterId, key: newId() });
    expect(byProxy.status).toBe(200);
    const path = `/api/v1/polls/${hall.pollId}`;
    const versionNow = async () => (await seenBy(voterOf(hall, 1), hall)).version;
    await hall.chair.post(`${path}/annul`, { version: await versionNow(), reason: 'Once more.' });
    await hall.chair.post(`${path}/repeat`, { version: await versionNow() });
    const { body: repeated } = await hall.chair.get<PollView>(path);
    expect((await hall.chair.post(`${path}/open`, { version: repeated.version })).status).toBe(200);
    const again = { ...hall, roundId: repeated.roundId };
    const refused = await sendBallot(again, voterOf(hall, 1), { choice: 'yes' }, { voterId, key: newId() });
    expect(refused).toMatchObject({ body: { code: 'poll.not-on-roll' } });
    expect((await cast(again, 0, 'no')).status).toBe(200);
  });
});

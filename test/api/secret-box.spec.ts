import { newId } from '../../src/kernel/ids.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { ProxyView } from '../../src/voting/proxies.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { sendBallot } from '../support/ballots.js';
import { BrowserClient } from '../support/browser-client.js';
import { CHOSEN, everyoneVotes, SecretHalls } from '../support/secret-hall.js';
import { until } from '../support/until.js';
import { closePoll, openPoll, type Voter, type VotingHall } from '../support/voting-hall.js';
import { rowsAsTheyLie, tablesThatHold, versionsOfBallots } from '../support/where-rows-lie.js';
import { hold } from '../support/while-held.js';

let halls: SecretHalls;
beforeAll(async () => {
  halls = await SecretHalls.start();
});
afterAll(() => halls.stop());

describe('after the close of a secret poll', () => {
  it.each(['close', 'annul'] as const)(
    'by %s, no place and no transaction joins ballots and voters, and what lay there before is swept away',
    async (end) => {
      const hall = await halls.open(30);
      const votes = await everyoneVotes(hall);
      const cast = votes.map(({ code }) => code);
      const lay = await rowsAsTheyLie(halls.db, hall.roundId);
      // Otherwise there would be nothing to take away.
      const inOrder = [...lay].sort((a, b) => Number(a.xmin) - Number(b.xmin));
      expect(inOrder.map(({ code }) => code)).toEqual(cast);
      if (end === 'close') await closePoll(hall);
      else {
        const { version } = (await hall.chair.get<PollView>(`/api/v1/polls/${hall.pollId}`)).body;
        const body = { version, reason: 'The wrong names were shown.' };
        expect((await hall.chair.post(`/api/v1/polls/${hall.pollId}/annul`, body)).status).toBe(200);
      }
      const lies = await rowsAsTheyLie(halls.db, hall.roundId);
      expect(lies.map(({ code }) => code).sort()).toEqual([...cast].sort());
      expect(lies.map(({ code }) => code)).not.toEqual(cast);
      expect(new Set(lies.map(({ xmin, cmin }) => `${xmin} ${cmin}`)).size).toBe(1);
      const [{ joined }] = await halls.db.query(
        `SELECT count(*)::int AS joined FROM ballot JOIN voted USING (round_id)
          WHERE round_id = $1 AND ballot.xmin = voted.xmin`,
        [hall.roundId],
      );
      expect(joined).toBe(0);
      expect(await tablesThatHold(halls.db, cast)).toEqual(['public.ballot']);
      await until(async () => {
        const [{ live }] = await halls.db.query('SELECT count(*)::int AS live FROM ballot');
        const versions = await versionsOfBallots(halls.db);
        return versions.rows === live && versions.entries === live;
      });
    },
  );

  it('the sweep waits for whoever may still see the old rows, and then is done', async () => {
    const hall = await halls.open(9);
    await everyoneVotes(hall);
    const sees = 'SET TRANSACTION ISOLATION LEVEL REPEATABLE READ; SELECT FROM ballot';
    const release = await hold(halls.db, sees);
    await closePoll(hall);
    // The sweep has looked, found somebody, and put itself off.
    const jobs = async () => (await new BrowserClient(halls.app.url).get<string>('/metrics')).body;
    await until(async () => /nidaa_jobs\{state="waiting"\} [1-9]/.test(await jobs()));
    await until(async () => /nidaa_jobs\{state="active"\} 0/.test(await jobs()));
    await release();
    await until(async () => {
      const [{ live }] = await halls.db.query('SELECT count(*)::int AS live FROM ballot');
      return (await versionsOfBallots(halls.db)).rows === live;
    });
  });

  it('the record tells who voted and what was voted apart, and whoever has a code finds that ballot', async () => {
    const hall = await halls.open(30);
    const votes = await everyoneVotes(hall);
    await closePoll(hall);
    const record = (await hall.chair.get<PollRecord>(`/api/v1/rounds/${hall.roundId}/record`)).body;
    expect(faultsOfRecord(record)).toEqual([]);
    expect(record.voted).toEqual(votes.map(({ voter }) => voter.participantId).sort());
    expect(record.ballots.map(({ code }) => code)).toEqual(votes.map(({ code }) => code).sort());
    for (const { voterId, casterId, confirmerId } of record.ballots)
      expect([voterId, casterId, confirmerId]).toEqual([null, null, null]);
    for (const [index, { code }] of votes.entries())
      expect(record.ballots.find((each) => each.code === code)?.ballot).toEqual({
        approved: [CHOSEN[index % 3]],
      });
    const { body: roll } = await hall.chair.get<{ ballot: unknown }[]>(`/api/v1/rounds/${hall.roundId}/roll`);
    expect(roll.map(({ ballot }) => ballot)).toEqual(Array(30).fill(null));
  });
});

describe('what would tell a voter apart', () => {
  const refused = async (hall: VotingHall): Promise<unknown> => {
    const { body } = await hall.chair.post<{ code: string }>(`/api/v1/polls/${hall.pollId}/open`, {
      version: 1,
    });
    return body.code;
  };
  const rule = { majority: 'simple', base: 'votes', groups: { by: 'cities', majority: 'simple' } } as const;
  const motion = { secrecy: 'secret', method: 'yes-no-abstain', options: [] } as const;

  it('a weight that two share is refused, one that three share is not', async () => {
    expect(await refused(await halls.make(8))).toBe('poll.tell-apart');
    await openPoll(await halls.make(9));
  });

  it('a city that two share is refused in a double majority, one that three share is not', async () => {
    expect(await refused(await halls.make(59, { ...motion, rule }))).toBe('poll.tell-apart');
    await openPoll(await halls.make(60, { ...motion, rule }));
  });

  it('a bundle of proxies is refused unless three hold as many; one by one they are answered “recorded”', async () => {
    const hall = await halls.make(18, { proxies: true });
    const give = async (from: number, to: number): Promise<void> => {
      const [principal, holder] = [hall.voters[from], hall.voters[to]] as [Voter, Voter];
      const path = `/api/v1/forums/${hall.slug}/proxies`;
      const { body } = await principal.client.post<ProxyView>(path, { holderId: holder.participantId });
      await holder.client.post(`/api/v1/proxies/${body.id}/accept`, { version: body.version });
    };
    await give(9, 0);
    await give(10, 1);
    expect(await refused(hall)).toBe('poll.tell-apart');
    await give(11, 2);
    await openPoll(hall);
    const [holder, principal] = [hall.voters[0], hall.voters[9]] as [Voter, Voter];
    for (const { participantId } of [holder, principal]) {
      const answer = await sendBallot(
        hall,
        holder,
        { approved: ['171'] },
        { voterId: participantId, key: newId() },
      );
      expect(answer.body).toEqual({ voterId: participantId, recorded: true, ballot: null });
    }
  });

  it('changes and a second person are not to be had in secret', async () => {
    const hall = await halls.make(9);
    for (const terms of [{ changeable: true }, { electorate: 'cities', confirmed: true }, { live: true }]) {
      const asked = {
        version: 1,
        terms: { ...motion, rule: { majority: 'simple', base: 'votes' }, ...terms },
      };
      const answer = await hall.chair.patch<{ code: string }>(`/api/v1/polls/${hall.pollId}`, asked);
      expect(answer).toMatchObject({ status: 400, body: { code: 'poll.terms' } });
    }
  });
});

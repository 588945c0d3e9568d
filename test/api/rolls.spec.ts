import type { Hint } from '../../src/platform/realtime/realtime.contract.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { ProxyView } from '../../src/voting/proxies.contract.js';
import type { RollView } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeDelegation, makeForum, makePerson, type Person } from '../support/people.js';
import { Chair, castVote, SIMPLE } from '../support/polls.js';

const YES = { choice: 'yes' } as const;
const NO = { choice: 'no' } as const;

let test: TestApp;
let chair: Chair;
let forum: Awaited<ReturnType<typeof makeForum>>;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  forum = await makeForum(test);
  chair = await Chair.of(test, forum);
});

/** A delegation with so many delegates; the first is its head, the second a deputy. */
async function makeCity(delegates: number, { weight = '1', country = 'MA' } = {}) {
  const delegation = await makeDelegation(test, forum.id, weight);
  await test.db.query('UPDATE city SET country = $2 WHERE id = $1', [delegation.cityId, country]);
  const people: Person[] = [];
  for (let i = 0; i < delegates; i++)
    people.push(await makePerson(test, forum.id, 'delegate', { delegationId: delegation.id, head: i === 0 }));
  if (people[1])
    await test.db.query('UPDATE participant SET deputy = true WHERE id = $1', [people[1].participantId]);
  return { voterId: delegation.id, people: people as [Person, ...Person[]] };
}

const own = async (person: Person, { id }: PollView) =>
  (await person.client.get<PollView>(`/api/v1/polls/${id}`)).body.own;

async function makeProxy(principal: Person, holder: Person) {
  const path = `/api/v1/forums/${forum.slug}/proxies`;
  const offered = await principal.client.post<ProxyView & { code?: string }>(path, {
    holderId: holder.participantId,
  });
  if (offered.status !== 201) return offered;
  return holder.client.post<ProxyView & { code?: string }>(`/api/v1/proxies/${offered.body.id}/accept`, {
    version: 1,
  });
}

describe('a vote by city', () => {
  it('is one a delegation, by its head or a deputy, whoever comes first', async () => {
    const fez = await makeCity(3);
    await makeCity(0);
    const poll = await chair.open({ electorate: 'cities' });
    expect(poll.turnout.entitled).toBe(1);
    const [head, deputy, delegate] = fez.people as [Person, Person, Person];
    expect(await castVote(poll, delegate, YES, fez)).toMatchObject({ body: { code: 'poll.not-on-roll' } });
    expect((await castVote(poll, deputy, YES, fez)).status).toBe(200);
    expect(await castVote(poll, head, NO, fez)).toMatchObject({ body: { code: 'poll.already-voted' } });
    expect(await own(head, poll)).toMatchObject([
      { voterId: fez.voterId, as: 'city', cast: true, ballot: { ballot: YES } },
    ]);
    await chair.move(poll, 'close');
    const record = await chair.record(poll);
    expect(record.ballots).toMatchObject([{ voterId: fez.voterId, casterId: deputy.participantId }]);
    expect(faultsOfRecord(record)).toEqual([]);
  });

  it('counts when a second person has confirmed it, where the terms ask for that', async () => {
    const [fez, lille] = [await makeCity(2), await makeCity(2)];
    const poll = await chair.open({ electorate: 'cities', confirmed: true });
    for (const { people, voterId } of [fez, lille]) await castVote(poll, people[0], YES, { voterId });
    const [head, deputy] = fez.people as [Person, Person];
    const [mine] = await own(deputy, poll);
    expect(mine).toMatchObject({ mayConfirm: true, ballot: { confirmed: false } });
    const confirm = (person: Person, code = mine?.ballot?.code) =>
      person.client.post<{ code?: string }>(`/api/v1/rounds/${poll.roundId}/confirmations`, {
        voterId: fez.voterId,
        code,
      });
    expect(await confirm(head)).toMatchObject({ status: 403, body: { code: 'ballot.own' } });
    expect(await confirm(deputy, 'Z'.repeat(26))).toMatchObject({
      status: 409,
      body: { code: 'ballot.confirmed' },
    });
    expect(await confirm(deputy)).toMatchObject({ status: 200, body: { ballot: { confirmed: true } } });
    expect((await confirm(deputy)).status).toBe(200);
    expect((await chair.move(poll, 'close')).result).toMatchObject({ cast: { ballots: 1 }, adopted: true });
    const record = await chair.record(poll);
    expect(record.ballots).toMatchObject([{ confirmerId: deputy.participantId }]);
    expect(faultsOfRecord(record)).toEqual([]);
  });

  it('tells of its confirmation whoever acts for the city, at once and nobody else', async () => {
    const [fez, lille] = [await makeCity(3), await makeCity(1)];
    const poll = await chair.open({ electorate: 'cities', confirmed: true });
    const [head, deputy, delegate] = fez.people as [Person, Person, Person];
    const screens = await Promise.all(
      [head, deputy, delegate, lille.people[0]].map(async ({ client }) => {
        const socket = await client.socket();
        await socket.ask('forum.watch', { slug: forum.slug });
        return socket;
      }),
    );
    await castVote(poll, head, YES, fez);
    const [vote] = await own(deputy, poll);
    await deputy.client.post(`/api/v1/rounds/${poll.roundId}/confirmations`, {
      voterId: fez.voterId,
      code: vote?.ballot?.code,
    });
    const isTold = ({ type, id }: Hint) => type === 'ballot.confirmed' && id === poll.id;
    for (const socket of screens.slice(0, 2)) await socket.hear<Hint>('hint', isTold);
    expect(await own(head, poll)).toMatchObject([{ ballot: { confirmed: true } }]);
    await chair.move(poll, 'close');
    for (const socket of screens) await socket.hear<Hint>('hint', ({ type }) => type === 'poll.closed');
    expect(screens.map((socket) => socket.all<Hint>('hint').filter(isTold).length)).toEqual([1, 1, 0, 0]);
    for (const socket of screens) socket.close();
  });
});

describe('a double majority', () => {
  it('of heads and cities fails on the cities, and says so', async () => {
    const cities = [await makeCity(5), await makeCity(1), await makeCity(1)];
    const poll = await chair.open({ rule: { ...SIMPLE, groups: { by: 'cities', majority: 'simple' } } });
    for (const [at, { people }] of cities.entries())
      for (const person of people) await castVote(poll, person, at === 0 ? YES : NO);
    const { result } = await chair.move(poll, 'close');
    expect(result).toMatchObject({
      adopted: false,
      tally: { yes: { heads: 5 }, no: { heads: 2 }, groups: { yes: 1, no: 2, even: 0 } },
    });
    expect(faultsOfRecord(await chair.record(poll))).toEqual([]);
  });

  it('of regions takes the cities of a region together, and needs to know each one’s country', async () => {
    const [fez, tunis, lille] = [
      await makeCity(1),
      await makeCity(1, { country: 'TN' }),
      await makeCity(1, { country: 'FR' }),
    ];
    const terms = { rule: { ...SIMPLE, groups: { by: 'regions', majority: 'simple' } } } as const;
    const poll = await chair.open(terms);
    for (const { people } of [fez, lille]) await castVote(poll, people[0], YES);
    await castVote(poll, tunis.people[0], NO);
    expect((await chair.move(poll, 'close')).result).toMatchObject({
      tally: { groups: { yes: 1, no: 0, even: 1 } },
    });
    await test.db.query(`UPDATE city SET country = NULL WHERE country = 'TN'`);
    const { body } = await chair.ask(terms);
    expect(await chair.tries(body, 'open')).toMatchObject({
      status: 409,
      body: { code: 'poll.group-missing' },
    });
  });
});

describe('a proxy', () => {
  it('that was accepted before the opening votes apart for each, and its principal does not', async () => {
    const { people } = await makeCity(4);
    const [holder, first, second, third] = people as unknown as [Person, Person, Person, Person];
    for (const principal of [first, second]) expect((await makeProxy(principal, holder)).status).toBe(200);
    expect(await makeProxy(third, holder)).toMatchObject({ status: 409, body: { code: 'proxy.limit' } });
    const poll = await chair.open({ proxies: true });
    expect((await own(holder, poll)).map(({ as, voterId }) => [as, voterId]).sort()).toEqual(
      [
        ['self', holder.participantId],
        ['proxy', first.participantId],
        ['proxy', second.participantId],
      ].sort(),
    );
    const of = ({ participantId }: Person) => ({ voterId: participantId });
    await castVote(poll, holder, YES);
    await castVote(poll, holder, NO, of(first));
    await castVote(poll, holder, YES, of(second));
    expect(await castVote(poll, first, YES)).toMatchObject({
      status: 403,
      body: { code: 'poll.represented' },
    });
    const { body: roll } = await third.client.get<RollView[]>(`/api/v1/rounds/${poll.roundId}/roll`);
    expect(roll.filter(({ proxy }) => proxy)).toHaveLength(2);
    expect((await chair.move(poll, 'close')).result).toMatchObject({
      tally: { yes: { heads: 2 }, no: { heads: 1 } },
    });
    const record = await chair.record(poll);
    expect(record.ballots.every(({ casterId }) => casterId === holder.participantId)).toBe(true);
    expect(faultsOfRecord(record)).toEqual([]);
  });

  it('revoked after the opening still votes there, and no more in the next poll', async () => {
    const { people } = await makeCity(2);
    const [holder, principal] = people as unknown as [Person, Person];
    const { body } = await makeProxy(principal, holder);
    const poll = await chair.open({ proxies: true });
    await principal.client.post(`/api/v1/proxies/${body.id}/revoke`, { version: body.version });
    expect((await castVote(poll, holder, YES, { voterId: principal.participantId })).status).toBe(200);
    await chair.move(poll, 'close');
    const next = await chair.open({ proxies: true });
    expect((await castVote(next, principal, YES)).status).toBe(200);
  });

  it('is one for each, never in a chain, and two who accept at once do not pass the limit', async () => {
    const { people } = await makeCity(6);
    const [a, b, c, d, e, f] = people as unknown as [Person, Person, Person, Person, Person, Person];
    await makeProxy(a, b);
    expect(await makeProxy(a, c)).toMatchObject({ body: { code: 'proxy.given' } });
    expect(await makeProxy(b, c)).toMatchObject({ body: { code: 'proxy.holder' } });
    expect(await makeProxy(c, a)).toMatchObject({ body: { code: 'proxy.holder' } });
    const results = await Promise.all([c, d, e, f].map((principal) => makeProxy(principal, b)));
    expect(results.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });
});

import { Config } from '../../src/platform/config/config.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import { hashSeed } from '../../src/voting/counting/record.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { RollView } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { newTrackingCode } from '../support/ballots.js';
import { inAll, makeDelegation, makeForum, makePerson, type Person } from '../support/people.js';
import { Chair, castVote, makeOptions, SIMPLE } from '../support/polls.js';
import { until } from '../support/until.js';

const YES = { choice: 'yes' } as const;
const NO = { choice: 'no' } as const;

let test: TestApp;
let chair: Chair;
let voters: Person[];
let forum: Awaited<ReturnType<typeof makeForum>>;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

/** Six delegates of one city in a forum of their own: one poll on each stage. */
beforeEach(async () => {
  forum = await makeForum(test);
  chair = await Chair.of(test, forum);
  const delegation = await makeDelegation(test, forum.id);
  voters = [];
  for (let i = 0; i < 6; i++)
    voters.push(await makePerson(test, forum.id, 'delegate', { delegationId: delegation.id }));
});

const voter = (index: number): Person => voters[index] as Person;
const seenBy = async (person: Person, { id }: PollView): Promise<PollView & { code?: string }> =>
  (await person.client.get<PollView>(`/api/v1/polls/${id}`)).body;

describe('what is prepared', () => {
  it('is the chair’s until it is announced, and can be changed until then', async () => {
    const { body: draft } = await chair.ask();
    expect(await seenBy(voter(0), draft)).toMatchObject({ code: 'object.missing' });
    const terms = {
      rule: { majority: 'two-thirds', base: 'cast' },
      method: 'approval',
      options: makeOptions('A', 'B'),
    };
    const path = `/api/v1/polls/${draft.id}`;
    const changed = await chair.client.send<PollView>('PATCH', path, { version: draft.version, terms });
    expect(changed.body).toMatchObject({ terms: { ...terms, secrecy: 'named' }, version: draft.version + 1 });
    const announced = await chair.move(draft, 'announce');
    expect((await seenBy(voter(0), draft)).terms.options).toEqual(terms.options);
    const late = await chair.client.send('PATCH', path, { version: announced.version, terms });
    expect(late).toMatchObject({ status: 409, body: { code: 'poll.state' } });
  });

  it.each([
    ['an election without options', { method: 'irv' }, 'there are no options'],
    [
      'more seats than options',
      { method: 'stv', options: makeOptions('A'), seats: 2 },
      '2 seats and 1 options',
    ],
    ['a secret vote that can be changed', { secrecy: 'secret', changeable: true }, 'cannot be changed'],
    ['a circle of nobody', { electorate: 'circle' }, 'lists its participants'],
    [
      'an option twice',
      { method: 'borda', options: [...makeOptions('A'), ...makeOptions('B')] },
      'there twice',
    ],
    [
      'a double majority on an election',
      {
        method: 'borda',
        options: makeOptions('A'),
        rule: { ...SIMPLE, groups: { by: 'cities', majority: 'simple' } },
      },
      'groups is for',
    ],
  ])('cannot be %s, and the chair is told why', async (_, terms, why) => {
    const { status, body } = await chair.ask(terms as never);
    expect({ status, code: body.code }).toEqual({ status: 400, code: 'poll.terms' });
    expect(body.detail).toContain(why);
  });
});

describe('the end of a round', () => {
  it('comes by itself after the count-down, in front of everybody, and can be put off', async () => {
    const poll = await chair.open();
    await castVote(poll, voter(0), YES);
    const closing = await chair.move(poll, 'count-down', { seconds: 600 });
    expect(closing).toMatchObject({ state: 'closing', abilities: { close: true } });
    expect((await castVote(poll, voter(1), YES)).status).toBe(200);
    expect((await chair.move(poll, 'prolong', { minutes: 5 })).state).toBe('open');
    const at = Date.parse((await chair.move(poll, 'count-down', { seconds: 1 })).closesAt as string);
    await until(async () => (await chair.see(poll)).state === 'published');
    const { closedAt, result } = await chair.see(poll);
    expect(Date.parse(closedAt as string)).toBeGreaterThanOrEqual(at);
    expect(result).toMatchObject({ adopted: true, cast: { ballots: 2 } });
  });

  it('comes at the next start if the queue lost the job for it', async () => {
    const poll = await chair.open();
    await test.db.query('UPDATE round SET closes_at = now() WHERE id = $1', [poll.roundId]);
    const next = await startApp({ DATABASE_URL: test.app.get(Config).databaseUrl as string });
    await until(async () => (await chair.see(poll)).state === 'published');
    await next.stop();
  });

  it('is told when the chair publishes it, and to the chair before', async () => {
    const poll = await chair.open({ publication: 'by-chair' });
    await castVote(poll, voter(0), NO);
    expect(await chair.move(poll, 'close')).toMatchObject({ state: 'closed', result: { adopted: false } });
    expect(await seenBy(voter(0), poll)).toMatchObject({ state: 'closed', result: null });
    const early = await voter(0).client.get(`/api/v1/rounds/${poll.roundId}/record`);
    expect(early).toMatchObject({ status: 409, body: { code: 'poll.state' } });
    await chair.move(poll, 'publish');
    expect(await seenBy(voter(0), poll)).toMatchObject({ state: 'published', result: { adopted: false } });
    expect(faultsOfRecord(await chair.record(poll))).toEqual([]);
  });

  it('without its quorum decides nothing: another round follows, and the first stays with its ballots', async () => {
    const quorum = { num: 1, den: 2, of: 'entitled' } as const;
    const poll = await chair.open({ rule: { ...SIMPLE, quorum } });
    await castVote(poll, voter(0), YES);
    const first = await chair.move(poll, 'close');
    expect(first).toMatchObject({ result: { adopted: false, quorate: false }, abilities: { repeat: true } });
    const second = await chair.move(poll, 'repeat');
    expect(second).toMatchObject({ state: 'draft', round: 2, earlier: [{ number: 1, state: 'published' }] });
    await chair.move(poll, 'open');
    for (const index of [0, 1, 2]) await castVote(second, voter(index), YES);
    expect(await chair.move(poll, 'close')).toMatchObject({ result: { adopted: true, quorate: true } });
    expect((await chair.record(first)).ballots).toHaveLength(1);
    expect(await chair.tries(poll, 'repeat')).toMatchObject({ body: { code: 'poll.no-repeat' } });
  });

  it('annulled, keeps its reason and its ballots, and takes none of its ballots into the next', async () => {
    const poll = await chair.open();
    await castVote(poll, voter(0), YES);
    await chair.move(poll, 'annul', { reason: 'The wrong text was shown.' });
    const again = await chair.move(poll, 'repeat');
    expect(again.earlier).toEqual([
      expect.objectContaining({ reason: 'The wrong text was shown.', state: 'annulled' }),
    ]);
    await chair.move(poll, 'open');
    expect(await castVote(poll, voter(0), YES)).toMatchObject({ body: { code: 'poll.not-open' } });
    expect((await chair.see(poll)).turnout).toEqual({ cast: 0, entitled: 6 });
    const [{ kept }] = await test.db.query('SELECT count(*)::int AS kept FROM ballot WHERE round_id = $1', [
      poll.roundId,
    ]);
    expect(kept).toBe(1);
  });
});

describe('rules that need a number', () => {
  it('of those present ask for it at the opening, and freeze it', async () => {
    const { body: poll } = await chair.ask({ rule: { majority: 'absolute', base: 'present' } });
    expect(await chair.tries(poll, 'open')).toMatchObject({
      status: 400,
      body: { code: 'poll.present-needed' },
    });
    await chair.move(poll, 'open', { present: 5 });
    for (const index of [0, 1]) await castVote(poll, voter(index), YES);
    const closed = await chair.move(poll, 'close');
    expect(closed).toMatchObject({ present: 5, result: { adopted: false, tally: { base: 5 } } });
    expect((await chair.record(poll)).definition.present).toBe(5);
  });
});

describe('a vote that may be changed', () => {
  it('counts as it was acknowledged last; a late retry of the first is answered as then, and changes nothing', async () => {
    const poll = await chair.open({ changeable: true });
    const first = { code: 'A'.repeat(26), key: 'first-press' };
    await castVote(poll, voter(0), YES, first);
    const changed = await castVote(poll, voter(0), NO, { over: first.code });
    expect(changed.body.ballot).toMatchObject({ ballot: NO });
    expect((await castVote(poll, voter(0), YES, first)).body.ballot).toMatchObject({
      ballot: YES,
      code: first.code,
    });
    expect((await seenBy(voter(0), poll)).own[0]?.ballot).toEqual(changed.body.ballot);
    // What was confirmed before, and came by slow ways, does not undo what was cast since.
    for (const over of [undefined, first.code, newTrackingCode()])
      expect(await castVote(poll, voter(0), YES, { over })).toMatchObject({
        status: 409,
        body: { code: 'ballot.changed' },
      });
    const { result, turnout } = await chair.move(poll, 'close');
    expect([turnout.cast, result?.tally]).toEqual([
      1,
      expect.objectContaining({ no: { heads: 1, weight: 1 } }),
    ]);
    expect(faultsOfRecord(await chair.record(poll))).toEqual([]);
  });
});

describe('a roll call', () => {
  it('is seen vote by vote if the terms say so; a vote by name only once it is published', async () => {
    const ballots = async ({ roundId }: PollView): Promise<unknown[]> => {
      const { body } = await voter(3).client.get<RollView[]>(`/api/v1/rounds/${roundId}/roll`);
      return body.filter(({ ballot }) => ballot).map(({ voterId, ballot }) => [voterId, ballot]);
    };
    const cast = [[voter(0).participantId, NO]];
    const live = await chair.open({ secrecy: 'roll-call', live: true });
    await castVote(live, voter(0), NO);
    expect(await ballots(live)).toEqual(cast);
    await chair.move(live, 'close');
    const named = await chair.open();
    await castVote(named, voter(0), NO);
    expect(await ballots(named)).toEqual([]);
    await chair.move(named, 'close');
    expect(await ballots(named)).toEqual(cast);
  });
});

describe('an election', () => {
  it('in secret for three seats is counted by transfers and told in three languages, ties broken by a lot that was sealed', async () => {
    const options = makeOptions('Amina', 'Bilal', 'Chama', 'Driss');
    const poll = await chair.open({ method: 'stv', seats: 3, options, secrecy: 'secret', tieBreak: 'lot' });
    const rankings = [['1', '2'], ['1', '2'], ['2'], ['3'], ['3', '4']];
    for (const [index, order] of rankings.entries()) {
      const { status, body } = await castVote(poll, voter(index), { ranking: order.map((id) => [id]) });
      expect({ status, body }).toEqual({
        status: 200,
        body: { voterId: voter(index).participantId, recorded: true, ballot: null },
      });
    }
    expect((await castVote(poll, voter(5), { blank: true })).status).toBe(200);
    const { result } = await chair.move(poll, 'close');
    expect(result).toMatchObject({ winners: ['1', '3', '2'], cast: { ballots: 6, blank: 1 }, tie: null });
    expect(result?.explanation.map(({ fr }) => fr).join(' ')).toContain('Amina fr');
    expect(result?.explanation.map(({ ar }) => ar).join(' ')).toContain('Chama ع');
    const record = await chair.record(poll);
    expect(faultsOfRecord(record)).toEqual([]);
    expect(hashSeed(record.seed as string)).toBe(record.definition.lotHash);
    expect((await seenBy(voter(0), poll)).own).toMatchObject([{ cast: true, ballot: null }]);
  });

  it.each([
    ['plurality', { choicesMax: 2 }, { choices: ['1', '2'] }, { choices: ['1', '2', '3'] }],
    ['approval', {}, { approved: [] }, { approved: ['9'] }],
    ['score', { scoreRange: [0, 3] }, { scores: { '1': 3 } }, { scores: { '1': 4 } }],
    ['borda', {}, { ranking: [['1', '2'], ['3']] }, { ranking: [['1'], ['1']] }],
    ['irv', {}, { ranking: [['1']] }, { ranking: [['1', '2']] }],
    ['schulze', {}, { ranking: [['1', '2'], []] }, { choice: 'yes' }],
  ])('by %s takes its own ballots and refuses others with a sentence', async (method, terms, good, bad) => {
    const poll = await chair.open({ method, options: makeOptions('A', 'B', 'C'), ...terms } as never);
    expect(await castVote(poll, voter(0), bad as never)).toMatchObject({
      status: 400,
      body: { code: 'ballot.invalid' },
    });
    expect((await castVote(poll, voter(0), good as never)).status).toBe(200);
    expect((await chair.move(poll, 'close')).result?.cast).toEqual({ ballots: 1, blank: 0, invalid: 0 });
    expect(faultsOfRecord(await chair.record(poll))).toEqual([]);
  });
});

describe('votes by hand', () => {
  it('count when two people enter the same, close the devices’ part, and are marked', async () => {
    const poll = await chair.open();
    await castVote(poll, voter(0), YES);
    const enter = async (client: typeof chair.client, no: number) =>
      client.put<PollView & { code?: string }>(`/api/v1/polls/${poll.id}/hand-count`, {
        version: (await chair.see(poll)).version,
        lines: [
          { ballot: NO, votes: no },
          { ballot: { invalid: true }, votes: 1 },
        ],
      });
    expect(await enter(chair.client, 5)).toMatchObject({ status: 409, body: { code: 'hand.too-many' } });
    expect(await enter(chair.client, 2)).toMatchObject({ status: 200, body: { turnout: { cast: 1 } } });
    expect(await enter(chair.second, 3)).toMatchObject({ status: 409, body: { code: 'hand.differs' } });
    await enter(chair.second, 3);
    expect(await enter(chair.client, 3)).toMatchObject({ status: 200, body: { turnout: { cast: 5 } } });
    expect(await castVote(poll, voter(1), YES)).toMatchObject({ body: { code: 'poll.not-open' } });
    const { result } = await chair.move(poll, 'close');
    expect(result).toMatchObject({ adopted: false, byHand: 4, cast: { ballots: 5, invalid: 1 } });
    const record = await chair.record(poll);
    expect(faultsOfRecord(record)).toEqual([]);
    expect(record.hand?.enteredBy).toHaveLength(2);
  });
});

it('tells what cannot be asked: a question in one language only', async () => {
  const { body } = await chair.client.post<{ code: string }>(`/api/v1/forums/${forum.slug}/polls`, {
    sessionId: chair.client.url,
    question: { ...inAll('x'), ar: '' },
    terms: { rule: SIMPLE },
  });
  expect(body).toMatchObject({ code: 'request.invalid' });
});

import { cleanLine } from '../../src/platform/http/clean-text.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollOption, PollView } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { newTrackingCode, sendBallot } from '../support/ballots.js';
import type { Reply } from '../support/browser-client.js';
import { NAUGHTY, naughty } from '../support/naughty.js';
import { closePoll, makeVotingHall, openPoll, type Voter, type VotingHall } from '../support/voting-hall.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const inThree = (text: string) => ({ ar: text, fr: text, en: text });
const optionsOf = (texts: readonly string[]): PollOption[] =>
  texts.map((text, at) => ({ id: String(at + 1), text: inThree(text) }));

interface Refusal {
  readonly code: string;
  readonly fields?: readonly { readonly field: string; readonly rule: string }[];
}

/** A free question with these options, in the session of a hall whose own poll stays a draft. */
async function prepare(
  hall: VotingHall,
  options: readonly unknown[],
  { method = 'approval', question = 'Which?' } = {},
): Promise<Reply<PollView & Refusal>> {
  const { body } = await hall.chair.get<PollView>(`/api/v1/polls/${hall.pollId}`);
  return hall.chair.post(`/api/v1/forums/${hall.slug}/polls`, {
    sessionId: body.sessionId,
    question: inThree(question),
    terms: { method, options, rule: { majority: 'simple', base: 'votes' } },
  });
}

const hallOf = (voters: number): Promise<VotingHall> => makeVotingHall(test.db, test.url, { voters });
const voterOf = (hall: VotingHall, index: number): Voter => hall.voters[index] as Voter;

/** Holds the vote that was prepared, with one ballot of each voter, and answers its record. */
async function holdVote(
  hall: VotingHall,
  { id: pollId, roundId }: PollView,
  contents: readonly object[],
): Promise<PollRecord> {
  const own = { ...hall, pollId, roundId };
  await openPoll(own);
  for (const [index, content] of contents.entries()) {
    const answer = await sendBallot(own, voterOf(hall, index), content);
    expect([answer.status, answer.body.ballot?.ballot]).toEqual([200, content]);
  }
  await closePoll(own);
  return (await hall.chair.get<PollRecord>(`/api/v1/rounds/${roundId}/record`)).body;
}

describe('the number of options', () => {
  it.each([1, 2, 200])('%i: prepared, shown, counted, recorded', async (count) => {
    const hall = await hallOf(3);
    const options = optionsOf(Array.from({ length: count }, (_, at) => `Option ${at + 1}`));
    for (const method of ['approval', 'schulze', 'stv']) {
      const { status, body } = await prepare(hall, options, { method });
      expect([status, body.terms?.options]).toEqual([201, options]);
      const ids = options.map(({ id }) => id);
      const content =
        method === 'approval'
          ? [{ approved: ids }, { approved: [String(count)] }, { blank: true }]
          : [{ ranking: ids.map((id) => [id]) }, { ranking: [[String(count)]] }, { blank: true }];
      const record = await holdVote(hall, body, content);
      expect(record.result.winners).toEqual([String(count)]);
      expect(faultsOfRecord(record)).toEqual([]);
    }
  });

  it.each([201, 1_000, 5_000])('%i is refused by name', async (count) => {
    const answer = await prepare(await hallOf(1), optionsOf(Array(count).fill('x')));
    expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    expect(answer.body.fields?.map(({ field }) => field)).toContain('terms.options');
  });

  it('10,000 is more than a request may hold, or is refused by name, and the server goes on', async () => {
    const hall = await hallOf(1);
    for (const text of ['x', 'A street without cars']) {
      const { status, body } = await prepare(hall, optionsOf(Array(10_000).fill(text)));
      expect([
        [400, 'request.invalid'],
        [413, 'request.too-large'],
      ]).toContainEqual([status, body.code]);
    }
    expect((await prepare(hall, optionsOf(['x', 'y']))).status).toBe(201);
  });

  it('none, ids that are no numbers or there twice: a code and a sentence', async () => {
    const hall = await hallOf(1);
    const [one] = optionsOf(['x']) as [PollOption];
    for (const options of [[], [one, one], [one, { ...one, id: '__proto__' }], [one, { ...one, id: '01' }]]) {
      const { status, body } = await prepare(hall, options);
      expect([status, body.code]).toEqual([400, expect.stringMatching(/^(poll\.terms|request\.invalid)$/)]);
    }
  });
});

describe('naughty strings', () => {
  it('as options and question are stored, shown, counted, recorded and verified as they were cleaned', async () => {
    const hall = await hallOf(3);
    const texts = (await naughty()).filter((text) => {
      const clean = cleanLine(text);
      return clean !== '' && clean.length <= 300;
    });
    expect(texts.length).toBeGreaterThan(NAUGHTY.length - 3);
    for (let at = 0; at < texts.length; at += 200) {
      const some = texts.slice(at, at + 200);
      const clean = optionsOf(some.map(cleanLine));
      const question = some.find((text) => text.length < 300) as string;
      const { status, body } = await prepare(hall, optionsOf(some), { question });
      expect([status, body.code]).toEqual([201, undefined]);
      const shown = (await hall.chair.get<PollView>(`/api/v1/polls/${body.id}`)).body;
      expect([shown.terms.options, shown.question]).toEqual([clean, inThree(cleanLine(question))]);
      const last = String(some.length);
      const record = await holdVote(hall, body, [{ approved: [last] }, { approved: ['1', last] }]);
      expect([record.definition.terms.options, record.definition.question]).toEqual([clean, shown.question]);
      expect(record.result.winners).toEqual([last]);
      expect(faultsOfRecord(JSON.parse(JSON.stringify(record)))).toEqual([]);
    }
  });

  it('that hold nothing that is seen, or too much, are refused as options', async () => {
    const hall = await hallOf(1);
    for (const text of ['', ' \t ', '\u0000\u202E', 'x'.repeat(301)]) {
      const answer = await prepare(hall, optionsOf(['x', text]));
      expect(answer).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
    }
  });

  it('as a ballot are refused with a code, one by one, and none of them is stored', async () => {
    const hall = await hallOf(1);
    await openPoll(hall);
    const strings = await naughty();
    const voter = voterOf(hall, 0);
    const members = ['choice', 'approved', 'ranking', 'scores'];
    const answers = await Promise.all(
      strings.map((text, at) => {
        const member = members[at % members.length] as string;
        const value = member === 'choice' ? text : member === 'scores' ? { [text]: 1 } : [text];
        return sendBallot(hall, voter, { [member]: value });
      }),
    );
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set(['ballot.invalid']));
    for (const code of strings.slice(0, 50))
      expect((await sendBallot(hall, voter, { choice: 'yes' }, { code })).status).toBe(400);
    const [{ stored }] = await test.db.query(
      'SELECT count(*)::int AS stored FROM ballot WHERE round_id = $1',
      [hall.roundId],
    );
    expect(stored).toBe(0);
    expect((await sendBallot(hall, voter, { choice: 'yes' }, { code: newTrackingCode() })).status).toBe(200);
  });
});

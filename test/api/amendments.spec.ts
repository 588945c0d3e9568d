import type {
  AmendmentsView,
  AmendmentView,
  PreparedPolls,
} from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView, VersionView } from '../../src/proposals/proposals.contract.js';
import type { Paragraph } from '../../src/text/rich-text.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient, Reply } from '../support/browser-client.js';
import { makeHall } from '../support/people.js';
import { Chair, castVote, SIMPLE } from '../support/polls.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let chair: Chair;
let proposal: ProposalView;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const ARTICLES = [
  'Every quarter keeps a public fountain.',
  'The city pays for its water.',
  'A council of the quarter looks after it.',
];
const written = (html: string, id?: string) => ({ kind: 'text' as const, html, ...(id && { id }) });

/** An admitted proposal of three articles, by the delegate, in a forum of its own. */
beforeEach(async () => {
  hall = await makeHall(test);
  chair = await Chair.of(test, hall.forum);
  const draft = await ok<ProposalView>(
    hall.delegate.client.post(`/api/v1/forums/${hall.forum.slug}/proposals`, {
      lang: 'en',
      title: 'Fountains',
      paragraphs: ARTICLES.map((html) => written(html)),
    }),
    201,
  );
  const submitted = await move(hall.delegate.client, draft, 'submit');
  proposal = await move(hall.moderator.client, submitted, 'admit');
});

async function ok<T>(asked: Promise<Reply<unknown>>, status = 200): Promise<T> {
  const reply = await asked;
  if (reply.status !== status) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

const move = (client: BrowserClient, { id, version }: ProposalView, name: string, more: object = {}) =>
  ok<ProposalView>(client.post(`/api/v1/proposals/${id}/${name}`, { version, ...more }));

const moveAmendment = (
  client: BrowserClient,
  { id, version }: AmendmentView,
  name: string,
  more: object = {},
) => client.post<AmendmentView & { code?: string }>(`/api/v1/amendments/${id}/${name}`, { version, ...more });

const seen = async (): Promise<ProposalView> => ok(hall.anonymous.get(`/api/v1/proposals/${proposal.id}`));
const listed = async (): Promise<AmendmentsView> =>
  ok(hall.anonymous.get(`/api/v1/proposals/${proposal.id}/amendments`));
const wordsOf = ({ texts }: Pick<ProposalView, 'texts'>): string[] =>
  texts[0]?.paragraphs.map(({ html }) => html) ?? [];

/** The text with one article written otherwise: null takes it out. */
function with_(changes: Readonly<Record<number, string | null>>): object[] {
  const paragraphs = proposal.texts[0]?.paragraphs as Paragraph[];
  return paragraphs.flatMap((paragraph, at) => {
    const html = at in changes ? changes[at] : paragraph.html;
    return html === null || html === undefined ? [] : [{ ...paragraph, html }];
  });
}

/** An amendment that was submitted. */
async function amended(
  changes: Readonly<Record<number, string | null>>,
  {
    by = hall.otherDelegate.client,
    parentId,
    paragraphs = with_(changes),
  }: { by?: BrowserClient; parentId?: string; paragraphs?: object[] } = {},
): Promise<AmendmentView> {
  const body = { reason: 'It reads better so.', paragraphs, ...(parentId && { parentId }) };
  const draft = await ok<AmendmentView>(by.post(`/api/v1/proposals/${proposal.id}/amendments`, body), 201);
  return ok(moveAmendment(by, draft, 'submit'));
}

describe('an amendment', () => {
  it('is what was changed in the text: a draft is its author’s alone, and nothing changed is no amendment', async () => {
    const author = hall.otherDelegate.client;
    const path = `/api/v1/proposals/${proposal.id}/amendments`;
    const paragraphs = [
      ...with_({ 0: null, 1: 'The city pays for all of its water.' }),
      written('And the air.'),
    ];
    const draft = await ok<AmendmentView>(author.post(path, { reason: 'Fairer.', paragraphs }), 201);
    expect(draft.changes.map(({ kind, was, now }) => [kind, was?.html, now?.html])).toEqual([
      ['delete', ARTICLES[0], undefined],
      ['replace', ARTICLES[1], 'The city pays for all of its water.'],
      ['insert', undefined, 'And the air.'],
    ]);
    expect((await listed()).amendments).toEqual([]);
    expect((await hall.moderator.client.get(`/api/v1/amendments/${draft.id}`)).status).toBe(404);
    expect(await author.post(path, { reason: 'Nothing.', paragraphs: with_({}) })).toMatchObject({
      status: 400,
      body: { code: 'amendment.nothing' },
    });
    await ok(moveAmendment(author, draft, 'submit'));
    expect((await listed()).amendments).toMatchObject([{ number: 1, state: 'submitted' }]);
  });

  it('is taken by the authors as it is or with other words: the next version says whose words it has', async () => {
    const first = await amended({ 1: 'The region pays for its water.' });
    expect((await moveAmendment(hall.otherDelegate.client, first, 'accept')).status).toBe(403);
    await ok(moveAmendment(hall.delegate.client, first, 'accept', { reason: 'Agreed.' }));
    expect(wordsOf(await seen())[1]).toBe('The region pays for its water.');
    proposal = await seen();
    const second = await amended({ 2: 'A council looks after it.' });
    const paragraphs = with_({ 2: 'A council of five looks after it.' });
    const taken = await ok<AmendmentView>(
      moveAmendment(hall.delegate.client, second, 'accept', { paragraphs }),
    );
    expect(taken.modified?.[0]?.now?.html).toBe('A council of five looks after it.');
    const { versions } = await seen();
    expect(versions.map(({ number, cause }) => [number, cause])).toEqual([
      [1, 'submitted'],
      [2, 'amended'],
      [3, 'amended'],
    ]);
    const last = await ok<VersionView>(hall.anonymous.get(`/api/v1/proposals/${proposal.id}/versions/3`));
    expect(last.traces).toEqual([
      { paragraphId: proposal.texts[0]?.paragraphs[2]?.id, amendmentIds: [second.id] },
    ]);
  });

  it('follows the text where that is unambiguous, and needs its author where it is not', async () => {
    const elsewhere = await amended({ 2: 'A council of elders looks after it.' });
    const sameWords = await amended({ 1: 'The state pays for its water.' });
    const otherWords = await amended({ 1: 'The city pays for its clean water.' });
    const taken = await amended({ 1: 'The region pays for its water.' });
    await ok(moveAmendment(hall.delegate.client, taken, 'accept'));
    const after = new Map((await listed()).amendments.map((each) => [each.id, each]));
    expect(after.get(elsewhere.id)).toMatchObject({ basedOn: 2, conflicts: [], state: 'submitted' });
    expect(after.get(otherWords.id)?.changes[0]?.now?.html).toBe('The region pays for its clean water.');
    expect(after.get(sameWords.id)).toMatchObject({
      changes: [],
      conflicts: [
        {
          change: { was: { html: ARTICLES[1] }, now: { html: 'The state pays for its water.' } },
          now: { html: 'The region pays for its water.' },
        },
      ],
      abilities: { putToVote: false },
    });
    const stuck = after.get(sameWords.id) as AmendmentView;
    expect((await moveAmendment(hall.delegate.client, stuck, 'accept')).body.code).toBe('amendment.conflict');
    proposal = await seen();
    const body = { reason: 'Still.', paragraphs: with_({ 1: 'The state pays.' }), version: stuck.version };
    const settled = await ok<AmendmentView>(
      hall.otherDelegate.client.patch(`/api/v1/amendments/${stuck.id}`, body),
    );
    expect(settled).toMatchObject({ conflicts: [], basedOn: 2, state: 'submitted' });
  });

  it('is decided with others at once, all or none', async () => {
    const [one, other] = [await amended({ 0: 'No fountains.' }), await amended({ 2: 'Nobody does.' })];
    const path = `/api/v1/proposals/${proposal.id}/amendments/decisions`;
    const body = {
      move: 'reject',
      reason: 'Outside the theme.',
      amendments: [one, { ...other, version: 99 }],
    };
    const asked = (amendments: readonly AmendmentView[]) =>
      hall.moderator.client.post(path, {
        ...body,
        amendments: amendments.map(({ id, version }) => ({ id, version })),
      });
    expect(await asked([one, { ...other, version: 99 }])).toMatchObject({
      status: 409,
      body: { code: 'object.changed', fields: [{ field: 'amendments.1', rule: 'changed' }] },
    });
    expect((await listed()).amendments.map(({ state }) => state)).toEqual(['submitted', 'submitted']);
    expect((await asked([one, other])).status).toBe(200);
    expect((await listed()).amendments).toMatchObject([
      { state: 'rejected', decision: { reason: 'Outside the theme.' } },
      { state: 'rejected' },
    ]);
  });

  it('is taken with others at once, unless one is in the way of another, which is named', async () => {
    const [one, other] = [await amended({ 1: 'The state pays.' }), await amended({ 1: 'The region pays.' })];
    const amendments = [one, other].map(({ id, version }) => ({ id, version }));
    expect(
      await hall.delegate.client.post(`/api/v1/proposals/${proposal.id}/amendments/decisions`, {
        move: 'accept',
        reason: 'Both.',
        amendments,
      }),
    ).toMatchObject({
      status: 409,
      body: { code: 'amendment.conflict', fields: [{ field: 'amendments.1' }] },
    });
    expect((await listed()).amendments.map(({ state }) => state)).toEqual(['submitted', 'submitted']);
  });

  it('is not begun on a text that is not the one that stands, which it would take back', async () => {
    const path = `/api/v1/proposals/${proposal.id}/amendments`;
    const taken = await amended({ 1: 'The region pays for its water.' });
    const parent = await amended({ 2: 'A council looks after it.' });
    await ok(moveAmendment(hall.delegate.client, taken, 'accept'));
    const body = { reason: 'Written before.', paragraphs: with_({ 0: 'No fountains.' }) };
    const late = (more: object) => hall.otherDelegate.client.post(path, { ...body, ...more });
    expect(await late({ writtenOn: 1 })).toMatchObject({ status: 409, body: { code: 'object.changed' } });
    expect((await late({ writtenOn: 2 })).status).toBe(201);
    const onParent = { parentId: parent.id, writtenOn: parent.version };
    expect(await late(onParent)).toMatchObject({ status: 409, body: { code: 'object.changed' } });
  });

  it('is made while there is a debate, and not when the vote is near', async () => {
    await move(hall.moderator.client, proposal, 'schedule', { sessionId: chair.sessionId });
    const body = { reason: 'Too late.', paragraphs: with_({ 0: 'No.' }) };
    expect(
      await hall.otherDelegate.client.post(`/api/v1/proposals/${proposal.id}/amendments`, body),
    ).toMatchObject({ status: 409, body: { code: 'amendment.closed' } });
  });
});

describe('what was never submitted', () => {
  it('is seen by nobody else, whatever becomes of the proposal; and with it what is open falls', async () => {
    const author = hall.otherDelegate.client;
    const body = { reason: 'Not yet.', paragraphs: with_({ 0: 'No fountains.' }) };
    const path = `/api/v1/proposals/${proposal.id}/amendments`;
    const draft = await ok<AmendmentView>(author.post(path, body), 201);
    await amended({ 1: 'The state pays.' });
    await move(hall.moderator.client, await seen(), 'lapse', { reason: 'The forum is over.' });
    expect((await listed()).amendments).toMatchObject([{ number: 2, state: 'fallen' }]);
    expect((await hall.moderator.client.get(`/api/v1/amendments/${draft.id}`)).status).toBe(404);
    expect(await ok<AmendmentView>(author.get(`/api/v1/amendments/${draft.id}`))).toMatchObject({
      state: 'fallen',
    });
  });
});

describe('a vote', () => {
  const prepare = (subject: object) =>
    hall.moderator.client.post(`/api/v1/forums/${hall.forum.slug}/polls`, {
      sessionId: chair.sessionId,
      subject,
      terms: { rule: SIMPLE },
    });

  it('on a proposal waits for its amendments, and one on a rival for the published order', async () => {
    const [one] = [await amended({ 1: 'The region pays.' }), await amended({ 1: 'The state pays.' })];
    expect(await prepare({ kind: 'proposal', id: proposal.id })).toMatchObject({
      status: 409,
      body: { code: 'proposal.amendments' },
    });
    expect((await seen()).state).toBe('admitted');
    expect(await prepare({ kind: 'amendment', id: one.id })).toMatchObject({
      body: { code: 'amendment.order' },
    });
    const { amendmentIds } = (await listed()).proposed;
    const order = `/api/v1/proposals/${proposal.id}/amendments/order`;
    await ok(hall.moderator.client.put(order, { amendmentIds }));
    expect((await prepare({ kind: 'amendment', id: one.id })).status).toBe(201);
  });

  it('that lacks its quorum leaves the amendment as it was', async () => {
    const one = await amended({ 1: 'The region pays.' });
    const quorum = { num: 1, den: 1, of: 'entitled' };
    const poll = await ok<PollView>(
      hall.moderator.client.post(`/api/v1/forums/${hall.forum.slug}/polls`, {
        sessionId: chair.sessionId,
        subject: { kind: 'amendment', id: one.id },
        terms: { rule: { ...SIMPLE, quorum } },
      }),
      201,
    );
    await chair.move(poll, 'open');
    await castVote(poll, hall.delegate, { choice: 'yes' });
    await chair.move(poll, 'close');
    expect((await listed()).amendments).toMatchObject([{ state: 'submitted', decision: null }]);
    expect(wordsOf(await seen())).toEqual(ARTICLES);
  });
});

describe('amendments that collide', () => {
  it('are found, ordered from the furthest to the nearest, and voted on in the published order: what falls, falls', async () => {
    const mild = await amended({ 1: 'The city pays for all its water.' });
    const strong = await amended({ 1: 'The region alone pays for everything.' });
    const deletes = await amended({ 1: null });
    const apart = await amended({ 2: 'A council of five looks after it.' });
    const before = await listed();
    expect(before.collisions.map(({ amendmentIds }) => [...amendmentIds].sort())).toEqual([
      [mild.id, strong.id, deletes.id].sort(),
    ]);
    expect(before.proposed.amendmentIds).toEqual([deletes.id, strong.id, mild.id, apart.id]);
    const path = `/api/v1/proposals/${proposal.id}/amendments`;
    const wrong = { amendmentIds: [mild.id] };
    expect(await hall.moderator.client.put(`${path}/order`, wrong)).toMatchObject({
      body: { code: 'amendment.order' },
    });
    const order = { amendmentIds: [strong.id, deletes.id, mild.id, apart.id] };
    const published = await ok<AmendmentsView>(hall.moderator.client.put(`${path}/order`, order));
    expect(published.order).toMatchObject(order);
    expect(published.order?.consequences.excludes).toHaveLength(3);
    const { pollIds } = await ok<PreparedPolls>(
      hall.moderator.client.post(`${path}/polls`, {
        sessionId: chair.sessionId,
        terms: { rule: SIMPLE },
      }),
      201,
    );
    expect(pollIds).toHaveLength(4);
    const polls = await Promise.all(pollIds.map((id) => chair.see({ id })));
    expect(polls[0]?.question.en).toContain('amendment 2');
    await chair.move(polls[0] as PollView, 'open');
    await castVote(polls[0] as PollView, hall.delegate, { choice: 'yes' });
    const closed = await chair.move(await chair.see({ id: pollIds[0] as string }), 'close');
    expect(closed).toMatchObject({ state: 'published', result: { adopted: true } });
    const after = new Map((await listed()).amendments.map(({ id, state }) => [id, state]));
    expect([strong, deletes, mild, apart].map(({ id }) => after.get(id))).toEqual([
      'adopted',
      'fallen',
      'fallen',
      'voted',
    ]);
    const states = await Promise.all(pollIds.map(async (id) => (await chair.see({ id })).state));
    expect(states).toEqual(['published', 'annulled', 'annulled', 'draft']);
    const text = await seen();
    expect(wordsOf(text)[1]).toBe('The region alone pays for everything.');
    expect(text.versions).toHaveLength(2);
  });

  it('between levels: the amendment of an amendment is voted on first, and falls with what it amends', async () => {
    const parent = await amended({ 1: 'The region pays for its water.' });
    const paragraphs = with_({ 1: 'The region and the state pay for its water.' });
    const child = await amended({}, { parentId: parent.id, paragraphs, by: hall.moderator.client });
    expect(child.changes[0]).toMatchObject({ was: { html: 'The region pays for its water.' } });
    const deeper = { reason: 'Deeper.', paragraphs: with_({ 1: 'Nobody.' }), parentId: child.id };
    expect(
      await hall.moderator.client.post(`/api/v1/proposals/${proposal.id}/amendments`, deeper),
    ).toMatchObject({ body: { code: 'amendment.level' } });
    expect((await listed()).proposed.amendmentIds).toEqual([child.id, parent.id]);
    await ok(moveAmendment(hall.moderator.client, parent, 'reject', { reason: 'Not for us.' }));
    expect((await listed()).amendments.map(({ state }) => state)).toEqual(['rejected', 'fallen']);
  });
});

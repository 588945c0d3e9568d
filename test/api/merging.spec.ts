import { jest } from '@jest/globals';
import { newId } from '../../src/kernel/ids.js';
import type { AmendmentsView, AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type {
  ChooseInMerge,
  FinishedMerge,
  MergeSpot,
  MergeView,
  TracesView,
} from '../../src/proposals/merging/merging.contract.js';
import type { ProposalView, VersionView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient, Reply } from '../support/browser-client.js';
import { makeHall } from '../support/people.js';
import { Chair, castVote, SIMPLE } from '../support/polls.js';
import { hold, waiting } from '../support/while-held.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let proposal: ProposalView;
let path: string;

beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
});
afterAll(() => test.stop());

const ARTICLES = [
  'Every quarter keeps a public fountain.',
  'The city pays for its water.',
  'A council of the quarter looks after it.',
];
const written = (html: string) => ({ kind: 'text' as const, html });

async function ok<T>(asked: Promise<Reply<unknown>>, status = 200): Promise<T> {
  const reply = await asked;
  if (reply.status !== status) throw new Error(`${reply.status} ${JSON.stringify(reply.body)}`);
  return reply.body as T;
}

/** An admitted proposal by the delegate, in a forum of its own; its merge is begun. */
beforeEach(async () => {
  hall = await makeHall(test);
  proposal = await admitted(ARTICLES);
  path = `/api/v1/proposals/${proposal.id}/merging`;
  await ok<MergeView>(rapporteur().post(path), 201);
});

const author = (): BrowserClient => hall.delegate.client;
const rapporteur = (): BrowserClient => hall.moderator.client;

async function admitted(articles: readonly string[]): Promise<ProposalView> {
  const draft = await ok<ProposalView>(
    hall.delegate.client.post(`/api/v1/forums/${hall.forum.slug}/proposals`, {
      lang: 'en',
      title: 'Fountains',
      paragraphs: articles.map(written),
    }),
    201,
  );
  const move = (client: BrowserClient, { id, version }: ProposalView, name: string) =>
    ok<ProposalView>(client.post(`/api/v1/proposals/${id}/${name}`, { version }));
  return move(hall.moderator.client, await move(hall.delegate.client, draft, 'submit'), 'admit');
}

/** A submitted amendment: some articles read otherwise (null: are taken out), others are added at the end. */
async function amended(
  changes: Readonly<Record<number, string | null>>,
  { add = [], by = hall.otherDelegate.client }: { add?: string[]; by?: BrowserClient } = {},
): Promise<AmendmentView> {
  const shown = await ok<ProposalView>(hall.anonymous.get(`/api/v1/proposals/${proposal.id}`));
  const shownParagraphs = shown.texts[0]?.paragraphs ?? [];
  const paragraphs = shownParagraphs.flatMap((paragraph, at) => {
    const html = at in changes ? changes[at] : paragraph.html;
    return html ? [{ ...paragraph, html }] : [];
  });
  const body = { reason: 'It reads better so.', paragraphs: [...paragraphs, ...add.map(written)] };
  const draft = await ok<AmendmentView>(by.post(`/api/v1/proposals/${proposal.id}/amendments`, body), 201);
  return ok(by.post(`/api/v1/amendments/${draft.id}/submit`, { version: draft.version }));
}

const view = (client = rapporteur()): Promise<MergeView> => ok(client.get(path));
const choose = (choice: ChooseInMerge, client = rapporteur()) =>
  client.post<MergeView & { code?: string }>(`${path}/choices`, choice);
const undo = (sequence: number, client = rapporteur()) => client.post(`${path}/undo`, { sequence });
const spotOf = (shown: MergeView, place: number): MergeSpot =>
  shown.spots.filter(({ paragraph }) => paragraph !== null)[place] as MergeSpot;
const paragraphAt = (place: number): string => `paragraph ${proposal.texts[0]?.paragraphs[place]?.id}`;
const endPlace = (): string => `place ${proposal.texts[0]?.paragraphs.at(-1)?.id}`;

/** Chooses over whatever stands there. */
async function chosen(
  spot: string,
  choice: Omit<ChooseInMerge, 'spot' | 'over'>,
  client = rapporteur(),
): Promise<MergeView> {
  const shown = await view(client);
  const standing = [
    ...shown.spots.map((each) => each.choice),
    ...shown.amendments.map(({ rejection }) => rejection),
    ...shown.lost,
  ];
  const over = standing.find((each) => each?.spot === spot)?.sequence ?? 0;
  return ok(choose({ spot, over, ...choice }, client), 201);
}
const take = (spot: string, ...amendments: AmendmentView[]) =>
  chosen(spot, { kind: 'take', amendmentIds: amendments.map(({ id }) => id) });

async function finish(
  client = rapporteur(),
  over: object = {},
): Promise<Reply<FinishedMerge & { code?: string }>> {
  const { merging, basedOn } = await view(client);
  return client.post(`${path}/finish`, { version: merging?.version ?? 0, basedOn, ...over });
}
const wordsNow = async (): Promise<string[]> => {
  const { texts } = await ok<ProposalView>(hall.anonymous.get(`/api/v1/proposals/${proposal.id}`));
  return texts[0]?.paragraphs.map(({ html }) => html) ?? [];
};
const states = async (): Promise<Record<number, string>> => {
  const { amendments } = await ok<AmendmentsView>(
    hall.anonymous.get(`/api/v1/proposals/${proposal.id}/amendments`),
  );
  return Object.fromEntries(amendments.map(({ number, state }) => [number, state]));
};

describe('a merge', () => {
  it('shows each paragraph with what is wanted there, and the original where nothing was chosen', async () => {
    const region = await amended({ 1: 'The region pays for its water.' });
    const clean = await amended({ 1: 'The city pays for its clean water.' }, { by: author() });
    const state = await amended({ 1: 'The state pays for its water.' });
    await amended({}, { add: ['And the air.'] });
    const shown = await view();
    const spot = spotOf(shown, 1);
    expect(spot.options.map(({ amendmentIds }) => amendmentIds)).toEqual([
      [region.id],
      [clean.id],
      [state.id],
    ]);
    expect(spot.excludes).toEqual([[region.id, state.id].sort()]);
    expect(spot.reads).toMatchObject([{ fate: 'kept', html: ARTICLES[1] }]);
    expect(spot.options[0]?.reads[0]?.pieces).toEqual([
      { op: 'keep', html: 'The ', amendmentIds: [] },
      { op: 'delete', html: 'city', amendmentIds: [region.id] },
      { op: 'insert', html: 'region', amendmentIds: [region.id] },
      { op: 'keep', html: ' pays for its water.', amendmentIds: [] },
    ]);
    expect(shown.spots.find(({ paragraph }) => !paragraph)?.options[0]?.reads).toMatchObject([
      { fate: 'inserted', html: 'And the air.' },
    ]);
    expect(shown.decided).toEqual({ done: 0, of: 2 });
    expect(shown.amendments.map(({ fate }) => fate)).toEqual(['open', 'open', 'open', 'open']);
  });

  it('is joined by whoever begins it a second time, and seen by those who may merge alone', async () => {
    const { merging } = await view();
    const joined = await ok<MergeView>(author().post(path), 201);
    expect(joined.merging?.id).toBe(merging?.id);
    expect((await hall.otherDelegate.client.get(path)).status).toBe(403);
    expect((await hall.anonymous.get(path)).status).toBe(401);
  });

  it('becomes the next version, with the fate of each amendment as it was told before', async () => {
    const whole = await amended({ 0: 'Every quarter keeps a clean fountain.' });
    const part = await amended({ 1: 'The region pays for its water.' }, { add: ['And the air.'] });
    const third = await amended({ 2: 'A council of elders looks after it.' });
    const bad = await amended({ 2: 'Nobody looks after it.' });
    const left = await amended({ 1: 'The city pays for its clean water.' });
    await take(paragraphAt(0), whole);
    await take(paragraphAt(1), part);
    await chosen(endPlace(), { kind: 'original' });
    await chosen(paragraphAt(2), {
      kind: 'write',
      amendmentIds: [third.id],
      paragraphs: [written('A council of five elders looks after it.')],
    });
    const shown = await chosen(`amendment ${bad.id}`, { kind: 'reject', reason: 'Outside the theme.' });
    expect(shown.amendments.map(({ fate }) => fate)).toEqual([
      'accepted',
      'modified',
      'modified',
      'rejected',
      'open',
    ]);
    expect(await ok<FinishedMerge>(finish())).toEqual({ number: 2 });
    expect(await wordsNow()).toEqual([
      'Every quarter keeps a clean fountain.',
      'The region pays for its water.',
      'A council of five elders looks after it.',
    ]);
    expect(await states()).toEqual({
      1: 'accepted',
      2: 'accepted',
      3: 'accepted',
      4: 'rejected',
      5: 'submitted',
    });
    const after = await ok<AmendmentsView>(hall.anonymous.get(`/api/v1/proposals/${proposal.id}/amendments`));
    const of = ({ id }: AmendmentView) => after.amendments.find((each) => each.id === id);
    expect(of(part)?.modified?.map(({ kind, now }) => [kind, now?.html])).toEqual([
      ['replace', 'The region pays for its water.'],
    ]);
    expect(of(third)?.modified?.[0]?.now?.html).toBe('A council of five elders looks after it.');
    expect(of(bad)?.decision?.reason).toBe('Outside the theme.');
    expect(of(left)).toMatchObject({ basedOn: 2, conflicts: [] });
    expect(of(left)?.changes[0]?.now?.html).toBe('The region pays for its clean water.');
    const version = await ok<VersionView>(hall.anonymous.get(`/api/v1/proposals/${proposal.id}/versions/2`));
    expect(version).toMatchObject({ cause: 'merged', by: { id: hall.moderator.participantId } });
    expect(version.traces[0]).toEqual({
      paragraphId: proposal.texts[0]?.paragraphs[0]?.id,
      amendmentIds: [whole.id],
    });
    expect((await view()).merging).toBeNull();
  });

  it('takes both where they do not collide, and refuses where they do', async () => {
    const region = await amended({ 1: 'The region pays for its water.' });
    const clean = await amended({ 1: 'The city pays for its clean water.' });
    const state = await amended({ 1: 'The state pays for its water.' });
    const spot = paragraphAt(1);
    const refused = { spot, over: 0, kind: 'take', amendmentIds: [region.id, state.id] } as const;
    expect(await choose(refused)).toMatchObject({ status: 400, body: { code: 'merge.collides' } });
    expect(await choose({ ...refused, amendmentIds: [] })).toMatchObject({ body: { code: 'merge.spot' } });
    const shown = await take(spot, region, clean);
    expect(spotOf(shown, 1).reads[0]).toMatchObject({ html: 'The region pays for its clean water.' });
    const inserts = spotOf(shown, 1).reads[0]?.pieces.filter(({ op }) => op === 'insert');
    expect(inserts?.map(({ html, amendmentIds }) => [html.trim(), amendmentIds])).toEqual([
      ['region', [region.id]],
      ['clean', [clean.id]],
    ]);
  });

  it('that only rejects makes no version, and one in which nothing was chosen is not finished', async () => {
    const bad = await amended({ 2: 'Nobody looks after it.' });
    expect((await finish()).body.code).toBe('merge.nothing');
    await chosen(`amendment ${bad.id}`, { kind: 'reject', reason: 'Outside the theme.' });
    expect(await ok<FinishedMerge>(finish())).toEqual({ number: null });
    expect(await states()).toEqual({ 1: 'rejected' });
  });

  it('does not take and reject one amendment at once', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    await take(paragraphAt(1), one);
    const shown = await chosen(`amendment ${one.id}`, { kind: 'reject', reason: 'Not for us.' });
    expect(shown.problems).toEqual([{ kind: 'contradiction', spot: `amendment ${one.id}` }]);
    expect((await finish()).body.code).toBe('merge.unsettled');
    expect(
      await choose({ spot: `amendment ${one.id}`, over: 0, kind: 'reject', reason: 'No.' }, author()),
    ).toMatchObject({ status: 403 });
  });

  it('lets fall what amends an amendment that it decides, and says so before', async () => {
    const parent = await amended({ 1: 'The region pays for its water.' });
    const { texts } = proposal;
    const paragraphs = (texts[0]?.paragraphs ?? []).map((paragraph, at) =>
      at === 1 ? { ...paragraph, html: 'The region and the state pay for its water.' } : paragraph,
    );
    const body = { reason: 'Both of them.', paragraphs, parentId: parent.id };
    const of = `/api/v1/proposals/${proposal.id}/amendments`;
    const child = await ok<AmendmentView>(author().post(of, body), 201);
    await ok(author().post(`/api/v1/amendments/${child.id}/submit`, { version: child.version }));
    expect((await view()).amendments.map(({ fate, waits }) => [fate, waits])).toEqual([
      ['open', false],
      ['open', true],
    ]);
    const shown = await take(paragraphAt(1), parent);
    expect(shown.amendments.map(({ fate }) => fate)).toEqual(['accepted', 'fallen']);
    await ok(finish());
    expect(await states()).toEqual({ 1: 'accepted', 2: 'fallen' });
  });

  it('waits for votes that are under way', async () => {
    const chair = await Chair.of(test, hall.forum);
    const [voted, other] = [
      await amended({ 0: 'No fountains.' }),
      await amended({ 1: 'The region pays for its water.' }),
    ];
    await ok(
      hall.moderator.client.post(`/api/v1/forums/${hall.forum.slug}/polls`, {
        sessionId: chair.sessionId,
        subject: { kind: 'amendment', id: voted.id },
        terms: { rule: SIMPLE },
      }),
      201,
    );
    const shown = await take(paragraphAt(1), other);
    expect(shown.amendments[0]).toMatchObject({ waits: true, state: 'voted' });
    expect((await finish()).body.code).toBe('amendment.open');
  });
});

describe('two rapporteurs', () => {
  it('see each other’s choices; who chooses over what is no longer there is told, and loses nothing', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    const spot = paragraphAt(1);
    await take(spot, one);
    expect(spotOf(await view(author()), 1).choice).toMatchObject({
      sequence: 1,
      kind: 'take',
      amendmentIds: [one.id],
      by: { id: hall.moderator.participantId },
    });
    expect(await choose({ spot, over: 0, kind: 'original' }, author())).toMatchObject({
      status: 409,
      body: { code: 'merge.moved' },
    });
    expect((await choose({ spot, over: 1, kind: 'original' }, author())).status).toBe(201);
    const log = await test.db.query(
      'SELECT kind, undone FROM merge_choice WHERE merging_id = $1 ORDER BY sequence',
      [(await view()).merging?.id],
    );
    expect(log).toEqual([
      { kind: 'take', undone: null },
      { kind: 'original', undone: null },
    ]);
  });

  it('who choose at the same moment: one stands, the other is told', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    const spot = paragraphAt(1);
    const { merging } = await view();
    const release = await hold(test.db, 'SELECT FROM merging WHERE id = $1 FOR NO KEY UPDATE', [merging?.id]);
    const both = [
      choose({ spot, over: 0, kind: 'take', amendmentIds: [one.id] }),
      choose({ spot, over: 0, kind: 'original' }, author()),
    ];
    await waiting(test.db, 2);
    await release();
    const statuses = (await Promise.all(both)).map(({ status }) => status);
    expect(statuses.sort()).toEqual([201, 409]);
    expect((await view()).merging?.version).toBe(1);
  });

  it('undo their own and each other’s choices: the one before stands again, and all stays in the log', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    await take(paragraphAt(1), one);
    await chosen(paragraphAt(1), { kind: 'original' }, author());
    expect(await undo(1)).toMatchObject({ status: 409, body: { code: 'merge.moved' } });
    const back = await ok<MergeView>(undo(2));
    expect(spotOf(back, 1).choice).toMatchObject({ sequence: 1, kind: 'take' });
    const none = await ok<MergeView>(undo(1, author()));
    expect(spotOf(none, 1).choice).toBeNull();
    expect(none.merging?.version).toBe(4);
    const [{ count }] = await test.db.query(
      'SELECT count(*)::int FROM merge_choice WHERE merging_id = $1 AND undone IS NOT NULL',
      [none.merging?.id],
    );
    expect(count).toBe(2);
    await take(paragraphAt(1), one);
  });

  it('who finish at the same moment: one wins, the other is told, and one version is made', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    await take(paragraphAt(1), one);
    const release = await hold(test.db, 'SELECT FROM proposal WHERE id = $1 FOR NO KEY UPDATE', [
      proposal.id,
    ]);
    const both = [finish(), finish(author())];
    await waiting(test.db, 2);
    await release();
    const replies = await Promise.all(both);
    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(replies.find(({ status }) => status === 409)?.body.code).toMatch(/^merge\.(moved|over)$/);
    const { versions } = await ok<ProposalView>(hall.anonymous.get(`/api/v1/proposals/${proposal.id}`));
    expect(versions).toHaveLength(2);
  });

  it('of whom one chooses before the other finishes: the other looks again', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    await take(paragraphAt(1), one);
    const { merging, basedOn } = await view();
    await chosen(paragraphAt(1), { kind: 'original' }, author());
    const seen = { version: merging?.version, basedOn };
    expect(await rapporteur().post(`${path}/finish`, seen)).toMatchObject({ body: { code: 'merge.moved' } });
  });
});

describe('a finish that fails at its end', () => {
  it('leaves everything as it was', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    const bad = await amended({ 2: 'Nobody looks after it.' });
    await take(paragraphAt(1), one);
    await chosen(`amendment ${bad.id}`, { kind: 'reject', reason: 'Outside the theme.' });
    await test.db.query(`
      CREATE FUNCTION fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'pulled'; END $$;
      CREATE TRIGGER fails BEFORE UPDATE ON merging FOR EACH ROW WHEN (NEW.state = 'finished') EXECUTE FUNCTION fails()`);
    try {
      expect((await finish()).status).toBe(500);
    } finally {
      await test.db.query('DROP TRIGGER fails ON merging; DROP FUNCTION fails');
    }
    expect(await wordsNow()).toEqual(ARTICLES);
    expect(await states()).toEqual({ 1: 'submitted', 2: 'submitted' });
    expect((await finish()).status).toBe(200);
    expect(await states()).toEqual({ 1: 'accepted', 2: 'rejected' });
  });
});

describe('a text that moves on beneath', () => {
  it('keeps the choices whose paragraph was left alone; the others need a new one, and nothing is dropped', async () => {
    const away = await amended({ 0: 'Each quarter keeps a public fountain.' });
    const same = await amended({ 1: 'The city pays for its clean water.' });
    const other = await amended({ 2: 'A council of elders looks after it.' });
    await take(paragraphAt(1), same);
    await take(paragraphAt(2), other);
    const accepted = await amended({ 1: 'The region pays for its water.' });
    const { merging } = await view();
    await ok(author().post(`/api/v1/amendments/${accepted.id}/accept`, { version: accepted.version }));
    const shown = await view();
    expect(spotOf(shown, 2).choice).toMatchObject({ stale: false });
    expect(spotOf(shown, 1)).toMatchObject({
      choice: { stale: true, amendmentIds: [same.id] },
      reads: [{ html: 'The region pays for its water.', fate: 'kept' }],
    });
    expect(shown.problems).toEqual([{ kind: 'stale', spot: paragraphAt(1) }]);
    const seen = { version: merging?.version, basedOn: 1 };
    expect(await rapporteur().post(`${path}/finish`, seen)).toMatchObject({ body: { code: 'merge.moved' } });
    expect((await finish()).body.code).toBe('merge.unsettled');
    const again = await take(paragraphAt(1), same);
    expect(spotOf(again, 1).reads[0]?.html).toBe('The region pays for its clean water.');
    expect(await ok<FinishedMerge>(finish())).toEqual({ number: 3 });
    expect((await states())[away.number]).toBe('submitted');
  });

  it('shows choices whose paragraph or amendment is gone, to be undone', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    const gone = await amended({ 1: null });
    const shown = await take(paragraphAt(1), one);
    await ok(author().post(`/api/v1/amendments/${gone.id}/accept`, { version: gone.version }));
    const after = await view();
    expect(after.lost).toMatchObject([{ spot: paragraphAt(1), stale: true, amendmentIds: [one.id] }]);
    expect((await finish()).body.code).toBe('merge.unsettled');
    await ok(undo(spotOf(shown, 1).choice?.sequence as number));
    expect((await view()).problems).toEqual([]);
  });
});

describe('the traces of a version', () => {
  it('lead each changed word to its amendment, and that to its vote', async () => {
    const chair = await Chair.of(test, hall.forum);
    const voted = await amended({ 0: 'Every quarter keeps a clean public fountain.' });
    const poll = await ok<never>(
      hall.moderator.client.post(`/api/v1/forums/${hall.forum.slug}/polls`, {
        sessionId: chair.sessionId,
        subject: { kind: 'amendment', id: voted.id },
        terms: { rule: SIMPLE },
      }),
      201,
    );
    await chair.move(poll, 'open');
    await castVote(poll, hall.delegate, { choice: 'yes' });
    await chair.move(poll, 'close');
    const region = await amended({ 1: 'The region pays for its water.' });
    const clean = await amended({ 1: 'The city pays for its clean water.' });
    await take(paragraphAt(1), region, clean);
    await ok(finish());
    const traces = await ok<TracesView>(hall.anonymous.get(`/api/v1/proposals/${proposal.id}/traces`));
    expect(traces.number).toBe(3);
    expect(
      traces.paragraphs.map(({ runs }) =>
        runs.flatMap(({ html, amendmentIds }) => (amendmentIds.length ? [[html.trim(), amendmentIds]] : [])),
      ),
    ).toEqual([
      [['clean', [voted.id]]],
      [
        ['region', [region.id]],
        ['clean', [clean.id]],
      ],
      [],
    ]);
    expect(traces.paragraphs[0]?.runs.map(({ html }) => html).join('')).toBe(
      'Every quarter keeps a clean public fountain.',
    );
    expect(traces.amendments).toMatchObject([
      { number: 1, state: 'adopted', poll: { id: (poll as { id: string }).id, adopted: true } },
      { number: 2, state: 'accepted', poll: null },
      { number: 3, state: 'accepted', poll: null },
    ]);
    const first = await ok<TracesView>(
      hall.anonymous.get(`/api/v1/proposals/${proposal.id}/traces?number=1`),
    );
    expect(first.amendments).toEqual([]);
    expect((await hall.anonymous.get(`/api/v1/proposals/${proposal.id}/traces?number=9`)).status).toBe(404);
  });
});

describe('500 paragraphs with 200 amendments', () => {
  /** How many statements a request runs: the fewest of three times, without those of the log that is read beside it. */
  async function statements(asked: () => Promise<unknown>): Promise<number> {
    const log = /\bevent(_cursor)?\b|advisory|event_head|START TRANSACTION|COMMIT/i;
    const counts: number[] = [];
    for (let time = 0; time < 3; time++) {
      const spy = jest.spyOn(test.db.logger, 'logQuery');
      await asked();
      counts.push(spy.mock.calls.filter(([query]) => !log.test(query)).length);
      spy.mockRestore();
    }
    return Math.min(...counts);
  }

  /** Amendments that each change a word of some paragraphs and put one behind another, as they lie in the table. */
  async function manyAmendments(count: number): Promise<void> {
    const ids = proposal.texts[0]?.paragraphs.map(({ id }) => id) as string[];
    const text = (at: number, word: string) =>
      `\ue000Article ${at}: the ${word} keeps a fountain in every quarter.`;
    const rows = Array.from({ length: count }, (_, number) => ({
      id: newId(),
      number: number + 1,
      changes: [0, 1, 2].flatMap((step) => {
        const at = (number * 7 + step * 13) % ids.length;
        return [{ kind: 'replace', id: ids[at], text: text(at, `town${number}`) }];
      }),
    }));
    await test.db.query(
      `INSERT INTO amendment (id, forum_id, proposal_id, number, author_id, state, reason, based_on, changes,
                              created_at, submitted_at)
       SELECT (a->>'id')::uuid, $1, $2, (a->>'number')::int, $3, 'submitted', 'So that it is clear.', 1, a->'changes',
              now(), now()
         FROM jsonb_array_elements($4::jsonb) a`,
      [hall.forum.id, proposal.id, hall.otherDelegate.participantId, JSON.stringify(rows)],
    );
  }

  it('run as many statements as three with one', async () => {
    const one = await amended({ 1: 'The region pays for its water.' });
    const small = await statements(() => view());
    const smallChoice = await statements(() => take(paragraphAt(1), one));
    const articles = Array.from(
      { length: 500 },
      (_, at) => `Article ${at}: the city keeps a fountain in every quarter.`,
    );
    proposal = await admitted(articles);
    path = `/api/v1/proposals/${proposal.id}/merging`;
    await ok(rapporteur().post(path), 201);
    await manyAmendments(200);
    const large = await view();
    expect(large.spots).toHaveLength(500);
    expect(large.amendments).toHaveLength(200);
    expect(await statements(() => view())).toBe(small);
    const spot = large.spots.find(({ options }) => options.length > 0) as MergeSpot;
    const wanted = spot.options[0]?.amendmentIds.map((id) => ({ id })) as AmendmentView[];
    expect(await statements(() => take(spot.spot, ...wanted))).toBe(smallChoice);
    expect(small).toBeLessThanOrEqual(10);
    expect(smallChoice).toBeLessThanOrEqual(35);
    expect(await ok<FinishedMerge>(finish())).toEqual({ number: 2 });
    const traces = `/api/v1/proposals/${proposal.id}/traces`;
    expect(await statements(() => hall.anonymous.get(traces))).toBeLessThanOrEqual(10);
  }, 60_000);
});

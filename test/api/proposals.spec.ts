import QRCode from 'qrcode';
import type { Page } from '../../src/kernel/pagination.js';
import { Config } from '../../src/platform/config/config.js';
import type { ProposalSummary, ProposalView } from '../../src/proposals/proposals.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient } from '../support/browser-client.js';
import { makeHall, makePerson } from '../support/people.js';
import { Chair, SIMPLE } from '../support/polls.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let path: string;

beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
  path = `/api/v1/forums/${hall.forum.slug}/proposals`;
});
afterAll(() => test.stop());

/** A paragraph as it is sent. */
const written = (html: string, id?: string) => ({ kind: 'text' as const, html, ...(id && { id }) });

const words = (over: object = {}) => ({
  lang: 'fr',
  title: 'Des fontaines',
  paragraphs: [written('Chaque quartier garde sa fontaine.')],
  ...over,
});

async function drafted(over: object = {}): Promise<ProposalView> {
  const { status, body } = await hall.delegate.client.post<ProposalView>(path, words(over));
  expect(status).toBe(201);
  return body;
}

const move = (client: BrowserClient, { id, version }: ProposalView, name: string, more: object = {}) =>
  client.post<ProposalView>(`/api/v1/proposals/${id}/${name}`, { version, ...more });

async function admitted(over: object = {}): Promise<ProposalView> {
  const submitted = await move(hall.delegate.client, await drafted(over), 'submit');
  const { body } = await move(hall.moderator.client, submitted.body, 'admit');
  expect(body.state).toBe('admitted');
  return body;
}

describe('a draft', () => {
  it('is there for its author alone, in the list, by its address and in every move', async () => {
    const draft = await drafted({ title: 'Brouillon secret' });
    for (const client of [hall.anonymous, hall.moderator.client, hall.otherDelegate.client]) {
      expect((await client.get(`/api/v1/proposals/${draft.id}`)).status).toBe(404);
      const { body } = await client.get<Page<ProposalSummary>>(`${path}?q=secret`);
      expect(body.items).toEqual([]);
    }
    expect((await move(hall.moderator.client, draft, 'admit')).status).toBe(404);
    const mine = await hall.delegate.client.get<Page<ProposalSummary>>(`${path}?mine=true&q=secret`);
    expect(mine.body.items.map(({ id }) => id)).toEqual([draft.id]);
  });

  it('keeps words and drops what could run', async () => {
    const html = '<b onclick="x()">Bonjour</b> <script>alert(1)</script><a href="javascript:x()">ici</a>';
    const draft = await drafted({ paragraphs: [written('<p> </p>'), written(html)] });
    expect(draft.texts[0]?.paragraphs).toEqual([
      {
        id: expect.stringMatching(/^\w{8}$/),
        kind: 'text',
        html: '<strong>Bonjour</strong> <a rel="nofollow noopener">ici</a>',
      },
    ]);
    expect(await hall.delegate.client.post(path, words({ paragraphs: [written('<p> </p>')] }))).toMatchObject(
      {
        status: 400,
        body: { code: 'proposal.empty' },
      },
    );
    expect((await hall.delegate.client.post(path, words({ paragraphs: [] }))).status).toBe(400);
  });

  it('is numbered without a gap when several are begun at once', async () => {
    const { body } = await hall.delegate.client.get<Page<ProposalSummary>>(`${path}?mine=true`);
    const last = Math.max(0, ...body.items.map(({ number }) => number));
    const made = await Promise.all([1, 2, 3, 4, 5].map(() => drafted()));
    expect(made.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
      [1, 2, 3, 4, 5].map((step) => last + step),
    );
  });
});

describe('the way of a proposal', () => {
  it('goes back with a reason, is written anew and admitted; what was read before is not overwritten', async () => {
    const submitted = (await move(hall.delegate.client, await drafted(), 'submit')).body;
    expect((await move(hall.moderator.client, submitted, 'return')).status).toBe(400);
    const reason = 'Dites quel quartier.';
    const returned = (await move(hall.moderator.client, submitted, 'return', { reason })).body;
    expect(returned).toMatchObject({
      state: 'returned',
      moves: [{ move: 'submit' }, { move: 'return', reason }],
    });
    const { id, version } = returned;
    const edit = { title: 'Des fontaines à Fès', paragraphs: [written('À Fès.')], version };
    const answers = await Promise.all(
      [1, 2].map(() => hall.delegate.client.patch<ProposalView>(`/api/v1/proposals/${id}`, edit)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const edited = answers.find(({ status }) => status === 200)?.body as ProposalView;
    const again = (await move(hall.delegate.client, edited, 'submit')).body;
    expect((await hall.anonymous.get(`/api/v1/proposals/${id}`)).status).toBe(404);
    expect((await move(hall.moderator.client, again, 'admit')).body.state).toBe('admitted');
    expect((await hall.anonymous.get(`/api/v1/proposals/${id}`)).status).toBe(200);
  });

  it('is admitted or withdrawn, never both', async () => {
    const submitted = (await move(hall.delegate.client, await drafted(), 'submit')).body;
    const answers = await Promise.all([
      move(hall.moderator.client, submitted, 'admit'),
      move(hall.delegate.client, submitted, 'withdraw'),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is where it was before when its vote decides nothing', async () => {
    const chair = await Chair.of(test, hall.forum);
    const debated = (await move(hall.moderator.client, await admitted(), 'debate')).body;
    const sent = { sessionId: chair.sessionId, version: debated.version };
    const scheduled = (
      await hall.moderator.client.post<ProposalView>(`/api/v1/proposals/${debated.id}/schedule`, sent)
    ).body;
    for (const { id, state } of [await admitted(), scheduled]) {
      const subject = { kind: 'proposal', id };
      const asked = { sessionId: chair.sessionId, subject, terms: { rule: SIMPLE } };
      const { body: poll } = await chair.client.post<PollView>(
        `/api/v1/forums/${hall.forum.slug}/polls`,
        asked,
      );
      await chair.move(poll, 'open');
      await chair.move(poll, 'annul', { reason: 'The wrong text was shown.' });
      const { body } = await hall.anonymous.get<ProposalView>(`/api/v1/proposals/${id}`);
      expect([state, body.state]).toEqual([state, state]);
    }
    expect(scheduled.state).toBe('scheduled');
  });

  it('is translated by its author and by moderators, not into its own language, not by others', async () => {
    const { id, version } = await admitted();
    const text = { title: 'Fountains', paragraphs: [written('Each quarter.')], version };
    expect((await hall.otherDelegate.client.put(`/api/v1/proposals/${id}/texts/en`, text)).status).toBe(403);
    expect(await hall.moderator.client.put(`/api/v1/proposals/${id}/texts/fr`, text)).toMatchObject({
      body: { code: 'proposal.source-language' },
    });
    expect((await hall.moderator.client.put(`/api/v1/proposals/${id}/texts/de`, text)).status).toBe(400);
    const { body } = await hall.moderator.client.put<ProposalView>(`/api/v1/proposals/${id}/texts/en`, text);
    expect(body.texts.map(({ lang }) => lang)).toEqual(['en', 'fr']);
    const list = await hall.anonymous.get<Page<ProposalSummary>>(`${path}?lang=en&q=fountains`);
    expect(list.body.items.find((item) => item.id === id)).toMatchObject({
      title: 'Fountains',
      titleLang: 'en',
    });
  });
});

it('has a code to scan that leads to the address that stays, once others may read it', async () => {
  const own = await drafted();
  const at = `/api/v1/proposals/${own.id}/qr.svg`;
  expect((await hall.anonymous.get(at)).status).toBe(404);
  await move(hall.moderator.client, (await move(hall.delegate.client, own, 'submit')).body, 'admit');
  const { headers, body } = await hall.anonymous.get<string>(at);
  expect(headers.get('content-type')).toBe('image/svg+xml');
  const { publicUrl } = test.app.get(Config);
  const drawn = (svg: string): string => /<path stroke="#000000" d="([^"]+)"/.exec(svg)?.[1] as string;
  const draw = (address: string) => QRCode.toString(address, { type: 'svg', margin: 4 });
  const right = drawn(await draw(`${publicUrl}/f/${hall.forum.slug}/proposals/${own.id}`));
  expect(drawn(body)).toBe(right);
  expect(right).not.toBe(drawn(await draw(`${publicUrl}/f/${hall.forum.slug}/proposals/${own.topicId}`)));
});

describe('endorsing', () => {
  it('counts each person once, however often and however many at once', async () => {
    const { id } = await admitted();
    const people = await Promise.all(
      [1, 2, 3, 4].map(() =>
        makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id }),
      ),
    );
    const one = `/api/v1/proposals/${id}/endorsement`;
    await Promise.all([...people, ...people].map(({ client }) => client.put(one)));
    const { body } = await hall.anonymous.get<ProposalView>(`/api/v1/proposals/${id}`);
    expect([body.endorsements, body.endorsers.length]).toEqual([4, 4]);
    await Promise.all([people[0], people[0]].map((person) => person?.client.delete(one)));
    const after = await people[0]?.client.get<ProposalView>(`/api/v1/proposals/${id}`);
    expect(after?.body).toMatchObject({ endorsements: 3, endorsed: false });
  });

  it('is for the proposals of others, while they are open, and is seen by whoever watches', async () => {
    const proposal = await admitted();
    const one = `/api/v1/proposals/${proposal.id}/endorsement`;
    expect(await hall.delegate.client.put(one)).toMatchObject({ body: { code: 'endorsement.own' } });
    const watcher = await hall.anonymous.socket();
    await watcher.ask('forum.watch', { slug: hall.forum.slug });
    expect((await hall.otherDelegate.client.put(one)).status).toBe(200);
    await watcher.hear<{ type: string }>('hint', ({ type }) => type === 'proposal.endorsed');
    watcher.close();
    await move(hall.delegate.client, proposal, 'withdraw');
    expect(await hall.moderator.client.put(one)).toMatchObject({ body: { code: 'proposal.state' } });
  });
});

it('comes in pages that new proposals do not shift', async () => {
  const page = async (cursor: string | null) =>
    (
      await hall.delegate.client.get<Page<ProposalSummary>>(
        `${path}?limit=3${cursor ? `&cursor=${cursor}` : ''}`,
      )
    ).body;
  const seen: string[] = [];
  for (let found = await page(null); ; found = await page(found.next)) {
    seen.push(...found.items.map(({ id }) => id));
    if (found.next === null) break;
    if (seen.length === 3) await drafted();
  }
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThan(10);
});

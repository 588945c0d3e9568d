import { Clock } from '../../src/kernel/clock.js';
import { cleanLine, cleanWithin } from '../../src/platform/http/clean-text.js';
import type { AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { wordsOf } from '../../src/text/rich-text.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient, Reply } from '../support/browser-client.js';
import { naughty } from '../support/naughty.js';
import { makeHall } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let author: BrowserClient;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  hall = await makeHall(test);
  author = hall.delegate.client;
});

type Refused = { readonly code?: string };
const text = (html: string) => ({ kind: 'text', html });
const draft = (title: string, ...html: string[]): Promise<Reply<ProposalView & Refused>> =>
  author.post(`/api/v1/forums/${hall.forum.slug}/proposals`, {
    lang: 'fr',
    title,
    paragraphs: html.map(text),
  });
const see = async ({ id }: Pick<ProposalView, 'id'>): Promise<ProposalView> =>
  (await author.get<ProposalView>(`/api/v1/proposals/${id}`)).body;
async function move(client: BrowserClient, { id }: ProposalView, name: string): Promise<ProposalView> {
  const { version } = await see({ id });
  const { status, body } = await client.post<ProposalView>(`/api/v1/proposals/${id}/${name}`, { version });
  if (status !== 200) throw new Error(JSON.stringify(body));
  return body;
}
async function admitted(...html: string[]): Promise<ProposalView> {
  const { body } = await draft('Des fontaines', ...html);
  await move(author, body, 'submit');
  return move(hall.moderator.client, body, 'admit');
}

describe('naughty strings', () => {
  it('as titles and words are stored and shown as they were cleaned, or refused with a code', async () => {
    const kept: ProposalView[] = [];
    for (const each of await naughty()) {
      const { status, body } = await draft(each, each);
      const title = cleanLine(each);
      const words = cleanWithin(each);
      const fits = title !== '' && title.length <= 200 && wordsOf(words) !== '';
      expect([each, status]).toEqual([each, fits ? 201 : 400]);
      if (fits) {
        expect([body.texts[0]?.title, body.texts[0]?.paragraphs[0]?.html]).toEqual([title, words]);
        kept.push(body);
      } else expect(['request.invalid', 'proposal.empty']).toContain(body.code);
    }
    for (const each of [kept[0], kept.at(-1)])
      expect((await see(each as ProposalView)).texts).toEqual(each?.texts);
  }, 120_000);

  it('as what is searched and looked like find something or nothing, and break nothing', async () => {
    await draft('Des fontaines', 'De l’eau.');
    for (const each of await naughty()) {
      const asked = encodeURIComponent(each.toWellFormed().slice(0, 200));
      const list = await author.get(`/api/v1/forums/${hall.forum.slug}/proposals?q=${asked}`);
      expect([each, list.status]).toEqual([each, 200]);
      const { status } = await author.get(
        `/api/v1/forums/${hall.forum.slug}/proposals/similar?lang=fr&title=${asked}`,
      );
      expect([200, 400]).toContain(status);
    }
  }, 120_000);
});

describe('a forged cursor', () => {
  it('is refused with a code', async () => {
    const forged = Buffer.from('["x","y"]').toString('base64url');
    const list = `/api/v1/forums/${hall.forum.slug}/proposals?cursor=${forged}`;
    expect(await author.get(list)).toMatchObject({ status: 400, body: { code: 'request.invalid' } });
  });
});

describe('too much', () => {
  it('at once is refused with a code, and what was saved before stays', async () => {
    const { body } = await draft('Des fontaines', 'De l’eau.');
    const change = {
      title: 'Des fontaines',
      paragraphs: [text('x'.repeat(10_000_000))],
      version: body.version,
    };
    const { status, body: refusal } = await author.patch<Refused>(`/api/v1/proposals/${body.id}`, change);
    expect([status, refusal.code]).toEqual([413, 'request.too-large']);
    expect((await see(body)).texts).toEqual(body.texts);
  });
});

describe('signs that turn the direction of what follows', () => {
  it('go, and the words and the marks that a script needs stay', async () => {
    const { body } = await draft(
      '\u202Eنداء\u202C',
      'نافورة\u200F \u2066<strong>الماء</strong>\u2069 می\u200Cخواهم',
    );
    expect(body.texts[0]).toMatchObject({
      title: 'نداء',
      paragraphs: [{ html: 'نافورة\u200F <strong>الماء</strong> می\u200Cخواهم' }],
    });
  });
});

describe('an amendment on a paragraph that was deleted meanwhile', () => {
  it('is kept with both texts and needs its author, who is told so when it is submitted', async () => {
    const proposal = await admitted('De l’eau.', 'Pour tous.');
    const paragraphs = proposal.texts[0]?.paragraphs ?? [];
    const path = `/api/v1/proposals/${proposal.id}/amendments`;
    const propose = async (client: BrowserClient, wanted: object[]): Promise<AmendmentView> =>
      (await client.post<AmendmentView>(path, { reason: 'Mieux.', paragraphs: wanted })).body;
    const submit = ({ id, version }: AmendmentView, client: BrowserClient) =>
      client.post<AmendmentView & Refused>(`/api/v1/amendments/${id}/submit`, { version });
    const other = hall.otherDelegate.client;
    const late = await propose(other, [paragraphs[0] as object, { ...paragraphs[1], html: 'Pour chacune.' }]);
    const deletes = await submit(await propose(author, [paragraphs[0] as object]), author);
    const { id, version } = deletes.body;
    expect((await author.post(`/api/v1/amendments/${id}/accept`, { version })).status).toBe(200);

    const now = (await other.get<AmendmentView>(`/api/v1/amendments/${late.id}`)).body;
    expect(now.conflicts).toMatchObject([{ change: { was: { html: 'Pour tous.' } }, now: null }]);
    expect(await submit(late, other)).toMatchObject({ status: 409 });
    expect((await submit(now, other)).body.code).toBe('amendment.conflict');
  });
});

describe('a clock that is set back', () => {
  it('between two moves changes neither their order nor that of the versions', async () => {
    const clock = test.app.get(Clock);
    const { body } = await draft('Des fontaines', 'De l’eau.');
    await move(author, body, 'submit');
    clock.now = () => new Date(Date.now() - 86_400_000);
    await move(hall.moderator.client, body, 'admit');
    clock.now = () => new Date();
    await move(hall.moderator.client, body, 'debate');
    const { moves, versions } = await see(body);
    expect(moves.map((each) => each.move)).toEqual(['submit', 'admit', 'debate']);
    expect(versions.map(({ number }) => number)).toEqual([1]);
  });
});

import type { Page } from '../../src/kernel/pagination.js';
import type { NotificationView, UnreadCount } from '../../src/notifications/notifications.contract.js';
import type { Hint } from '../../src/platform/realtime/realtime.contract.js';
import type { AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BrowserClient, ok } from '../support/browser-client.js';
import { caughtUp } from '../support/notifications.js';
import { makeHall, type Person } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  hall = await makeHall(test);
});

const list = (): string => `/api/v1/forums/${hall.forum.slug}/notifications`;
const told = async ({ client }: Pick<Person, 'client'>, query = ''): Promise<readonly NotificationView[]> =>
  (await ok<Page<NotificationView>>(client.get(`${list()}${query}`))).items;
const typesTold = async (person: Pick<Person, 'client'>): Promise<readonly string[]> =>
  (await told(person)).map(({ type }) => type);
const unread = async ({ client }: Person): Promise<number> =>
  (await ok<UnreadCount>(client.get(`${list()}/unread`))).unread;

const draft = (by: BrowserClient): Promise<ProposalView> =>
  ok(
    by.post(`/api/v1/forums/${hall.forum.slug}/proposals`, {
      lang: 'fr',
      title: 'Des fontaines',
      paragraphs: [{ kind: 'text', html: 'Chaque quartier garde sa fontaine.' }],
    }),
  );
const move = (client: BrowserClient, { id, version }: ProposalView, name: string, more: object = {}) =>
  ok<ProposalView>(client.post(`/api/v1/proposals/${id}/${name}`, { version, ...more }));
const admitted = async (): Promise<ProposalView> => {
  const submitted = await move(hall.delegate.client, await draft(hall.delegate.client), 'submit');
  return move(hall.moderator.client, submitted, 'admit');
};

describe('what one is told', () => {
  it('are the moves of the proposals that one signs, follows or has to judge, never one’s own', async () => {
    const proposal = await admitted();
    const { moderator, delegate, otherDelegate, observer } = hall;
    await ok(otherDelegate.client.put(`/api/v1/proposals/${proposal.id}/following`));
    await move(moderator.client, proposal, 'debate');
    await caughtUp(test);
    expect(await typesTold(moderator)).toEqual(['proposal.submitted']);
    expect(await typesTold(delegate)).toEqual(['proposal.debated', 'proposal.admitted']);
    expect(await typesTold(otherDelegate)).toEqual(['proposal.debated']);
    expect(await typesTold(observer)).toEqual([]);
    expect((await told(delegate))[0]).toMatchObject({
      read: false,
      proposal: { id: proposal.id, number: proposal.number, title: 'Des fontaines', titleLang: 'fr' },
      amendment: null,
    });
  });

  it('is who is asked to sign once, and not again when others are', async () => {
    const proposal = await draft(hall.delegate.client);
    const invite = async (participantId: string): Promise<unknown> => {
      const { version } = await ok<ProposalView>(
        hall.delegate.client.get(`/api/v1/proposals/${proposal.id}`),
      );
      return ok(
        hall.delegate.client.post(`/api/v1/proposals/${proposal.id}/co-authors`, { participantId, version }),
      );
    };
    await invite(hall.otherDelegate.participantId);
    await invite(hall.moderator.participantId);
    await caughtUp(test);
    expect(await typesTold(hall.otherDelegate)).toEqual(['proposal.co-author-invited']);
    expect(await typesTold(hall.moderator)).toEqual(['proposal.co-author-invited']);
    expect(await typesTold(hall.observer)).toEqual([]);
  });

  it('is an amendment to one’s proposal, and to its author what became of it', async () => {
    const proposal = await admitted();
    const { client } = hall.otherDelegate;
    const amendment = await ok<AmendmentView>(
      client.post(`/api/v1/proposals/${proposal.id}/amendments`, {
        reason: 'Plus précis.',
        paragraphs: proposal.texts[0]?.paragraphs.map((each) => ({
          ...each,
          html: 'Chaque quartier garde et répare sa fontaine.',
        })),
      }),
    );
    await ok(client.post(`/api/v1/amendments/${amendment.id}/submit`, { version: amendment.version }));
    await caughtUp(test);
    expect((await told(hall.delegate))[0]).toMatchObject({
      type: 'amendment.submitted',
      amendment: { id: amendment.id, number: 1 },
    });
    const accept = { version: amendment.version + 1 };
    await ok(hall.delegate.client.post(`/api/v1/amendments/${amendment.id}/accept`, accept));
    await caughtUp(test);
    expect(await typesTold(hall.otherDelegate)).toEqual(['amendment.accepted']);
  });

  it('is told once, however often the log is read', async () => {
    await admitted();
    await caughtUp(test);
    const before = await told(hall.delegate);
    await test.db.query(`UPDATE event_cursor SET position = 0 WHERE consumer = 'notifications'`);
    await caughtUp(test);
    expect(await told(hall.delegate)).toEqual(before);
  });

  it('is hinted at to whom it concerns, and to nobody else', async () => {
    const sockets = [await hall.delegate.client.socket(), await hall.otherDelegate.client.socket()] as const;
    for (const socket of sockets) await socket.ask('forum.watch', { slug: hall.forum.slug });
    const isTold = ({ kind }: Hint): boolean => kind === 'notification';
    await move(hall.moderator.client, await admitted(), 'debate');
    await sockets[0].hear<Hint>('hint', isTold);
    await caughtUp(test);
    for (const socket of sockets) await socket.hear<Hint>('hint', ({ type }) => type === 'proposal.debated');
    expect(sockets.map((socket) => socket.all<Hint>('hint').filter(isTold).length)).toEqual([2, 0]);
    for (const socket of sockets) socket.close();
  });
});

describe('what was told', () => {
  it('stays unread until its reader has read up to it', async () => {
    const proposal = await admitted();
    await move(hall.moderator.client, proposal, 'debate');
    await caughtUp(test);
    expect(await unread(hall.delegate)).toBe(2);
    const [newest, older] = await told(hall.delegate);
    const read = (from: number, to: number) =>
      ok<UnreadCount>(hall.delegate.client.post(`${list()}/read`, { from, to }));
    const position = older?.position as number;
    expect(await read(position, position)).toEqual({ unread: 1 });
    expect(await told(hall.delegate, '?unread=true')).toEqual([newest]);
    expect(await read(0, newest?.position as number)).toEqual({ unread: 0 });
    expect((await told(hall.delegate)).map(({ read }) => read)).toEqual([true, true]);
    expect(await unread(hall.moderator)).toBe(1);
  });

  it('comes page by page, the newest first', async () => {
    const proposal = await admitted();
    await move(hall.moderator.client, proposal, 'debate');
    await caughtUp(test);
    const first = await ok<Page<NotificationView>>(hall.delegate.client.get(`${list()}?limit=1`));
    const second = await ok<Page<NotificationView>>(
      hall.delegate.client.get(`${list()}?limit=1&cursor=${first.next}`),
    );
    expect([...first.items, ...second.items]).toEqual(await told(hall.delegate));
    expect(second.next).toBeNull();
    const forged = Buffer.from('["x"]').toString('base64url');
    expect(await hall.delegate.client.get(`${list()}?cursor=${forged}`)).toMatchObject({
      status: 400,
      body: { code: 'cursor.invalid' },
    });
  });
});

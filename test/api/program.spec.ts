import type { SessionView } from '../../src/program/program.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { inAll, makeHall } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;

beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
});
afterAll(() => test.stop());

const plan = (over: object = {}) => ({
  kind: 'plenary',
  title: inAll('Opening'),
  place: 'Dar Batha',
  startsAt: '2014-06-12T09:00:00.000Z',
  endsAt: '2014-06-12T12:00:00.000Z',
  ...over,
});

describe('the programme', () => {
  it('lists what a moderator planned, in the order of time, to readers without account too', async () => {
    const { client } = hall.moderator;
    const path = `/api/v1/forums/${hall.forum.slug}/sessions`;
    const late = await client.post<SessionView>(path, plan({ startsAt: '2014-06-12T11:00:00Z' }));
    const early = await client.post<SessionView>(path, plan());
    expect([late.status, early.status]).toEqual([201, 201]);
    const { body } = await hall.anonymous.get<{ items: SessionView[] }>(path);
    expect(body.items.map(({ id }) => id)).toEqual([early.body.id, late.body.id]);
    expect(body.items[0]?.abilities).toEqual({ edit: false, start: false, end: false, openPoll: false });
  });

  it('refuses a session that ends before it begins, and tells which field is malformed', async () => {
    const { client } = hall.moderator;
    const path = `/api/v1/forums/${hall.forum.slug}/sessions`;
    expect(await client.post(path, plan({ endsAt: '2014-06-12T09:00:00Z' }))).toMatchObject({
      status: 400,
      body: { code: 'session.dates' },
    });
    expect(await client.post(path, plan({ title: { ar: 'x', fr: '' } }))).toMatchObject({
      status: 400,
      body: {
        code: 'request.invalid',
        fields: expect.arrayContaining([{ field: 'title.en', rule: 'isString' }]),
      },
    });
  });

  it('starts a session once: of two moderators with the same version, one is told that it changed', async () => {
    const { client } = hall.moderator;
    const { body } = await client.post<SessionView>(`/api/v1/forums/${hall.forum.slug}/sessions`, plan());
    const answers = await Promise.all(
      [hall.moderator, hall.organiser].map((person) =>
        person.client.post(`/api/v1/sessions/${body.id}/start`, { version: body.version }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('shows a change to whoever watches, and answers a repeated write with its first answer', async () => {
    const watcher = await hall.anonymous.socket();
    expect(await watcher.ask('forum.watch', { slug: hall.forum.slug })).toMatchObject({ ok: true });
    const path = `/api/v1/forums/${hall.forum.slug}/sessions`;
    const headers = { 'idempotency-key': 'the-same-press-twice' };
    const first = await hall.moderator.client.post<SessionView>(path, plan(), headers);
    const again = await hall.moderator.client.post<SessionView>(path, plan(), headers);
    expect(again.body.id).toBe(first.body.id);
    const hint = await watcher.hear<{ id: string }>('hint', ({ id }) => id === first.body.id);
    expect(hint).toEqual({
      type: 'session.planned',
      kind: 'session',
      id: first.body.id,
      forumId: hall.forum.id,
    });
    watcher.close();
  });
});

import type {
  CityView,
  DelegationView,
  ForumView,
  ParticipantView,
  TopicView,
  TwinningView,
} from '../../src/forum/forum.contract.js';
import type { Page } from '../../src/kernel/pagination.js';
import { startApp, type TestApp } from '../support/app.js';
import { inAll, makeCity, makeDelegation, makeForum, makeHall, makePerson } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let path: string;

beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
  path = `/api/v1/forums/${hall.forum.slug}`;
});
afterAll(() => test.stop());

const forum = (over: object = {}) => ({
  slug: 'marrakech-2026',
  title: inAll('Forum of Marrakech'),
  theme: inAll('Water'),
  place: inAll('Marrakech'),
  startsOn: '2026-05-01',
  endsOn: '2026-05-03',
  ...over,
});

describe('a forum', () => {
  it('is made by whoever organises one already, who then organises it', async () => {
    const made = await hall.organiser.client.post<ForumView>('/api/v1/forums', forum());
    expect(made).toMatchObject({
      status: 201,
      body: { slug: 'marrakech-2026', abilities: { manage: true } },
    });
    expect(await hall.moderator.client.post('/api/v1/forums', forum({ slug: 'other' }))).toMatchObject({
      status: 403,
      body: { code: 'auth.forbidden' },
    });
    expect(await hall.organiser.client.post('/api/v1/forums', forum())).toMatchObject({
      status: 409,
      body: { code: 'forum.slug-taken' },
    });
    expect(
      await hall.organiser.client.post('/api/v1/forums', forum({ slug: 'x-1', endsOn: '2026-04-30' })),
    ).toMatchObject({ status: 400, body: { code: 'forum.dates' } });
  });

  it('is changed by one of two who change it at once, and never to an empty title', async () => {
    const { version } = (await hall.organiser.client.get<ForumView>(path)).body;
    const answers = await Promise.all(
      ['A', 'B'].map((name) => hall.organiser.client.patch(path, { version, theme: inAll(name) })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(await hall.organiser.client.patch(path, { version: version + 1, title: null })).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
  });
});

describe('topics', () => {
  const names = async () =>
    (await hall.anonymous.get<ForumView>(path)).body.topics.map(({ name, position }) => [name.en, position]);

  it('are added at the end by several at once, renamed, ordered and removed, and stay numbered from 0', async () => {
    const { client } = hall.organiser;
    const made = await Promise.all(
      ['B', 'C'].map((name) => client.post<TopicView>(`${path}/topics`, { name: inAll(name) })),
    );
    expect(made.map(({ body }) => body.position).sort()).toEqual([1, 2]);
    const [b, c] = made.map(({ body }) => body.id);
    expect((await client.patch(`${path}/topics/${b}`, { name: inAll('Heritage') })).status).toBe(200);
    const ordered = await client.put<{ items: TopicView[] }>(`${path}/topics/order`, {
      ids: [c, hall.topic.id, b],
    });
    expect(ordered.body.items.map(({ position }) => position)).toEqual([0, 1, 2]);
    expect(await names()).toEqual([
      ['C', 0],
      ['Topic 0', 1],
      ['Heritage', 2],
    ]);
    expect((await client.delete(`${path}/topics/${c}`)).status).toBe(204);
    expect(await names()).toEqual([
      ['Topic 0', 0],
      ['Heritage', 1],
    ]);
  });

  it('refuses an order that misses a topic, and anyone but an organiser', async () => {
    expect(await hall.organiser.client.put(`${path}/topics/order`, { ids: [hall.topic.id] })).toMatchObject({
      status: 409,
      body: { code: 'object.changed' },
    });
    expect((await hall.moderator.client.post(`${path}/topics`, { name: inAll('X') })).status).toBe(403);
    expect((await hall.anonymous.post(`${path}/topics`, { name: inAll('X') })).status).toBe(401);
  });

  it('keeps a topic that something belongs to', async () => {
    await test.db.query(
      `INSERT INTO thread (id, forum_id, topic_id, author_id, title, lang)
       VALUES (gen_random_uuid(), $1, $2, $3, 'x', 'en')`,
      [hall.forum.id, hall.topic.id, hall.delegate.participantId],
    );
    expect(await hall.organiser.client.delete(`${path}/topics/${hall.topic.id}`)).toMatchObject({
      status: 409,
      body: { code: 'topic.in-use' },
    });
  });

  it("of another forum are not this forum's to change", async () => {
    const other = await makeForum(test);
    await makePerson(test, other.id, 'organiser');
    expect(
      (
        await hall.organiser.client.patch(`/api/v1/forums/${other.slug}/topics/${hall.topic.id}`, {
          name: inAll('X'),
        })
      ).status,
    ).toBe(403);
  });
});

describe('cities and twinnings', () => {
  const coimbra = {
    name: { ar: 'كويمبرا', fr: 'Coïmbre', en: 'Coimbra' },
    country: 'PT',
    latitude: 40.20564,
    longitude: -8.41955,
  };

  it('are found by a part of their name in each language, with or without accents', async () => {
    const made = await hall.organiser.client.post<CityView>('/api/v1/cities', coimbra);
    expect(made).toMatchObject({ status: 201, body: coimbra });
    for (const q of ['coimb', 'coïm', 'COIMBRE', 'كويم']) {
      const found = await hall.anonymous.get<Page<CityView>>(`/api/v1/cities?q=${encodeURIComponent(q)}`);
      expect(found.body.items).toEqual([made.body]);
    }
    const none = await hall.anonymous.get<Page<CityView>>('/api/v1/cities?q=%25');
    expect(none.body.items).toEqual([]);
  });

  it('stand once, even if two enter one at the same time; places outside of the globe are refused', async () => {
    const place = { ...coimbra, name: inAll('Montpellier'), latitude: 43.61092, longitude: 3.87723 };
    const answers = await Promise.all([1, 2].map(() => hall.organiser.client.post('/api/v1/cities', place)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(await hall.organiser.client.post('/api/v1/cities', { ...place, latitude: 91 })).toMatchObject({
      status: 400,
      body: { fields: [{ field: 'latitude', rule: 'max' }] },
    });
    expect((await hall.delegate.client.post('/api/v1/cities', place)).status).toBe(403);
  });

  it('pages through all cities, each once', async () => {
    const seen: string[] = [];
    for (let next: string | null = ''; next !== null; ) {
      const page: Page<CityView> = (
        await hall.anonymous.get<Page<CityView>>(`/api/v1/cities?limit=2&cursor=${next}`)
      ).body;
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const [{ count }] = await test.db.query('SELECT count(*)::int AS count FROM city');
    expect([seen.length, new Set(seen).size]).toEqual([count, count]);
  });

  it('knows a twinning whichever city is named first', async () => {
    const [a, b] = [await makeCity(test), await makeCity(test)];
    const { client } = hall.organiser;
    const made = await client.post<TwinningView>('/api/v1/twinnings', {
      cityIds: [b.id, a.id],
      kind: 'twinning',
      agreedOn: '2013-06',
    });
    expect(made.body.cities.map(({ id }) => id).sort()).toEqual([a.id, b.id].sort());
    const again = { cityIds: [a.id, b.id], kind: 'twinning' };
    expect(await client.post('/api/v1/twinnings', again)).toMatchObject({
      status: 409,
      body: { code: 'twinning.known' },
    });
    const self = { cityIds: [a.id, a.id], kind: 'friendship' };
    expect((await client.post('/api/v1/twinnings', self)).status).toBe(400);
    const day = { cityIds: [a.id, b.id], kind: 'friendship', agreedOn: '2013-13' };
    expect((await client.post('/api/v1/twinnings', day)).status).toBe(400);
    const listed = await hall.anonymous.get<Page<TwinningView>>('/api/v1/twinnings');
    expect(listed.body.items).toEqual([made.body]);
  });
});

describe('delegations', () => {
  it('have an exact weight, and a head who is named to those in the forum only', async () => {
    const city = await makeCity(test);
    const { client } = hall.organiser;
    const made = await client.post<DelegationView>(`${path}/delegations`, { cityId: city.id, weight: '4/6' });
    expect(made.body).toMatchObject({ weight: '2/3', participants: 0, head: null, city: { id: city.id } });
    const heavier = await client.patch<DelegationView>(`${path}/delegations/${made.body.id}`, {
      weight: '3',
    });
    expect(heavier.body.weight).toBe('3');
    for (const weight of ['0', '-1', '1.5', '1/0'])
      expect((await client.patch(`${path}/delegations/${made.body.id}`, { weight })).status).toBe(400);
    expect(await client.post(`${path}/delegations`, { cityId: city.id })).toMatchObject({
      status: 409,
      body: { code: 'delegation.known' },
    });
    const seen = async (reader: typeof client) =>
      (await reader.get<{ items: DelegationView[] }>(`${path}/delegations`)).body.items.find(
        ({ id }) => id === hall.delegation.id,
      );
    expect((await seen(hall.anonymous))?.head).toBeNull();
    expect((await seen(hall.observer.client))?.head).toMatch(/^Person/);
  });

  it('are removed while nobody belongs to them', async () => {
    const empty = await makeDelegation(test, hall.forum.id);
    const { client } = hall.organiser;
    expect((await client.delete(`${path}/delegations/${empty.id}`)).status).toBe(204);
    expect(await client.delete(`${path}/delegations/${hall.delegation.id}`)).toMatchObject({
      status: 409,
      body: { code: 'delegation.in-use' },
    });
    expect((await hall.moderator.client.delete(`${path}/delegations/${hall.delegation.id}`)).status).toBe(
      403,
    );
  });
});

describe('participants', () => {
  it('are listed to each other, found without accents, and hidden from everyone else', async () => {
    await makePerson(test, hall.forum.id, 'observer', { name: 'Élodie Fabre' });
    const found = await hall.observer.client.get<Page<ParticipantView>>(`${path}/participants?q=elodie`);
    expect(found.body.items.map(({ name }) => name)).toEqual(['Élodie Fabre']);
    expect((await hall.anonymous.get(`${path}/participants`)).status).toBe(401);
    const stranger = await makePerson(test, (await makeForum(test)).id, 'organiser');
    expect((await stranger.client.get(`${path}/participants`)).status).toBe(403);
  });

  it('get one head a delegation, and only delegates are one', async () => {
    const second = await makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id });
    const change = (id: string, body: object) =>
      hall.organiser.client.patch<ParticipantView>(`${path}/participants/${id}`, body);
    expect(await change(second.participantId, { head: true })).toMatchObject({
      status: 409,
      body: { code: 'delegation.has-head' },
    });
    expect((await change(hall.delegate.participantId, { head: false })).body.head).toBe(false);
    expect((await change(second.participantId, { head: true })).body.head).toBe(true);
    expect((await change(second.participantId, { role: 'observer' })).body.head).toBe(false);
    expect((await change(hall.observer.participantId, { head: true })).status).toBe(400);
    expect(await change(hall.observer.participantId, { role: 'delegate' })).toMatchObject({
      status: 400,
      body: { code: 'delegate.needs-delegation' },
    });
    const elsewhere = await makeDelegation(test, (await makeForum(test)).id);
    expect((await change(hall.observer.participantId, { delegationId: elsewhere.id })).status).toBe(404);
  });

  it('who are suspended read like strangers until they are let back in', async () => {
    const person = await makePerson(test, hall.forum.id, 'observer');
    const to = (suspended: boolean) =>
      hall.organiser.client.patch(`${path}/participants/${person.participantId}`, { suspended });
    await to(true);
    expect((await person.client.get(`${path}/participants`)).status).toBe(403);
    expect((await person.client.get(path)).status).toBe(200);
    await to(false);
    expect((await person.client.get(`${path}/participants`)).status).toBe(200);
  });

  it('always have an organiser: of two who demote each other at once, one stays', async () => {
    const other = await makeHall(test);
    const second = await makePerson(test, other.forum.id, 'organiser');
    const answers = await Promise.all(
      [
        [other.organiser, second],
        [second, other.organiser],
      ].map(([who, whom]) =>
        who!.client.patch(`/api/v1/forums/${other.forum.slug}/participants/${whom!.participantId}`, {
          role: 'observer',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 403]);
    const [left] = answers[0]!.status === 200 ? [other.organiser] : [second];
    expect(
      await left!.client.patch(`/api/v1/forums/${other.forum.slug}/participants/${left!.participantId}`, {
        suspended: true,
      }),
    ).toMatchObject({ status: 409, body: { code: 'participant.last-organiser' } });
  });
});

describe('the emblem', () => {
  const PNG = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  );

  const upload = async (
    client: typeof hall.anonymous,
    bytes: Uint8Array,
    name = 'emblem.png',
    field = 'file',
  ) => {
    const form = new FormData();
    form.append(field, new Blob([new Uint8Array(bytes)], { type: 'image/png' }), name);
    const response = await fetch(`${test.url}${path}/emblem`, {
      method: 'PUT',
      headers: { cookie: client.cookie, 'x-nidaa': '1' },
      body: form,
    });
    return { status: response.status, body: (await response.json()) as ForumView & { code?: string } };
  };

  it('is a picture by its content, and is served so that nothing in it can run', async () => {
    const { status, body } = await upload(hall.organiser.client, PNG);
    expect(status).toBe(200);
    expect(body.emblem).toMatch(/^\/api\/v1\/forums\/forum-\d+\/emblem\?v=/);
    const response = await fetch(test.url + body.emblem);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-security-policy': "default-src 'none'; sandbox",
      'x-content-type-options': 'nosniff',
      'cache-control': 'public, max-age=31536000, immutable',
    });
  });

  it('is refused as SVG, as a script or a PDF named .png, above a mebibyte, without a file, and from others', async () => {
    const { client } = hall.organiser;
    const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
    for (const content of [svg, `<?xml version="1.0"?>${svg}`, 'alert(1)', '%PDF-1.7\n', 'GIF89a'])
      expect(await upload(client, Buffer.from(content))).toMatchObject({
        status: 400,
        body: { code: 'file.type' },
      });
    const large = Buffer.concat([PNG, Buffer.alloc(1024 * 1024)]);
    expect(await upload(client, large)).toMatchObject({ status: 413, body: { code: 'request.too-large' } });
    expect(await upload(client, PNG, 'x.png', 'picture')).toMatchObject({
      status: 400,
      body: { code: 'request.invalid' },
    });
    expect((await client.put(`${path}/emblem`, {})).status).toBe(400);
    expect((await upload(hall.moderator.client, PNG)).status).toBe(403);
    expect((await hall.anonymous.get(`/api/v1/forums/marrakech-2026/emblem`)).status).toBe(404);
  });
});

import {
  DISCUSSION_LIMITS,
  type PostView,
  type ThreadView,
} from '../../src/discussion/discussion.contract.js';
import type { Page } from '../../src/kernel/pagination.js';
import type { NotificationView } from '../../src/notifications/notifications.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BrowserClient, ok } from '../support/browser-client.js';
import { notified } from '../support/notifications.js';
import { makeDelegation, makeHall, makePerson, type Person } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  hall = await makeHall(test);
});

const of = (kind: string, id: string, name = '@Whoever'): string =>
  `<span data-mention="${kind}:${id}">${name}</span>`;
const person = ({ participantId }: Person, name?: string): string => of('participant', participantId, name);
const shown = (kind: string, id: string, name: string): string => of(kind, id, `@${name}`);

const open = (body: string): Promise<ThreadView> =>
  ok(
    hall.delegate.client.post(`/api/v1/forums/${hall.forum.slug}/threads`, {
      title: 'Fountains',
      body,
      lang: 'fr',
    }),
  );
const say = (body: string, threadId: string, client: BrowserClient = hall.delegate.client) =>
  client.post<PostView & { code?: string }>(`/api/v1/threads/${threadId}/posts`, { body, lang: 'fr' });
const posts = async (threadId: string, client: BrowserClient, query = ''): Promise<readonly PostView[]> =>
  (await ok<Page<PostView>>(client.get(`/api/v1/threads/${threadId}/posts${query}`))).items;

const told = (person: Person): Promise<readonly NotificationView[]> =>
  notified(test, person, hall.forum.slug);
const nameOf = async ({ accountId }: Person): Promise<string> =>
  (await test.db.query('SELECT name FROM account WHERE id = $1', [accountId]))[0].name;
const cityOf = async (id: string, lang = 'fr'): Promise<string> =>
  (await test.db.query('SELECT name FROM city WHERE id = $1', [id]))[0].name[lang];

describe('a mention', () => {
  it('shows who it is as they are called now, whatever its writer put there', async () => {
    const { id } = await open(
      `<p>Bonjour ${person(hall.otherDelegate, '<b onclick="x()">@Le roi</b>')}.</p>`,
    );
    const [name, other] = [await nameOf(hall.otherDelegate), 'A & <B>'];
    const [post] = await posts(id, hall.observer.client);
    const { participantId } = hall.otherDelegate;
    expect(post?.body).toBe(`<p>Bonjour ${shown('participant', participantId, name)}.</p>`);
    await test.db.query('UPDATE account SET name = $2 WHERE id = $1', [hall.otherDelegate.accountId, other]);
    expect((await posts(id, hall.observer.client))[0]?.body).toContain('@A &amp; &lt;B&gt;</span>');
  });

  it('names a delegation in the language that is asked for, else in the reader’s', async () => {
    const { id } = await open(of('delegation', hall.delegation.id));
    const city = hall.delegation.cityId;
    for (const [query, lang] of [
      ['?lang=ar', 'ar'],
      ['?lang=en', 'en'],
      ['', 'fr'],
    ] as const)
      expect((await posts(id, hall.observer.client, query))[0]?.body).toBe(
        shown('delegation', hall.delegation.id, await cityOf(city, lang)),
      );
    expect((await hall.observer.client.get(`/api/v1/threads/${id}/posts?lang=xx`)).status).toBe(400);
  });

  it('tells no name of a participant to who is not in the forum, nor to search and compile', async () => {
    const { id } = await open(`<p>Avec ${person(hall.otherDelegate)} et ${person(hall.observer)}</p>`);
    const foreign = await makeHall(test);
    const city = await cityOf(hall.otherDelegation.cityId);
    for (const client of [hall.anonymous, foreign.delegate.client]) {
      const [post] = await posts(id, client, '?lang=fr');
      for (const each of [hall.otherDelegate, hall.observer])
        expect(post?.body).not.toContain(await nameOf(each));
      expect(post?.body).toContain(`@${city}</span>`);
      expect(post?.body).toContain('@…</span>');
    }
    const [{ plain }] = await test.db.query('SELECT plain FROM post WHERE thread_id = $1', [id]);
    expect(plain).toBe(`Avec @${city} et @…`);
  });

  it('of somebody elsewhere is refused, as is the twenty-first; a forged one is words', async () => {
    const { id } = await open('Bonjour');
    const elsewhere = await makeHall(test);
    for (const mention of [
      person(elsewhere.delegate),
      of('delegation', elsewhere.delegation.id),
      of('delegation', hall.delegate.participantId),
    ])
      expect(await say(mention, id)).toMatchObject({ status: 400, body: { code: 'mention.unknown' } });
    for (const forged of ['participant:1', `nobody:${hall.delegate.participantId}`, '" onclick="x()'])
      expect((await say(`<p><span data-mention="${forged}">@A</span></p>`, id)).body.body).toBe('<p>@A</p>');
    const people = await Promise.all(
      Array.from({ length: DISCUSSION_LIMITS.mentions }, () => makePerson(test, hall.forum.id, 'observer')),
    );
    const all = people.map((each) => person(each)).join(' ');
    expect((await say(all + person(people[0] as Person), id)).status).toBe(201);
    expect(await say(all + person(hall.observer), id)).toMatchObject({
      status: 400,
      body: { code: 'mention.too-many' },
    });
    expect(await say('<p><br></p>', id)).toMatchObject({ body: { code: 'post.empty' } });
  });

  it('stands in a row as long as it stands in the text', async () => {
    const { id } = await open('Bonjour');
    const { body: post } = await say(
      `${person(hall.observer)} ${of('delegation', hall.otherDelegation.id)}`,
      id,
    );
    const rows = () =>
      test.db.query(
        'SELECT participant_id AS p, delegation_id AS d FROM mention WHERE post_id = $1 ORDER BY 1',
        [post.id],
      );
    expect(await rows()).toEqual([
      { p: hall.observer.participantId, d: null },
      { p: null, d: hall.otherDelegation.id },
    ]);
    const path = `/api/v1/posts/${post.id}`;
    const edited = await hall.delegate.client.patch<PostView>(path, { body: post.body, version: 1 });
    expect(edited.body.body).toBe(post.body);
    await hall.delegate.client.patch(path, { body: person(hall.moderator), version: 2 });
    expect(await rows()).toEqual([{ p: hall.moderator.participantId, d: null }]);
  });
});

describe('who is mentioned', () => {
  it('is told once, with the thread and the post, and so is everybody of a delegation', async () => {
    const { id } = await open('Bonjour');
    const colleague = await makePerson(test, hall.forum.id, 'delegate', {
      delegationId: hall.otherDelegation.id,
    });
    const both = `${person(hall.otherDelegate)} ${of('delegation', hall.otherDelegation.id)} ${person(hall.delegate)}`;
    const { body: post } = await say(both, id);
    for (const each of [hall.otherDelegate, colleague])
      expect(await told(each)).toMatchObject([
        {
          type: 'post.mentioned',
          read: false,
          proposal: null,
          amendment: null,
          post: { id: post.id, threadId: id, title: 'Fountains', titleLang: 'fr' },
        },
      ]);
    for (const each of [hall.delegate, hall.observer]) expect(await told(each)).toEqual([]);

    const path = `/api/v1/posts/${post.id}`;
    await hall.delegate.client.patch(path, { body: 'Sans personne', version: 1 });
    await hall.delegate.client.patch(path, { body: `${both} ${person(hall.observer)}`, version: 2 });
    expect(await told(hall.otherDelegate)).toHaveLength(1);
    expect(await told(colleague)).toHaveLength(1);
    expect(await told(hall.observer)).toHaveLength(1);
  });

  it('and is suspended, is told nothing', async () => {
    const { id } = await open('Bonjour');
    await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [
      hall.otherDelegate.participantId,
    ]);
    await say(person(hall.otherDelegate), id);
    await told(hall.moderator);
    expect(
      await test.db.query('SELECT FROM notification WHERE participant_id = $1', [
        hall.otherDelegate.participantId,
      ]),
    ).toEqual([]);
  });

  it('is no more where delegation or post are gone, and the page still stands', async () => {
    const gone = await makeDelegation(test, hall.forum.id);
    const { id } = await open(`<p>Avec ${of('delegation', gone.id)} et ${person(hall.observer)}</p>`);
    await told(hall.observer);
    await ok(hall.organiser.client.delete(`/api/v1/forums/${hall.forum.slug}/delegations/${gone.id}`));
    expect((await posts(id, hall.observer.client))[0]?.body).toContain('@…</span> et');
    await test.db.query('DELETE FROM post WHERE thread_id = $1', [id]);
    expect(await told(hall.observer)).toEqual([]);
    expect(await test.db.query('SELECT FROM mention')).not.toContainEqual(
      expect.objectContaining({ post_id: id }),
    );
  });
});

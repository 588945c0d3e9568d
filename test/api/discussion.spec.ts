import type { PostView, ThreadSummary, ThreadView } from '../../src/discussion/discussion.contract.js';
import { type Page } from '../../src/kernel/pagination.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeForum, makeHall, makeTopic } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let path: string;

beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
  path = `/api/v1/forums/${hall.forum.slug}/threads`;
});
afterAll(() => test.stop());

const words = (over: object = {}) => ({
  title: 'Fountains of the medina',
  body: '<p>Our fountains run dry.</p>',
  lang: 'en',
  ...over,
});

const openThread = async (over: object = {}): Promise<ThreadView> =>
  (await hall.delegate.client.post<ThreadView>(path, words(over))).body;

const postsOf = async (threadId: string): Promise<readonly PostView[]> =>
  (await hall.anonymous.get<Page<PostView>>(`/api/v1/threads/${threadId}/posts?limit=100`)).body.items;

const reply = (threadId: string, body: string, parentId?: string) =>
  hall.otherDelegate.client.post<PostView>(`/api/v1/threads/${threadId}/posts`, {
    body,
    lang: 'fr',
    ...(parentId && { parentId }),
  });

describe('a thread', () => {
  it('begins with its first post, under a topic, with its author and city', async () => {
    const made = await hall.delegate.client.post<ThreadView>(path, words({ topicId: hall.topic.id }));
    expect(made).toMatchObject({
      status: 201,
      body: {
        title: 'Fountains of the medina',
        topicId: hall.topic.id,
        author: { id: hall.delegate.participantId, cityName: { en: expect.stringContaining('City') } },
        posts: 1,
        imported: false,
        abilities: { reply: true },
      },
    });
    const [first] = await postsOf(made.body.id);
    expect(first).toMatchObject({
      parentId: null,
      body: '<p>Our fountains run dry.</p>',
      abilities: { edit: false, reply: false },
    });
  });

  it('is heard of by whoever watches the forum, as is each reply', async () => {
    const watcher = await hall.observer.client.socket();
    expect(await watcher.ask('forum.watch', { slug: hall.forum.slug })).toMatchObject({ ok: true });
    const { id } = await openThread();
    const heard = (type: string) =>
      watcher.hear<{ type: string; id: string }>('hint', (hint) => hint.id === id && hint.type === type);
    expect(await heard('thread.opened')).toEqual({
      type: 'thread.opened',
      kind: 'thread',
      id,
      forumId: hall.forum.id,
    });
    await reply(id, 'Les nôtres aussi.');
    expect(await heard('post.added')).toMatchObject({ kind: 'thread', id });
    watcher.close();
  });

  it('is found by its words in each language, accents or not, and by the words of its posts', async () => {
    const ar = await openThread({ title: 'تدبير المدن العتيقة', lang: 'ar' });
    const fr = await openThread({ title: 'Médinas et patrimoine', lang: 'fr' });
    await reply(fr.id, '<p>Pensons aux tanneries.</p>');
    const found = async (q: string) =>
      (await hall.anonymous.get<Page<ThreadSummary>>(`${path}?q=${encodeURIComponent(q)}`)).body.items.map(
        ({ id }) => id,
      );
    expect(await found('مدن')).toContain(ar.id);
    expect(await found('medina')).toContain(fr.id);
    expect(await found('tannerie')).toEqual([fr.id]);
    expect(await found(`'") & | ! <-> :*`)).toEqual([]);
  });

  it('is listed under its topic, and refused under a topic of another forum', async () => {
    const foreign = await makeTopic(test, (await makeForum(test)).id);
    const own = await makeTopic(test, hall.forum.id, 7);
    const { id } = await openThread({ topicId: own.id });
    const { body } = await hall.anonymous.get<Page<ThreadSummary>>(`${path}?topic=${own.id}`);
    expect(body.items.map((thread) => thread.id)).toEqual([id]);
    expect(await hall.delegate.client.post(path, words({ topicId: foreign.id }))).toMatchObject({
      status: 404,
      body: { code: 'object.missing' },
    });
  });
});

describe('posts', () => {
  it('keep whom they answer, and refuse to answer a post of another thread', async () => {
    const [one, two] = [await openThread(), await openThread()];
    const [first] = await postsOf(one.id);
    const answer = await reply(one.id, 'Oui.', first?.id);
    expect(answer).toMatchObject({ status: 201, body: { parentId: first?.id, abilities: { edit: true } } });
    expect(await reply(two.id, 'Oui.', answer.body.id)).toMatchObject({
      status: 404,
      body: { code: 'object.missing' },
    });
  });

  it('of several writers at once are all there, and counted exactly', async () => {
    const { id } = await openThread();
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => reply(id, `Réponse ${n}`)));
    expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(201));
    const thread = await hall.anonymous.get<ThreadView>(`/api/v1/threads/${id}`);
    expect(thread.body.posts).toBe(9);
    expect(await postsOf(id)).toHaveLength(9);
  });

  it('come in pages that neither repeat nor leave out, while others write', async () => {
    const { id } = await openThread();
    for (let n = 1; n <= 4; n++) await reply(id, `Réponse ${n}`);
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<PostView> = (
        await hall.anonymous.get<Page<PostView>>(
          `/api/v1/threads/${id}/posts?limit=2${cursor && `&cursor=${cursor}`}`,
        )
      ).body;
      seen.push(...page.items.map((post) => post.id));
      if (seen.length === 2) await reply(id, 'Une de plus');
      cursor = page.next;
    }
    expect(seen).toEqual((await postsOf(id)).map((post) => post.id));
    expect(new Set(seen).size).toBe(6);
  });
});

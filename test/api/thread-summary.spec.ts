import type { PostView, ThreadSummed } from '../../src/discussion/discussion.contract.js';
import type { Page } from '../../src/kernel/pagination.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeThread } from '../support/contributions.js';
import { makeHall } from '../support/people.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

const SAID = [
  'Les villes doivent ouvrir leurs archives aux écoles du quartier.',
  'Chaque commune devrait publier son budget et ouvrir ses archives aux habitants.',
  'ينبغي أن تفتح المدن أرشيفها أمام مدارس الأحياء وتنشر ميزانيتها.',
  'Merci !',
];

async function thread(posts: number) {
  const hall = await makeHall(test);
  const said = Array.from({ length: posts }, (_, i) => ({
    author: i % 3 ? hall.delegate : hall.otherDelegate,
    lang: i % 4 === 2 ? 'ar' : 'fr',
    text: SAID[i % 4] as string,
  }));
  const [first] = await makeThread(test, hall, 'Archives', said);
  const [{ id }] = await test.db.query('SELECT thread_id AS id FROM post WHERE id = $1', [first]);
  await test.db.query('UPDATE thread SET posts = $2 WHERE id = $1', [id, posts]);
  return { hall, id: id as string, path: `/api/v1/threads/${id}` };
}

describe('the summary of a thread', () => {
  it('quotes posts to the letter, of both cities, for anybody who reads the thread', async () => {
    const { hall, path } = await thread(24);
    const { body } = await hall.anonymous.get<ThreadSummed>(`${path}/summary`);
    const { body: posts } = await hall.anonymous.get<Page<PostView>>(`${path}/posts?limit=100`);
    expect(body.quotes.length).toBeGreaterThanOrEqual(2);
    for (const { quote, postId, lang, author } of body.quotes) {
      const post = posts.items.find(({ id }) => id === postId);
      expect(post).toMatchObject({ body: expect.stringContaining(quote), lang, author });
    }
    expect(new Set(body.quotes.map(({ author }) => author?.cityName?.en)).size).toBe(2);
  });

  it('follows what is said and edited', async () => {
    const { hall, id, path } = await thread(24);
    const before = await hall.anonymous.get<ThreadSummed>(`${path}/summary`);
    await test.db.query(
      "UPDATE post SET plain = 'Nous voulons tous une bibliothèque dans chaque quartier.', lang = 'fr', edited_at = now() WHERE thread_id = $1",
      [id],
    );
    const after = await hall.anonymous.get<ThreadSummed>(`${path}/summary`);
    expect(after.body.quotes.map(({ quote }) => quote)).toEqual([
      'Nous voulons tous une bibliothèque dans chaque quartier.',
    ]);
    expect(before.body).not.toEqual(after.body);
  });

  it('is not made of a short one, nor of one that is not there', async () => {
    const { hall, path } = await thread(19);
    expect((await hall.anonymous.get(`${path}/summary`)).body).toEqual({ posts: 19, quotes: [] });
    expect((await hall.anonymous.get(`/api/v1/threads/${hall.forum.id}/summary`)).status).toBe(404);
  });
});

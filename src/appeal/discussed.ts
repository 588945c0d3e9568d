import type { EntityManager } from 'typeorm';
import type { DiscussedQuote, DiscussedTopicView } from './appeal.contract.js';
import type { DiscussedTopic } from './compile/draft.js';

/**
 * What was discussed, in the sentences that the last compile quoted, without those that are no longer there to the
 * letter: an author may have changed the words since. Two queries, one where nothing is quoted.
 */
export async function readDiscussed(em: EntityManager, appealId: string): Promise<DiscussedTopicView[]> {
  const [row]: { discussed: readonly DiscussedTopic[] }[] = await em.query(
    'SELECT discussed FROM compiled WHERE appeal_id = $1',
    [appealId],
  );
  const topics = row?.discussed ?? [];
  if (topics.length === 0) return [];
  const ids = topics.flatMap(({ quotes }) => quotes.map(({ contribution }) => contribution.id));
  const posts: PostRow[] = await em.query(
    `SELECT p.id, p.plain, p.thread_id AS "threadId", city.name AS "cityName"
       FROM post p
       LEFT JOIN participant a ON a.id = p.author_id
       LEFT JOIN delegation d ON d.id = a.delegation_id
       LEFT JOIN city ON city.id = d.city_id
      WHERE p.id = ANY($1::uuid[])`,
    [ids],
  );
  const postOf = new Map(posts.map((post) => [post.id, post]));
  return topics
    .map(({ topicId, quotes }) => ({
      topicId,
      quotes: quotes.flatMap(({ contribution: { kind, id }, lang, quote }) => {
        const post = postOf.get(id);
        if (!post?.plain.includes(quote)) return [];
        const { threadId, cityName } = post;
        return { contribution: { kind, id }, threadId, lang, quote, cityName };
      }),
    }))
    .filter(({ quotes }) => quotes.length > 0);
}

interface PostRow {
  readonly id: string;
  readonly plain: string;
  readonly threadId: string;
  readonly cityName: DiscussedQuote['cityName'];
}

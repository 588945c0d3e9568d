import type { EntityManager, QueryRunner } from 'typeorm';
import type { Item } from './items.js';

export const BATCH = 500;

/**
 * What came in for a key. A look-up for each row: joined, the forum's items would be read through for each row until
 * the database has learnt how many there are.
 */
const objectOf = (kind: Item['kind'], key: string) =>
  `(SELECT object_id FROM import_item WHERE forum_id = $1 AND kind = '${kind}' AND source_key = ${key})`;

/** Writes the staged items with these ids of one kind into the forum. `$1` is the forum, `$2` the ids. */
const WRITE: Readonly<Record<Exclude<Item['kind'], 'topic'>, readonly string[]>> = {
  proposal: [
    `INSERT INTO proposal (id, forum_id, number, topic_id, lang, state, imported, imported_support,
                           created_at, active_at, submitted_at, admitted_at, versions)
     SELECT s.id, $1, taken.last + row_number() OVER (ORDER BY s.seq), topic.id, s.data->>'lang', s.data->>'state',
            true, (s.data->>'support')::int, at, at, at, at, 1
       FROM import_stage s
       CROSS JOIN LATERAL (SELECT (s.data->>'createdAt')::timestamptz AS at) moment
       CROSS JOIN (SELECT coalesce(max(number), 0) AS last FROM proposal WHERE forum_id = $1) taken
       LEFT JOIN topic ON topic.id = ${objectOf('topic', 's.topic')}
      WHERE s.id = ANY($2::uuid[])`,
    `INSERT INTO proposal_text (proposal_id, lang, title, paragraphs, plain)
     SELECT s.id, t.lang, t.title, t.paragraphs, t.plain
       FROM import_stage s
       CROSS JOIN jsonb_to_recordset(s.data->'texts') AS t (lang text, title text, paragraphs jsonb, plain text)
      WHERE s.id = ANY($2::uuid[]) AND $1::uuid IS NOT NULL`,
    `INSERT INTO proposal_version (proposal_id, number, cause, made_at)
     SELECT id, 1, 'submitted', created_at FROM proposal WHERE forum_id = $1 AND id = ANY($2::uuid[])`,
    `INSERT INTO proposal_version_text (proposal_id, number, lang, title, summary, paragraphs)
     SELECT proposal_id, 1, lang, title, summary, paragraphs
       FROM proposal_text WHERE $1::uuid IS NOT NULL AND proposal_id = ANY($2::uuid[])`,
  ],
  thread: [
    `INSERT INTO thread (id, forum_id, topic_id, title, lang, active_at, created_at, imported)
     SELECT s.id, $1, topic.id, s.data->>'title', s.data->>'lang', at, at, true
       FROM import_stage s
       CROSS JOIN LATERAL (SELECT (s.data->>'createdAt')::timestamptz AS at) moment
       LEFT JOIN topic ON topic.id = ${objectOf('topic', 's.topic')}
      WHERE s.id = ANY($2::uuid[])`,
  ],
  post: [
    `INSERT INTO post (id, forum_id, thread_id, parent_id, body, plain, lang, support, opposition, imported, created_at)
     SELECT s.id, $1, ${objectOf('thread', 's.thread')}, ${objectOf('post', 's.parent')}, s.data->>'body', s.data->>'plain', s.data->>'lang',
            (s.data->>'support')::int, (s.data->>'opposition')::int, true, (s.data->>'createdAt')::timestamptz
       FROM import_stage s
      WHERE s.id = ANY($2::uuid[])`,
    `UPDATE thread SET posts = thread.posts + new.count, active_at = greatest(active_at, new.last)
       FROM (SELECT thread_id, count(*)::int AS count, max(created_at) AS last
               FROM post WHERE forum_id = $1 AND id = ANY($2::uuid[]) GROUP BY thread_id) new
      WHERE thread.id = new.thread_id`,
  ],
};

/** The next staged items of a kind that are to go in, parents before what answers them. */
export async function nextBatch(
  db: QueryRunner,
  kind: Item['kind'],
): Promise<{ readonly id: string; readonly stands: boolean }[]> {
  return db.query(
    `SELECT id, stands_for_row AS stands FROM import_stage WHERE kind = $1 AND fate = 'new'
      ORDER BY level, seq LIMIT ${BATCH}`,
    [kind],
  );
}

/** Brings a batch in and remembers what came from where, all in the transaction of `em`. */
export async function writeBatch(
  em: EntityManager,
  forumId: string,
  kind: Exclude<Item['kind'], 'topic'>,
  ids: readonly string[],
): Promise<void> {
  await em.query(
    `INSERT INTO import_item (forum_id, source_key, kind, object_id)
     SELECT $1, key, kind, id FROM import_stage WHERE id = ANY($2::uuid[])`,
    [forumId, ids],
  );
  for (const statement of WRITE[kind]) await em.query(statement, [forumId, ids]);
  await em.query(`UPDATE import_stage SET fate = 'in' WHERE id = ANY($1::uuid[])`, [ids]);
}

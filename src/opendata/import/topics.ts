import type { EntityManager } from 'typeorm';

/** Topics of the stage that a topic of the forum stands for already: one with the same name in any language. */
const SAME_NAME = `
  INSERT INTO import_item (forum_id, source_key, kind, object_id)
  SELECT DISTINCT ON (s.key) $1, s.key, 'topic', t.id
    FROM import_stage s
    JOIN topic t ON t.forum_id = $1
    CROSS JOIN LATERAL jsonb_each_text(t.name) here
    JOIN LATERAL jsonb_each_text(s.data->'name') there ON lower(there.value) = lower(here.value)
   WHERE s.kind = 'topic' AND s.fate = 'new'
   ORDER BY s.key, t.position`;

const REST = `
  WITH rest AS (
    SELECT s.id, s.key, s.data->'name' AS name, row_number() OVER (ORDER BY s.seq) - 1 AS at
      FROM import_stage s
     WHERE s.kind = 'topic' AND s.fate = 'new'
       AND NOT EXISTS (SELECT FROM import_item i
                        WHERE i.forum_id = $1 AND i.kind = 'topic' AND i.source_key = s.key)),
  added AS (
    INSERT INTO topic (id, forum_id, position, name)
    SELECT id, $1, (SELECT count(*) FROM topic WHERE forum_id = $1) + at, name FROM rest),
  remembered AS (
    INSERT INTO import_item (forum_id, source_key, kind, object_id) SELECT $1, key, 'topic', id FROM rest)
  SELECT id FROM rest ORDER BY at`;

/**
 * Brings the staged topics in, at the end of the forum's, in the transaction of `em`, which must hold the
 * forum's row. Answers the ids of those that were not there.
 */
export async function writeTopics(em: EntityManager, forumId: string): Promise<string[]> {
  await em.query(SAME_NAME, [forumId]);
  const added: { id: string }[] = await em.query(REST, [forumId]);
  return added.map(({ id }) => id);
}

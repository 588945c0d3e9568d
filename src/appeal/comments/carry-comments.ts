import type { EntityManager } from 'typeorm';

/**
 * Takes what is still open of what was said about one text over to its correction, with the answers: it is what the
 * correction is for. What was resolved stays with the text that it was said about. `clauses` is the id in the correction
 * of each clause; a comment whose clause is gone is placed by its words, there as here. Nobody is told of it again.
 */
export async function carryComments(
  em: EntityManager,
  from: string,
  to: string,
  clauses: ReadonlyMap<string, string>,
): Promise<void> {
  await em.query(
    `WITH carried AS MATERIALIZED (
       SELECT c.*, gen_random_uuid() AS now
         FROM comment c JOIN comment root ON root.id = coalesce(c.parent_id, c.id)
        WHERE c.appeal_id = $1 AND root.resolved_at IS NULL),
     made AS (
       INSERT INTO comment (id, forum_id, appeal_id, parent_id, clause_id, text_lang, on_passage, exact, prefix,
                            suffix, author_id, body, lang, version, created_at, edited_at, deleted_at)
       SELECT c.now, c.forum_id, $2, parent.now, coalesce(t.now, c.clause_id), c.text_lang, c.on_passage, c.exact,
              c.prefix, c.suffix, c.author_id, c.body, c.lang, c.version, c.created_at, c.edited_at, c.deleted_at
         FROM carried c
         LEFT JOIN carried parent ON parent.id = c.parent_id
         LEFT JOIN unnest($3::uuid[], $4::uuid[]) AS t (was, now) ON t.was = c.clause_id)
     INSERT INTO mention (id, forum_id, comment_id, participant_id, delegation_id, mentioned_at)
     SELECT gen_random_uuid(), m.forum_id, c.now, m.participant_id, m.delegation_id, m.mentioned_at
       FROM mention m JOIN carried c ON c.id = m.comment_id`,
    [from, to, [...clauses.keys()], [...clauses.values()]],
  );
}

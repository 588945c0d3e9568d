import type { EntityManager } from 'typeorm';
import { mayModerate } from '../forum/forum.abilities.js';
import type { Standing } from '../forum/forum-access.js';

/** The last poll on each of these subjects that its reader may see, by the subject's id. One query. */
export async function lastPolls(
  em: EntityManager,
  standing: Standing,
  subjectIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const rows: { subjectId: string; id: string }[] = await em.query(
    `SELECT DISTINCT ON (poll.subject_id) poll.subject_id AS "subjectId", poll.id
       FROM poll CROSS JOIN LATERAL
            (SELECT state FROM round WHERE poll_id = poll.id ORDER BY number DESC LIMIT 1) AS round
      WHERE poll.subject_id = ANY($1::uuid[]) AND ($2 OR round.state <> 'draft')
      ORDER BY poll.subject_id, poll.created_at DESC, poll.id DESC`,
    [subjectIds, mayModerate(standing)],
  );
  return new Map(rows.map(({ subjectId, id }) => [subjectId, id]));
}

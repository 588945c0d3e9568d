import type { EntityManager } from 'typeorm';
import { Topic } from '../../forum/topic.entity.js';
import type { Appeal } from '../appeal.entity.js';
import { Clause } from '../clause.entity.js';
import { type AppealText, appealText } from './text-hash.js';

/** The words of an appeal as its rows have them now. */
export async function readText(
  em: EntityManager,
  { id: appealId, forumId, title }: Pick<Appeal, 'id' | 'forumId' | 'title'>,
): Promise<AppealText & { readonly rows: readonly Clause[] }> {
  const rows = await em.find(Clause, { where: { appealId }, order: { position: 'ASC' } });
  const topics = await em.findBy(Topic, { forumId });
  return { ...appealText({ title, clauses: rows, topics }), rows };
}

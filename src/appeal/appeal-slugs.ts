import type { EntityManager } from 'typeorm';
import type { Forum } from '../forum/forum.entity.js';

/** The forum's own slug for its first appeal, else with the first number that is free. */
export async function freeSlug(em: EntityManager, { slug }: Pick<Forum, 'slug'>): Promise<string> {
  const rows: { slug: string }[] = await em.query(
    "SELECT slug FROM appeal WHERE slug = $1 OR slug LIKE $1 || '-%'",
    [slug],
  );
  const taken = new Set(rows.map((row) => row.slug));
  let free = slug;
  for (let n = 2; taken.has(free); n++) free = `${slug}-${n}`;
  return free;
}

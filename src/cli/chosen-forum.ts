import type { DataSource } from 'typeorm';
import { CommandError } from './commands.js';

export interface ChosenForum {
  readonly id: string;
  readonly slug: string;
}

/** The forum with this slug; without one, the only forum that there is. Throws CommandError. */
export async function chooseForum(db: DataSource, slug: string | undefined): Promise<ChosenForum> {
  const forums: ChosenForum[] = await db.query(
    'SELECT id, slug FROM forum WHERE slug = coalesce($1, slug) ORDER BY slug LIMIT 2',
    [slug ?? null],
  );
  const [forum, another] = forums;
  if (!forum)
    throw new CommandError(slug ? `there is no forum ${JSON.stringify(slug)}.` : 'there is no forum yet.');
  if (another) throw new CommandError('there are several forums: name one with --forum.');
  return forum;
}

import type { DataSource } from 'typeorm';

/** An import that cannot pass one of its rows, so that a test can end it in the middle. */
export interface BlockedImport {
  /** Whether the import has come to the row. */
  isWaiting(): Promise<boolean>;
  /** Cuts the import's connection, as a lost database would. */
  cut(): Promise<void>;
  /** Lets the row go. */
  release(): Promise<void>;
}

/** Holds the key of a post of an import that has not begun yet. */
export async function blockImport(db: DataSource, forumId: string, key: string): Promise<BlockedImport> {
  const holder = db.createQueryRunner();
  await holder.startTransaction();
  await holder.query(
    `INSERT INTO import_item (forum_id, source_key, kind, object_id) VALUES ($1, $2, 'post', gen_random_uuid())`,
    [forumId, key],
  );
  const [{ pid }] = await holder.query('SELECT pg_backend_pid() AS pid');
  const waiting = `SELECT pid FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))`;
  return {
    isWaiting: async () => (await db.query(waiting, [pid])).length > 0,
    cut: async () => {
      await db.query(`SELECT pg_terminate_backend(pid) FROM (${waiting}) importing`, [pid]);
    },
    release: async () => {
      await holder.rollbackTransaction();
      await holder.release();
    },
  };
}

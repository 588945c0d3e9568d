import type { DataSource } from 'typeorm';

/** Any number that no other advisory lock of this database uses. */
const MIGRATION_LOCK = 7_164_201;

/**
 * Brings the schema up to date. Processes that start together wait for each other here,
 * so that each migration runs once. Answers how many were applied.
 */
export async function migrate(db: DataSource): Promise<number> {
  const guard = db.createQueryRunner();
  await guard.connect();
  try {
    await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    return (await db.runMigrations()).length;
  } finally {
    await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
    await guard.release();
  }
}

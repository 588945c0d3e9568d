import type { Pool, QueryResultRow } from 'pg';
import type { DataSource } from 'typeorm';

/**
 * Runs a statement that Postgres keeps planned under its name, for what thousands do within a minute: planning takes
 * longer than running there. Outside of any transaction; a name always stands for the same text.
 */
export async function prepared<T extends QueryResultRow>(
  db: DataSource,
  name: string,
  text: string,
  values: readonly unknown[],
): Promise<T[]> {
  const pool = (db.driver as unknown as { master: Pool }).master;
  return (await pool.query<T>({ name, text, values: [...values] })).rows;
}

import type { DataSource } from 'typeorm';
import { until } from './until.js';

/** Nobody else can write to `table` while `work` runs: a job comes as far as that, and is seen there. */
export async function whileHeld(db: DataSource, table: string, work: () => Promise<void>): Promise<void> {
  const release = await hold(db, `LOCK TABLE ${table} IN SHARE MODE`);
  try {
    await work();
  } finally {
    await release();
  }
}

/**
 * Takes the locks of a statement and keeps them until the answer is called. A row is best held `FOR NO KEY UPDATE`, as
 * the application holds it: jobs that only refer to the row would wait beside those the test is about.
 */
export async function hold(
  db: DataSource,
  statement: string,
  values: readonly unknown[] = [],
): Promise<() => Promise<void>> {
  const runner = db.createQueryRunner();
  await runner.startTransaction();
  await runner.query(statement, [...values]);
  return async () => {
    if (runner.isReleased) return;
    await runner.rollbackTransaction();
    await runner.release();
  };
}

/** Resolves when so many or more statements on this database wait for what others hold. */
export function waiting(db: DataSource, count: number): Promise<void> {
  return until(async () => {
    const rows = await db.query(
      `SELECT FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    return rows.length >= count;
  });
}

/** Whether somebody waits to write to `table`, and so has come as far as that. */
export async function waitsFor(db: DataSource, table: string): Promise<boolean> {
  const [{ waits }] = await db.query(
    'SELECT count(*) > 0 AS waits FROM pg_locks WHERE relation = $1::regclass AND NOT granted',
    [table],
  );
  return waits;
}

import type { DataSource } from 'typeorm';

/** Nobody else can write to `table` while `work` runs: a job comes as far as that, and is seen there. */
export async function whileHeld(db: DataSource, table: string, work: () => Promise<void>): Promise<void> {
  const hold = db.createQueryRunner();
  await hold.startTransaction();
  try {
    await hold.query(`LOCK TABLE ${table} IN SHARE MODE`);
    await work();
  } finally {
    await hold.rollbackTransaction();
    await hold.release();
  }
}

import type { DataSource } from 'typeorm';
import type { ImportReport } from '../opendata.contract.js';
import { Import, type ImportOptions, type ImportTarget } from './import.js';
import { BadSource } from './items.js';
import type { Source } from './source.js';

/** Any number that no other advisory lock of this database uses. */
const IMPORT_LOCK = 7_164_203;

/**
 * Brings what people wrote elsewhere into a forum. An import that was interrupted is simply started again and goes
 * on where it was; what is known from before stays as it is. `name` is what the run's record calls the source.
 * Throws BadSource while another import into the same forum runs.
 */
export async function runImport(
  db: DataSource,
  target: ImportTarget,
  source: Source,
  name: string,
  options: ImportOptions,
): Promise<ImportReport> {
  const runner = db.createQueryRunner();
  await runner.connect();
  const lock = [IMPORT_LOCK, target.forum.id];
  try {
    const [{ free }] = await runner.query('SELECT pg_try_advisory_lock($1, hashtext($2)) AS free', lock);
    if (!free) throw new BadSource('another import into this forum is running.');
    return await new Import(runner, target, source, options).run(name).finally(() =>
      // A connection that is gone has let go by itself.
      runner.query('SELECT pg_advisory_unlock($1, hashtext($2))', lock).catch(() => undefined),
    );
  } finally {
    await runner.release();
  }
}

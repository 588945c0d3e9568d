import { DataSource } from 'typeorm';
import { MIGRATIONS } from '../../migrations/index.js';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { migrate } from '../../src/platform/database/migrate.js';
import { cloneDatabase, type TestDatabase } from '../support/database.js';

let database: TestDatabase;
let db: DataSource;

beforeAll(async () => {
  database = await cloneDatabase();
  db = await new DataSource(dataSourceOptions(database.url, 4)).initialize();
});
afterAll(async () => {
  await db.destroy();
  await database.drop();
});

/** Everything that a migration makes: columns, constraints, indexes, functions and search configurations. */
async function schema(): Promise<string[]> {
  const rows: { line: string }[] = await db.query(`
    SELECT concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default, generation_expression) AS line
      FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migration'
    UNION ALL SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migration'
    UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migration'
    UNION ALL SELECT pg_get_functiondef(p.oid) FROM pg_proc p
      WHERE pronamespace = 'public'::regnamespace AND proname LIKE 'nidaa%' OR proname LIKE 'event_%'
        AND pronamespace = 'public'::regnamespace
    UNION ALL SELECT cfgname::text FROM pg_ts_config WHERE cfgnamespace = 'public'::regnamespace`);
  return rows.map(({ line }) => line).sort();
}

describe('migration', () => {
  it('go down to nothing and up again to the same schema', async () => {
    const whole = await schema();
    expect(whole.length).toBeGreaterThan(300);
    for (const _ of MIGRATIONS) await db.undoLastMigration();
    expect(await schema()).toEqual([]);
    expect(await migrate(db)).toBe(MIGRATIONS.length);
    expect(await schema()).toEqual(whole);
  });

  it('run once when two processes start together', async () => {
    for (const _ of MIGRATIONS) await db.undoLastMigration();
    const second = await new DataSource(dataSourceOptions(database.url, 4)).initialize();
    const applied = await Promise.all([migrate(db), migrate(second)]);
    await second.destroy();
    expect([...applied].sort()).toEqual([0, MIGRATIONS.length]);
  });
});

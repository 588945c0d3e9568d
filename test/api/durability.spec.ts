import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../../src/platform/database/data-source.js';
import { cloneDatabase } from '../support/database.js';

it('commits to the disk before it answers, though the database was set to do so later', async () => {
  const database = await cloneDatabase();
  const open = () => new DataSource(dataSourceOptions(database.url, 1)).initialize();
  const first = await open();
  await first.query(
    `DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET synchronous_commit = off', current_database()); END $$`,
  );
  await first.destroy();
  const next = await open();
  expect(await next.query('SHOW synchronous_commit')).toEqual([{ synchronous_commit: 'on' }]);
  await next.destroy();
  await database.drop();
});

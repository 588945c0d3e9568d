import { Sweeper } from '../../src/platform/http/sweeper.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeAccount } from '../support/people.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

it('removes what has run out, and only that', async () => {
  const { accountId } = await makeAccount(test);
  await test.db.query(
    `INSERT INTO throttle (key, count, resets_at)
     VALUES ('past', 1, now() - interval '1 second'), ('coming', 1, now() + interval '1 hour')`,
  );
  await test.db.query(
    `INSERT INTO idempotency_key (account_id, key, request_hash, created_at)
     VALUES ($1, 'old-key-old', '', now() - interval '25 hours'), ($1, 'new-key-new', '', now())`,
    [accountId],
  );
  await test.app.get(Sweeper).sweep();
  const left = await test.db.query('SELECT key FROM throttle UNION ALL SELECT key FROM idempotency_key');
  expect(left.map(({ key }: { key: string }) => key).sort()).toEqual(['coming', 'new-key-new']);
});

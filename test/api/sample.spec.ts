import { Forum } from '../../src/forum/forum.entity.js';
import { SampleForum } from '../../src/opendata/sample/sample-forum.js';
import { Config } from '../../src/platform/config/config.js';
import { auditEvents } from '../../src/platform/events/audit.js';
import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';

let test: TestApp;
let second: TestApp;
let loaded: boolean[];

beforeAll(async () => {
  test = await startApp();
  second = await startApp({ DATABASE_URL: test.app.get(Config).databaseUrl as string });
  const started = performance.now();
  loaded = await Promise.all([test, second].map(({ app }) => app.get(SampleForum).load()));
  process.stderr.write(`loaded in ${Math.round(performance.now() - started)} ms\n`);
});
afterAll(() => Promise.all([test.stop(), second.stop()]));

describe('the sample forum', () => {
  it('is loaded once by two processes that start together, and not into a database that is in use', async () => {
    expect([...loaded].sort()).toEqual([false, true]);
    expect(await test.app.get(SampleForum).load()).toBe(false);
    expect(await test.db.manager.countBy(Forum, { sample: true })).toBe(1);
  });

  it('leaves an event log whose chains hold', async () => {
    await until(async () => (await auditEvents(test.db)).waiting === 0);
    const report = await auditEvents(test.db);
    expect(report.broken).toEqual([]);
    expect(report.events).toBeGreaterThan(100);
  });
});

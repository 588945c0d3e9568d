import { Forum } from '../../src/forum/forum.entity.js';
import { PROPOSALS } from '../../src/opendata/sample/content/proposals/proposals.js';
import { SampleForum } from '../../src/opendata/sample/sample-forum.js';
import { Config } from '../../src/platform/config/config.js';
import { auditEvents } from '../../src/platform/events/audit.js';
import { faultsOfRecord } from '../../src/voting/counting/record.js';
import { Poll } from '../../src/voting/poll.entity.js';
import { Polls } from '../../src/voting/polls.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { until } from '../support/until.js';

let test: TestApp;
let second: TestApp;
let loaded: boolean[];

beforeAll(async () => {
  test = await startApp();
  second = await startApp({ DATABASE_URL: test.app.get(Config).databaseUrl as string });
  loaded = await Promise.all([test, second].map(({ app }) => app.get(SampleForum).load()));
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

  it('has closed polls whose records count again, and one that waits to be opened', async () => {
    const polls = await test.db.manager.findBy(Poll, {});
    const closed = polls.filter(({ state }) => state === 'closed');
    expect(closed.length).toBeGreaterThanOrEqual(3);
    expect(polls.filter(({ state }) => state === 'draft')).toHaveLength(1);
    for (const { id } of closed) expect(faultsOfRecord(await test.app.get(Polls).record(id))).toEqual([]);
  });

  it('has every proposal in three languages, and threads with answers', async () => {
    const [{ proposals, texts, answers }] = await test.db.query(
      `SELECT (SELECT count(*)::int FROM proposal) AS proposals, (SELECT count(*)::int FROM proposal_text) AS texts,
              (SELECT count(*)::int FROM post WHERE parent_id IS NOT NULL) AS answers`,
    );
    expect(proposals).toBe(PROPOSALS.length);
    expect(texts).toBe(3 * proposals);
    expect(answers).toBeGreaterThan(10);
  });
});

import { readBundle } from '../../src/appeal/contributions.js';
import { Post } from '../../src/discussion/post.entity.js';
import { Thread } from '../../src/discussion/thread.entity.js';
import type { ForumView } from '../../src/forum/forum.contract.js';
import { Forum } from '../../src/forum/forum.entity.js';
import { SignIns } from '../../src/identity/sign-ins.service.js';
import type { Page } from '../../src/kernel/pagination.js';
import { FORUM } from '../../src/opendata/sample/content/forum.js';
import { PROPOSALS } from '../../src/opendata/sample/content/proposals/proposals.js';
import { THREADS } from '../../src/opendata/sample/content/threads/threads.js';
import { SampleForum } from '../../src/opendata/sample/sample-forum.js';
import { Config } from '../../src/platform/config/config.js';
import { auditEvents } from '../../src/platform/events/audit.js';
import type { SessionView } from '../../src/program/program.contract.js';
import { Proposal } from '../../src/proposals/proposal.entity.js';
import type { ProposalSummary, ProposalView } from '../../src/proposals/proposals.contract.js';
import { faultsOfRecord } from '../../src/voting/counting/check-record.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { newTrackingCode } from '../support/ballots.js';
import { BrowserClient } from '../support/browser-client.js';
import { withPlainIds } from '../support/example-bundle.js';
import { example } from '../support/examples.js';
import { until } from '../support/until.js';

let test: TestApp;
let second: TestApp;
let loaded: boolean[];
const path = `/api/v1/forums/${FORUM.slug}`;

beforeAll(async () => {
  test = await startApp();
  second = await startApp({ DATABASE_URL: test.app.get(Config).databaseUrl as string });
  loaded = await Promise.all([test, second].map(({ app }) => app.get(SampleForum).load()));
});
afterAll(() => Promise.all([test.stop(), second.stop()]));

it('is the forum of docs/examples, whose draft anybody can compile', async () => {
  const { id } = await test.db.manager.findOneByOrFail(Forum, { slug: FORUM.slug });
  const bundle = await readBundle(test.db.manager, id, 'fr');
  expect(withPlainIds(bundle)).toEqual(JSON.parse(example('bundle.json')));
  const { startsOn, endsOn } = bundle.forum;
  expect(Date.parse(endsOn) - Date.parse(startsOn)).toBe(2 * 24 * 3_600_000);
});

/** A browser with the trial account of a role. */
async function as(role: string): Promise<BrowserClient> {
  const accounts = await test.app.get(SampleForum).trialAccounts();
  const { accountId } = accounts.find((account) => account.role === role)!;
  const client = new BrowserClient(test.url);
  client.cookie = `nidaa=${await test.app.get(SignIns).start(test.db.manager, accountId, 'test')}`;
  return client;
}
const polls = async (state: string): Promise<readonly PollView[]> =>
  (await new BrowserClient(test.url).get<Page<PollView>>(`${path}/polls?state=${state}`)).body.items;

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
    const [{ count }] = await test.db.query('SELECT count(*)::int AS count FROM event');
    expect(report.events).toBe(count);
  });

  it('has a trial account of each role, each with its own standing', async () => {
    const roles = (await test.app.get(SampleForum).trialAccounts()).map(({ role }) => role);
    expect(roles).toEqual(['organiser', 'moderator', 'delegate', 'observer']);
    const abilities = async (role: string) => (await (await as(role)).get<ForumView>(path)).body.abilities;
    expect(await abilities('organiser')).toMatchObject({ manage: true });
    expect(await abilities('moderator')).toMatchObject({ manage: false, moderate: true });
    expect(await abilities('delegate')).toMatchObject({ moderate: false, contribute: true });
    expect(await abilities('observer')).toMatchObject({ contribute: false });
  });

  it('is on its second day, with one sitting under way', async () => {
    const { body } = await new BrowserClient(test.url).get<{ items: SessionView[] }>(`${path}/sessions`);
    expect(body.items.map(({ state }) => state).filter((state) => state === 'running')).toHaveLength(1);
    for (const { state, startsAt, endsAt } of body.items) {
      if (state === 'ended') expect(Date.parse(endsAt)).toBeLessThan(Date.now());
      if (state === 'running') expect(Date.parse(startsAt)).toBeLessThanOrEqual(Date.now());
      if (state === 'planned') expect(Date.parse(startsAt)).toBeGreaterThan(Date.now());
    }
  });

  it('holds every proposal in all three languages, some in each state that people can meet', async () => {
    const ids = (await test.db.manager.find(Proposal)).map(({ id, state }) => ({ id, state }));
    expect(new Set(ids.map(({ state }) => state))).toEqual(
      new Set(['draft', 'submitted', 'returned', 'admitted', 'voted', 'adopted', 'rejected']),
    );
    const texts: { proposal_id: string; langs: string }[] = await test.db.query(
      `SELECT proposal_id, string_agg(lang, ' ' ORDER BY lang) AS langs
         FROM proposal_text WHERE title <> '' AND plain <> '' GROUP BY proposal_id`,
    );
    expect(ids).toHaveLength(PROPOSALS.length);
    expect(texts.map(({ langs }) => langs)).toEqual(ids.map(() => 'ar en fr'));
  });

  it('counts posts and endorsements as the rows do', async () => {
    const threads = await test.db.manager.find(Thread);
    expect(threads).toHaveLength(THREADS.length);
    for (const { id, posts } of threads)
      expect(await test.db.manager.countBy(Post, { threadId: id })).toBe(posts);
    const wrong = await test.db.query(
      `SELECT p.number FROM proposal p
        WHERE endorsements <> (SELECT count(*) FROM endorsement e WHERE e.proposal_id = p.id)`,
    );
    expect(wrong).toEqual([]);
  });

  it('closed its polls on records that count again to what the proposals became', async () => {
    const closed = await polls('published');
    expect(closed.map(({ result }) => result?.adopted).sort()).toEqual([false, true, true, true]);
    const reader = new BrowserClient(test.url);
    for (const { roundId, subject, result, openedAt, closedAt } of closed) {
      const { body } = await reader.get<PollRecord>(`/api/v1/rounds/${roundId}/record`);
      expect(faultsOfRecord(body)).toEqual([]);
      expect(body.result).toEqual(result);
      const proposal = await reader.get<ProposalView>(`/api/v1/proposals/${subject?.id}`);
      expect(proposal.body.state).toBe(result?.adopted ? 'adopted' : 'rejected');
      expect(Date.parse(openedAt as string)).toBeLessThan(Date.parse(closedAt as string));
    }
  });

  it('shows the delegate the own draft, and lets the moderator open the poll that is ready', async () => {
    const delegate = await as('delegate');
    const mine = await delegate.get<Page<ProposalSummary>>(`${path}/proposals?mine=true`);
    expect(mine.body.items.map(({ state }) => state)).toContain('draft');
    const [ready] = await polls('announced');
    const opened = await (await as('moderator')).post<PollView>(`/api/v1/polls/${ready!.id}/open`, {
      version: ready!.version,
    });
    expect(opened).toMatchObject({ status: 200, body: { state: 'open' } });
    const [own] = (await delegate.get<PollView>(`/api/v1/polls/${ready!.id}`)).body.own;
    const cast = await delegate.put(
      `/api/v1/rounds/${ready!.roundId}/ballot`,
      { voterId: own!.voterId, ballot: { choice: 'yes' }, code: newTrackingCode() },
      { 'idempotency-key': 'the-trial-delegate' },
    );
    expect(cast.status).toBe(200);
  });
});

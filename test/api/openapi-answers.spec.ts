import type { AppealView } from '../../src/appeal/appeal.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { ApiDescription } from '../support/api-description.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { publishAppeal } from '../support/published-appeal.js';

/** test/api/permissions.spec.ts holds every route's answers against the description; here they are full ones. */
const ROUTES = [
  'GET /api/v1/me',
  'GET /api/v1/forums/:slug',
  'GET /api/v1/forums/:slug/proposals',
  'GET /api/v1/forums/:slug/polls',
  'GET /api/v1/forums/:slug/appeals',
  'GET /api/v1/polls/:id',
  'GET /api/v1/rounds/:id/roll',
  'GET /api/v1/rounds/:id/record',
  'GET /api/v1/threads/:id',
  'GET /api/v1/threads/:id/posts',
  'GET /api/v1/proposals/:id',
  'GET /api/v1/appeals/:id',
  'GET /api/v1/appeals/:id/fates',
];

let test: TestApp;
let api: ApiDescription;
let debate: Debate;
let appeal: AppealView;

beforeAll(async () => {
  test = await startApp();
  api = await ApiDescription.of(test.url);
  debate = await makeDebate(test);
  appeal = await publishAppeal(debate);
});
afterAll(() => test.stop());

it('is about a result, a receipt and clauses with sources', async () => {
  const { body } = await debate.hall.delegate.client.get<PollView>(`/api/v1/polls/${debate.poll.pollId}`);
  expect(body).toMatchObject({ result: { adopted: true }, own: [{ ballot: { ballot: { choice: 'yes' } } }] });
  expect(appeal.state).toBe('published');
  expect(appeal.clauses.flatMap(({ sources }) => sources).length).toBeGreaterThan(0);
});

it.each(ROUTES)('%s answers as it is described', async (route) => {
  const { hall, poll, threadId, adopted } = debate;
  const ids: Record<string, string> = {
    polls: poll.pollId,
    rounds: poll.roundId,
    threads: threadId,
    proposals: adopted,
    appeals: appeal.id,
  };
  const path = route
    .replace('GET ', '')
    .replace(':slug', hall.forum.slug)
    .replace(/(\w+)\/:id/, (_, kind) => `${kind}/${ids[kind]}`);
  const { status, body } = await hall.delegate.client.get<{ items?: unknown[] }>(path);
  expect(status).toBe(200);
  if (body.items) expect(body.items).not.toEqual([]);
  expect(api.faultsOfAnswer(route, status, body)).toEqual([]);
});

it('refuses as it is described', async () => {
  const { status, body } = await debate.hall.delegate.client.post('/api/v1/forums', { title: 'no' });
  expect(body).toMatchObject({ code: 'request.invalid' });
  expect(api.faultsOfAnswer('POST /api/v1/forums', status, body)).toEqual([]);
});

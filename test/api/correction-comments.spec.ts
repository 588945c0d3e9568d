import type { AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import type { CommentThreadView } from '../../src/appeal/comments/comments.contract.js';
import type { Page } from '../../src/kernel/pagination.js';
import { adopt } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { ok } from '../support/clause-amendments.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, ledBy, settled } from '../support/drafts.js';
import { notified } from '../support/notifications.js';

let test: TestApp;
let debate: Debate;
let draft: AppealView;

beforeAll(async () => {
  test = await startApp();
  debate = await makeDebate(test);
  draft = await compiled(debate);
});
afterAll(() => test.stop());

const moderator = () => debate.hall.moderator.client;
const say = (clause: ClauseView, more: object) =>
  ok<CommentThreadView>(
    debate.hall.delegate.client.post(`/api/v1/appeals/${draft.id}/comments`, {
      clauseId: clause.id,
      textLang: 'fr',
      lang: 'fr',
      ...more,
    }),
    201,
  );
const listed = async (id: string): Promise<readonly CommentThreadView[]> =>
  (await ok<Page<CommentThreadView>>(moderator().get(`/api/v1/appeals/${id}/comments`))).items;

it('a correction takes over what is open, at its words and with its answers, and tells nobody of it again', async () => {
  const { hall } = debate;
  const [clause, other] = [ledBy(draft, debate.adopted), ledBy(draft, debate.open)];
  const mention = `<span data-mention="participant:${hall.otherDelegate.participantId}">@X</span>`;
  const open = await say(clause, { body: `Combien, ${mention} ?`, passage: { exact: 'une part' } });
  await ok(moderator().post(`/api/v1/comments/${open.id}/replies`, { body: 'Un quart.', lang: 'fr' }), 201);
  const done = await say(other, { body: 'Réglé.' });
  await ok(moderator().post(`/api/v1/comments/${done.id}/resolve`, { version: 1 }));
  await ok(moderator().post(`/api/v1/appeals/${draft.id}/fates`, {}));
  const { version } = await adopt(hall, draft.id);
  await moderator().post(`/api/v1/appeals/${draft.id}/publish`, { version });
  const first = await settled(hall, draft.id, 'publishing');
  expect(first.state).toBe('published');
  const before = await listed(first.id);
  const told = await notified(test, hall.otherDelegate, hall.forum.slug);

  const { id } = await ok<AppealView>(
    moderator().post(`/api/v1/appeals/${first.id}/correct`, { reason: 'A city.', version: first.version }),
    201,
  );
  const correction = await ok<AppealView>(moderator().get(`/api/v1/appeals/${id}`));
  const [carried, ...others] = await listed(id);
  expect(others).toEqual([]);
  expect(carried).toMatchObject({
    ...{ state: 'open', quote: 'une part', body: before[0]?.body, createdAt: before[0]?.createdAt },
    ...{ author: before[0]?.author, version: 1, appealId: id, abilities: { reply: true, resolve: true } },
    place: { clauseId: ledBy(correction, debate.adopted).id },
    replies: [{ body: 'Un quart.' }],
  });
  expect(carried?.id).not.toBe(open.id);
  expect(await listed(first.id)).toEqual(before);

  // Of a mention that was carried over nobody is told, neither now nor after an edit.
  await ok(
    hall.delegate.client.patch(`/api/v1/comments/${carried?.id}`, {
      body: `Combien donc, ${mention} ?`,
      version: 1,
    }),
  );
  expect(await notified(test, hall.otherDelegate, hall.forum.slug)).toEqual(told);
});

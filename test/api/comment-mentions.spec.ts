import type { AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import { COMMENT_LIMITS, type CommentThreadView } from '../../src/appeal/comments/comments.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient } from '../support/browser-client.js';
import { type Coded, ok, told } from '../support/clause-amendments.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, ledBy } from '../support/drafts.js';
import { notified } from '../support/notifications.js';
import { makeHall, type Person } from '../support/people.js';

type Thread = Coded<CommentThreadView>;

let test: TestApp;
let debate: Debate;
let appeal: AppealView;
let clause: ClauseView;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  debate = await makeDebate(test);
  appeal = await compiled(debate);
  clause = ledBy(appeal, debate.adopted);
});

const of = (kind: string, id: string, name = '@Whoever'): string =>
  `<span data-mention="${kind}:${id}">${name}</span>`;
const person = ({ participantId }: Person, name?: string): string => of('participant', participantId, name);
const nameOf = async ({ accountId }: Person): Promise<string> =>
  (await test.db.query('SELECT name FROM account WHERE id = $1', [accountId]))[0].name;

const say = (body: string, client: BrowserClient = debate.hall.delegate.client) =>
  client.post<Thread>(`/api/v1/appeals/${appeal.id}/comments`, {
    clauseId: clause.id,
    textLang: 'fr',
    body,
    lang: 'fr',
  });
const types = async (who: Person): Promise<readonly string[]> =>
  (await notified(test, who, debate.hall.forum.slug)).map(({ type }) => type);

describe('a mention in a comment', () => {
  it('shows who it is as they are called now, and tells them where it stands', async () => {
    const { moderator, otherDelegate } = debate.hall;
    const made = await ok<Thread>(say(`<p>Qu’en dit ${person(moderator, '<b>@Le roi</b>')} ?</p>`), 201);
    const shown = `<p>Qu’en dit ${person(moderator, `@${await nameOf(moderator)}`)} ?</p>`;
    expect(made.body).toBe(shown);
    const [first, ...others] = await notified(test, moderator, debate.hall.forum.slug);
    expect(others).toEqual([]);
    expect(first).toMatchObject({
      type: 'comment.mentioned',
      comment: { id: made.id, appealId: appeal.id },
      post: null,
    });
    expect(await types(otherDelegate)).toEqual([]);
    await test.db.query(`UPDATE account SET name = 'Ibn Battouta' WHERE id = $1`, [moderator.accountId]);
    const { body } = await ok<Thread>(debate.hall.observer.client.get(`/api/v1/comments/${made.id}`));
    expect(body).toContain('@Ibn Battouta</span>');
  });

  it('in an answer, or of a delegation, tells each once, however often it is edited', async () => {
    const { hall } = debate;
    const made = await ok<Thread>(say('Un quart ?'), 201);
    const thread = await ok<Thread>(
      hall.moderator.client.post(`/api/v1/comments/${made.id}/replies`, {
        body: `Voir avec ${person(hall.otherDelegate)}.`,
        lang: 'fr',
      }),
      201,
    );
    const answer = thread.replies[0]?.id as string;
    const edit = (version: number, body: string) =>
      ok<Thread>(hall.moderator.client.patch(`/api/v1/comments/${answer}`, { body, version }));
    await edit(1, `Voir avec ${person(hall.otherDelegate)} bientôt.`);
    await edit(2, 'Voir plus tard.');
    await edit(3, `Voir avec ${person(hall.otherDelegate)} et ${person(hall.observer)}.`);
    expect(await types(hall.otherDelegate)).toEqual(['comment.mentioned']);
    expect(await types(hall.observer)).toEqual(['comment.mentioned']);
    expect(await types(hall.delegate)).toEqual(['comment.replied']);
    const [{ delegation }] = await test.db.query(
      'SELECT delegation_id AS delegation FROM participant WHERE id = $1',
      [hall.otherDelegate.participantId],
    );
    await ok(say(of('delegation', delegation)), 201);
    expect(await types(hall.otherDelegate)).toEqual(['comment.mentioned', 'comment.mentioned']);
  });

  it('of nobody, of somebody of another forum or of too many is refused, and one’s own tells nobody', async () => {
    const { hall } = debate;
    const stranger = (await makeHall(test)).delegate;
    expect(told(await say(person(stranger)))).toEqual([400, 'mention.unknown']);
    const many = Array.from({ length: 21 }, () => of('participant', crypto.randomUUID())).join('');
    expect(told(await say(many))).toEqual([400, 'mention.too-many']);
    const { body } = await ok<Thread>(say(person(hall.delegate)), 201);
    expect(body).toContain('data-mention');
    expect(await types(hall.delegate)).toEqual([]);
  });

  it('goes with the words that are deleted; marks are not counted as words', async () => {
    const { hall } = debate;
    const long = 'x'.repeat(COMMENT_LIMITS.body - 20);
    const made = await ok<Thread>(say(`${long} ${person(hall.moderator)}`), 201);
    await ok(
      hall.moderator.client.post(`/api/v1/comments/${made.id}/replies`, { body: 'Oui.', lang: 'fr' }),
      201,
    );
    const rows = () => test.db.query('SELECT id FROM mention WHERE comment_id = $1', [made.id]);
    expect(await rows()).toHaveLength(1);
    await ok(hall.delegate.client.delete(`/api/v1/comments/${made.id}`), 204);
    expect(await rows()).toHaveLength(0);
  });
});

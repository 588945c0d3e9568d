import type { ClauseAmendmentView } from '../../src/appeal/amendments/clause-amendments.contract.js';
import type { ClauseView } from '../../src/appeal/appeal.contract.js';
import type { NotificationView } from '../../src/notifications/notifications.contract.js';
import type { PreparedPolls } from '../../src/proposals/amendments/amendments.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { deleted, ok, Review, replaced, wordsOf } from '../support/clause-amendments.js';
import { makeDebate } from '../support/debate.js';
import { caughtUp, notified } from '../support/notifications.js';
import { makePerson, type Person } from '../support/people.js';
import { Chair, castVote, SIMPLE } from '../support/polls.js';
import { until } from '../support/until.js';

let test: TestApp;
let review: Review;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  review = await Review.of(await makeDebate(test));
});

const HALF = 'Nous confions aux habitants la moitié du budget.';

async function told(person: Pick<Person, 'client'>): Promise<readonly NotificationView[]> {
  const all = await notified(test, person, review.debate.hall.forum.slug);
  return all.filter(({ clauseAmendment }) => clauseAmendment !== null);
}
const types = async (person: Pick<Person, 'client'>): Promise<readonly string[]> =>
  (await told(person)).map(({ type }) => type.replace('clause-amendment.', ''));

/** How often its author was told, or was to be told, that the text has overtaken it. */
async function overtaken({ id }: ClauseAmendmentView): Promise<number> {
  const [{ times }] = await test.db.query(
    `SELECT count(*)::int AS times FROM event WHERE type = 'clause-amendment.overtaken' AND subject_id = $1`,
    [id],
  );
  return times;
}
/** Whether the look that follows an edit has found it so. */
const foundOvertaken = async ({ id }: ClauseAmendmentView): Promise<boolean> =>
  (await test.db.query('SELECT overtaken FROM clause_amendment WHERE id = $1', [id]))[0].overtaken;

describe('of an amendment to clauses', () => {
  it('moderators are told that it was submitted or withdrawn, nobody of a draft, and its author of nothing of that', async () => {
    const { hall } = review.debate;
    const clause = await review.clause();
    const draft = await ok<ClauseAmendmentView>(review.propose([replaced(clause, HALF)]), 201);
    expect(await types(hall.moderator)).toEqual([]);
    const one = await ok<ClauseAmendmentView>(review.move(review.author, draft, 'submit'));
    const [only, ...others] = await told(hall.moderator);
    expect(others).toEqual([]);
    const { title } = await review.appeal();
    expect(only).toMatchObject({
      type: 'clause-amendment.submitted',
      read: false,
      ...{ proposal: null, amendment: null, post: null, comment: null },
      clauseAmendment: { id: one.id, number: 1, appealId: review.id, title: title.fr, titleLang: 'fr' },
    });
    expect(await types(hall.organiser)).toEqual(['submitted']);
    await ok(review.move(review.author, one, 'withdraw'));
    expect(await types(hall.moderator)).toEqual(['withdrawn', 'submitted']);
    for (const person of [hall.delegate, hall.otherDelegate, hall.observer])
      expect(await types(person)).toEqual([]);
  });

  it('its author is told that it was accepted or rejected, and of two that were decided together of each', async () => {
    const { hall } = review.debate;
    const [clause, other] = [await review.clause(), await review.other()];
    const one = await review.amended([replaced(clause, HALF)]);
    const two = await review.amended([deleted(other)], { by: hall.otherDelegate.client });
    await ok(review.move(review.moderator, one, 'accept'));
    await ok(review.move(review.moderator, two, 'reject', { reason: 'It is needed.' }));
    expect(await types(hall.delegate)).toEqual(['accepted']);
    expect(await types(hall.otherDelegate)).toEqual(['rejected']);
    expect(await types(hall.moderator)).toEqual(['submitted', 'submitted']);
  });

  it('its author is told of the vote, of its outcome, and that another’s took its place', async () => {
    const { hall } = review.debate;
    const clause = await review.clause();
    await review.amended([replaced(clause, 'Ne confier que des conseils.')], {
      by: hall.otherDelegate.client,
    });
    await review.amended([replaced(clause, HALF)]);
    const chair = await Chair.of(test, hall.forum);
    const { pollIds } = await ok<PreparedPolls>(
      review.moderator.post(`${review.path}/amendments/polls`, {
        sessionId: chair.sessionId,
        terms: { rule: SIMPLE },
      }),
      201,
    );
    for (const person of [hall.delegate, hall.otherDelegate])
      expect(await types(person)).toEqual(['put-to-vote']);
    const poll = await chair.see({ id: pollIds[0] as string });
    await chair.move(poll, 'open');
    await castVote(await chair.see(poll), hall.delegate, { choice: 'yes' });
    await chair.move(poll, 'close');
    const [winner, loser] = (await review.list()).amendments
      .filter(({ state }) => state === 'adopted' || state === 'fallen')
      .sort((a, b) => a.state.localeCompare(b.state));
    expect([winner?.state, loser?.state]).toEqual(['adopted', 'fallen']);
    const [first, second] =
      winner?.number === 2 ? [hall.delegate, hall.otherDelegate] : [hall.otherDelegate, hall.delegate];
    expect(await types(first)).toEqual(['adopted', 'put-to-vote']);
    expect(await types(second)).toEqual(['fallen', 'put-to-vote']);
  });

  it('its author is told once that the text has moved on where it stands, and anew after it was settled', async () => {
    const { hall } = review.debate;
    const clause = await review.other();
    const one = await review.amended([replaced(clause, 'Créer une banque commune.')]);
    const apart = await review.amended([deleted(await review.clause())]);
    const change = async (text: string) => review.write(clause.id, { fr: text });
    await change('Créer une caisse commune.');
    await until(() => foundOvertaken(one));
    expect(await types(hall.delegate)).toEqual(['overtaken']);
    await change('Créer une caisse commune des villes.');
    await change(wordsOf(clause));
    await until(async () => !(await foundOvertaken(one)));
    expect(await types(hall.delegate)).toEqual(['overtaken']);
    await change('Créer une caisse.');
    await until(() => foundOvertaken(one));
    const now = (await review.clauseById(clause.id)) as ClauseView;
    const settled = await ok<ClauseAmendmentView>(
      review.author.patch(`/api/v1/clause-amendments/${one.id}`, {
        reason: 'Still.',
        lang: 'fr',
        changes: [replaced(now, 'Créer une banque.')],
        version: one.version,
      }),
    );
    expect(await foundOvertaken(one)).toBe(false);
    await change('Créer un fonds.');
    await until(() => foundOvertaken(settled));
    expect([await overtaken(one), await overtaken(apart)]).toEqual([3, 0]);
    expect(await types(hall.delegate)).toEqual(['overtaken', 'overtaken', 'overtaken']);
  });

  it('nobody is told while the editors have the text to themselves; with the next review its author is', async () => {
    const { hall } = review.debate;
    const clause = await review.other();
    const one = await review.amended([replaced(clause, 'Créer une banque commune.')]);
    const { version } = await review.appeal();
    await ok(review.moderator.post(`${review.path}/redraft`, { version, reason: 'Shorter, please.' }));
    await review.write(clause.id, { fr: 'Créer une caisse commune.' });
    expect(await overtaken(one)).toBe(0);
    const again = await review.appeal();
    await ok(review.moderator.post(`${review.path}/review`, { version: again.version }));
    await until(() => foundOvertaken(one));
    expect(await types(hall.delegate)).toEqual(['overtaken']);
  });

  it('who was suspended meanwhile is told nothing, and who decides on the own one neither', async () => {
    const { hall } = review.debate;
    const clause = await review.clause();
    const one = await review.amended([replaced(clause, HALF)]);
    await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [
      hall.delegate.participantId,
    ]);
    await ok(review.move(review.moderator, one, 'accept'));
    await caughtUp(test);
    await test.db.query('UPDATE participant SET suspended_at = NULL WHERE id = $1', [
      hall.delegate.participantId,
    ]);
    expect(await types(hall.delegate)).toEqual([]);
    const chair = await makePerson(test, hall.forum.id, 'moderator');
    const own = await review.amended([deleted(await review.other())], { by: chair.client });
    await ok(review.move(chair.client, own, 'accept'));
    expect(await types(chair)).toEqual([]);
  });
});

import type {
  ClauseAmendmentsView,
  ClauseAmendmentView,
} from '../../src/appeal/amendments/clause-amendments.contract.js';
import { CLAUSE_AMENDMENT_LIMITS } from '../../src/appeal/amendments/clause-amendments.contract.js';
import type { ClauseView } from '../../src/appeal/appeal.contract.js';
import type { LanguagesView } from '../../src/appeal/languages/languages.contract.js';
import { newId } from '../../src/kernel/ids.js';
import type { PreparedPolls } from '../../src/proposals/amendments/amendments.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { approveAll } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient } from '../support/browser-client.js';
import { deleted, inserted, ok, Review, replaced, told, wordsOf } from '../support/clause-amendments.js';
import { makeDebate } from '../support/debate.js';
import { NAUGHTY } from '../support/naughty.js';
import { Chair, castVote, SIMPLE } from '../support/polls.js';

let test: TestApp;
let review: Review;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  review = await Review.of(await makeDebate(test));
});

const FUND = 'Créer un fonds commun pour les échanges de jeunes et d’artistes entre les villes jumelées.';

describe('an amendment to clauses', () => {
  it('is its author’s alone until it is submitted, and then everybody’s with a seat', async () => {
    const clause = await review.clause();
    const draft = await ok<ClauseAmendmentView>(
      review.propose([replaced(clause, 'Nous confions aux habitants la moitié du budget.')]),
      201,
    );
    expect(draft).toMatchObject({ number: 1, state: 'draft', abilities: { edit: true, submit: true } });
    expect(draft.changes).toMatchObject([
      { kind: 'replace', clauseId: clause.id, lang: 'fr', was: wordsOf(clause) },
    ]);
    expect((await review.list()).amendments).toEqual([]);
    const path = `/api/v1/clause-amendments/${draft.id}`;
    expect((await review.moderator.get(path)).status).toBe(404);
    await ok(review.move(review.author, draft, 'submit'));
    const { observer, anonymous } = review.debate.hall;
    expect((await review.list(observer.client)).amendments).toMatchObject([
      { number: 1, state: 'submitted' },
    ]);
    expect((await anonymous.get(path)).status).toBe(404);
    expect((await anonymous.get(`${review.path}/amendments`)).status).toBe(404);
    expect(told(await review.propose([deleted(clause)], { by: observer.client }))).toEqual([
      403,
      'auth.forbidden',
    ]);
  });

  it('that is accepted is in the shared text: the clause keeps its sources, other languages are stale', async () => {
    const clause = await review.clause();
    for (const lang of ['ar', 'fr', 'en'])
      await ok(
        review.moderator.put(`${review.path}/clauses/${clause.id}/approvals/${lang}`, {
          version: clause.version,
        }),
      );
    const one = await review.amended([replaced(clause, 'Nous confions aux habitants la moitié du budget.')]);
    const before = await review.appeal();
    expect(told(await review.move(review.author, one, 'accept'))).toEqual([403, 'auth.forbidden']);
    const taken = await ok<ClauseAmendmentView>(
      review.move(review.moderator, one, 'accept', { reason: 'Agreed.' }),
    );
    expect(taken).toMatchObject({ state: 'accepted', decision: { reason: 'Agreed.' } });
    const after = (await review.clauseById(clause.id)) as ClauseView;
    expect(wordsOf(after)).toBe('Nous confions aux habitants la moitié du budget.');
    expect(after.texts.en).toBe(clause.texts.en);
    expect(after.sources.map(({ contribution, use }) => [contribution.id, use])).toEqual(
      clause.sources.map(({ contribution }) => [contribution.id, 'inspired']),
    );
    expect((await review.appeal()).version).toBeGreaterThan(before.version);
    const { clauses } = await ok<LanguagesView>(review.moderator.get(`${review.path}/languages`));
    const { languages } = clauses.find(({ clauseId }) => clauseId === clause.id) as never as {
      languages: Record<string, { state: string }>;
    };
    expect(Object.values(languages).map(({ state }) => state)).toEqual(['stale', 'stale', 'stale']);
  });

  it('puts in a clause beside another, with the amendment as its reason, and takes out what it deletes', async () => {
    const [clause, other] = [await review.clause(), await review.other()];
    const both = await review.amended([inserted(clause, 'Rendre compte chaque année.'), deleted(other)]);
    await ok(review.move(review.moderator, both, 'accept'));
    const { clauses } = await review.appeal();
    const at = clauses.findIndex(({ id }) => id === clause.id);
    expect(clauses[at + 1]).toMatchObject({
      texts: { fr: 'Rendre compte chaque année.' },
      kind: clause.kind,
      topicId: clause.topicId,
      editorial: 'Amendement 1, accepté',
      sources: [],
    });
    expect(clauses.some(({ id }) => id === other.id)).toBe(false);
  });

  it('is taken with other words, which are kept beside those that were asked for', async () => {
    const clause = await review.clause();
    const one = await review.amended([replaced(clause, 'Confier la moitié du budget.')]);
    const taken = await ok<ClauseAmendmentView>(
      review.move(review.moderator, one, 'accept', {
        changes: [replaced(clause, 'Confier un tiers du budget.')],
      }),
    );
    expect(taken.changes[0]?.now).toBe('Confier la moitié du budget.');
    expect(taken.modified?.[0]?.now).toBe('Confier un tiers du budget.');
    expect(wordsOf(await review.clauseById(clause.id))).toBe('Confier un tiers du budget.');
  });

  it('is withdrawn by its author, rejected with a reason by moderators, and then stands still', async () => {
    const clause = await review.clause();
    const [one, other] = [await review.amended([deleted(clause)]), await review.amended([deleted(clause)])];
    expect(told(await review.move(review.moderator, one, 'withdraw'))).toEqual([403, 'auth.forbidden']);
    await ok(review.move(review.author, one, 'withdraw'));
    expect(told(await review.move(review.moderator, other, 'reject'))).toEqual([400, 'request.invalid']);
    const rejected = await ok<ClauseAmendmentView>(
      review.move(review.moderator, other, 'reject', { reason: 'It is the heart of it.' }),
    );
    expect(rejected.decision).toMatchObject({ reason: 'It is the heart of it.' });
    expect(told(await review.move(review.moderator, rejected, 'accept'))).toEqual([409, 'amendment.state']);
  });

  it('is decided with others at once, all or none, and the one in the way is named', async () => {
    const [clause, other] = [await review.clause(), await review.other()];
    const one = await review.amended([replaced(clause, 'Confier la moitié du budget aux habitants.')]);
    const rival = await review.amended([replaced(clause, 'Ne rien confier du tout.')]);
    const apart = await review.amended([replaced(other, FUND)]);
    const decide = (amendments: readonly ClauseAmendmentView[], move = 'accept') =>
      review.moderator.post<ClauseAmendmentsView & { code?: string }>(`${review.path}/amendments/decisions`, {
        move,
        reason: 'As discussed.',
        amendments: amendments.map(({ id, version }) => ({ id, version })),
      });
    expect(await decide([one, rival])).toMatchObject({
      status: 409,
      body: { code: 'amendment.conflict', fields: [{ field: 'amendments.1' }] },
    });
    expect(wordsOf(await review.clauseById(clause.id))).toBe(wordsOf(clause));
    expect(await decide([one, { ...apart, version: 99 }])).toMatchObject({
      body: { code: 'object.changed', fields: [{ field: 'amendments.1' }] },
    });
    expect((await decide([one, apart])).body.amendments.map(({ state }) => state)).toEqual([
      'accepted',
      'submitted',
      'accepted',
    ]);
    expect(wordsOf(await review.clauseById(other.id))).toBe(FUND);
    expect((await decide([rival], 'reject')).status).toBe(200);
  });

  it('of which two moderators decide at once, one is told', async () => {
    const clause = await review.clause();
    const one = await review.amended([replaced(clause, 'Confier la moitié du budget.')]);
    const { organiser } = review.debate.hall;
    const answers = await Promise.all([
      review.move(review.moderator, one, 'accept'),
      review.move(organiser.client, one, 'reject', { reason: 'No.' }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const { state } = await review.show(one);
    expect(wordsOf(await review.clauseById(clause.id)) === wordsOf(clause)).toBe(state === 'rejected');
  });
});

describe('when the text moves on, an open amendment', () => {
  it('goes along where its words were left alone, and needs its author where they were not', async () => {
    const clause = await review.other();
    const words = await review.amended([replaced(clause, FUND)]);
    const rival = await review.amended([
      replaced(clause, wordsOf(clause).replace('un fonds commun', 'une banque commune')),
    ]);
    await review.write(clause.id, { fr: wordsOf(clause).replace('un fonds commun', 'une caisse commune') });
    const moved = await review.show(words);
    expect(moved).toMatchObject({ conflicts: [], version: words.version });
    expect(moved.changes[0]?.now).toBe(FUND.replace('un fonds commun', 'une caisse commune'));
    const stuck = await review.show(rival);
    expect(stuck).toMatchObject({
      changes: [],
      conflicts: [{ change: { kind: 'replace', was: wordsOf(clause), lang: 'fr' } }],
      abilities: { edit: true, submit: false, withdraw: true },
    });
    expect(stuck.conflicts[0]?.now).toContain('caisse');
    expect(told(await review.move(review.moderator, stuck, 'accept'))).toEqual([409, 'amendment.conflict']);
    const now = (await review.clauseById(clause.id)) as ClauseView;
    const settled = await ok<ClauseAmendmentView>(
      review.author.patch(`/api/v1/clause-amendments/${rival.id}`, {
        reason: 'Still.',
        lang: 'fr',
        changes: [replaced(now, 'Créer une banque.')],
        version: stuck.version,
      }),
    );
    expect(settled).toMatchObject({ state: 'submitted', conflicts: [], abilities: { edit: false } });
    await ok(review.move(review.moderator, settled, 'accept'));
    expect(wordsOf(await review.clauseById(clause.id))).toBe('Créer une banque.');
  });

  it('to a clause that was deleted meanwhile shows what it wanted; as it was again, nothing is in its way', async () => {
    const clause = await review.other();
    const path = `${review.path}/text-versions`;
    const kept = await ok<{ number: number }>(review.moderator.post(path, { name: 'Before' }), 201);
    const one = await review.amended([replaced(clause, FUND)]);
    await ok(review.moderator.delete(`${review.path}/clauses/${clause.id}`));
    expect(await review.show(one)).toMatchObject({ changes: [], conflicts: [{ now: null }] });
    await ok(review.moderator.post(`${path}/${kept.number}/restore`));
    expect(await review.show(one)).toMatchObject({ conflicts: [], changes: [{ now: FUND }] });
  });

  it('whose words an editor wrote in the meantime can be accepted and not be voted on', async () => {
    const clause = await review.other();
    const one = await review.amended([replaced(clause, FUND)]);
    await review.write(clause.id, { fr: FUND });
    const view = await review.show(one, review.moderator);
    expect(view).toMatchObject({ changes: [], conflicts: [], abilities: { putToVote: false, accept: true } });
    const taken = await ok<ClauseAmendmentView>(review.move(review.moderator, view, 'accept'));
    expect(taken).toMatchObject({ state: 'accepted', changes: [{ was: wordsOf(clause), now: FUND }] });
  });
});

describe('what is no amendment', () => {
  it('is refused: of words that were not seen, of clauses that are not there, of nothing, twice of one', async () => {
    const clause = await review.clause();
    const codes = async (...changes: object[]) => {
      const { status, body } = await review.propose(changes);
      return [status, body.code, body.fields?.[0]?.field];
    };
    expect(await codes({ ...replaced(clause, 'x'), was: 'Other words.' })).toEqual([
      409,
      'object.changed',
      'changes.0',
    ]);
    expect(await codes({ ...deleted(clause), clauseId: newId() })).toEqual([
      404,
      'object.missing',
      'changes.0',
    ]);
    expect(await codes(inserted({ id: newId() } as ClauseView, 'x'))).toEqual([
      404,
      'object.missing',
      'changes.0',
    ]);
    expect(await codes(replaced(clause, wordsOf(clause)))).toEqual([400, 'amendment.nothing', undefined]);
    expect(await codes(deleted(clause), replaced(clause, 'x'))).toEqual([
      400,
      'request.invalid',
      'changes.1',
    ]);
  });

  it.each<[string, object[]]>([
    ['nothing', []],
    ['no kind', [{ clauseId: newId(), text: 'x' }]],
    ['no words', [{ kind: 'insert', after: null, text: ' \u202e ' }]],
    ['no place', [{ kind: 'insert', text: 'x' }]],
    ['no number', [{ kind: 'replace', clauseId: '1', was: '', text: 'x' }]],
    ['too long', [{ kind: 'insert', after: null, text: 'x'.repeat(CLAUSE_AMENDMENT_LIMITS.text + 1) }]],
    ['a text that is none', [{ kind: 'insert', after: null, text: { $ne: 1 } }]],
    [
      'too many',
      Array.from({ length: CLAUSE_AMENDMENT_LIMITS.changes + 1 }, () => ({
        kind: 'insert',
        after: null,
        text: 'x',
      })),
    ],
  ])('is refused: %s', async (_, changes) => {
    expect(told(await review.propose(changes))).toEqual([400, 'request.invalid']);
  });

  it('takes any words as words: cleaned, kept and brought into the text', async () => {
    const clause = await review.clause();
    const texts = NAUGHTY.filter((text) => text.trim() !== '').slice(0, CLAUSE_AMENDMENT_LIMITS.changes);
    const { status, body } = await review.propose(texts.map((text) => inserted(clause, text)));
    if (status !== 201) throw new Error(JSON.stringify(body));
    const one = await ok<ClauseAmendmentView>(review.move(review.author, body, 'submit'));
    await ok(review.move(review.moderator, one, 'accept'));
    const { clauses } = await review.appeal();
    const at = clauses.findIndex(({ id }) => id === clause.id) + 1;
    expect(clauses.slice(at, at + one.changes.length).map(wordsOf)).toEqual(
      one.changes.map(({ now }) => now),
    );
  });

  it('are more than one person can have open', async () => {
    const clause = await review.clause();
    const one = await review.amended([deleted(clause)]);
    await test.db.query(
      `INSERT INTO clause_amendment (id, forum_id, appeal_id, number, author_id, reason, lang, based_on, changes, created_at)
       SELECT gen_random_uuid(), forum_id, appeal_id, 100 + n, author_id, reason, lang, based_on, changes, created_at
         FROM clause_amendment, generate_series(1, $2::int) n WHERE id = $1`,
      [one.id, CLAUSE_AMENDMENT_LIMITS.open - 1],
    );
    expect(told(await review.propose([deleted(clause)]))).toEqual([409, 'clause-amendment.too-many']);
  });
});

describe('the appeal', () => {
  const asks =
    (name: string, more: object = {}) =>
    async () => {
      const { version } = await review.appeal();
      return told(
        await review.moderator.post<{ code?: string }>(`${review.path}/${name}`, { version, ...more }),
      );
    };
  const redraft = asks('redraft', { reason: 'More work is needed.' });
  const adopt = asks('adoption');

  it('is not put to adoption while an amendment is open; drafts hold up nothing', async () => {
    const clause = await review.clause();
    await ok(review.propose([deleted(clause)]), 201);
    const one = await review.amended([deleted(clause)]);
    await approveAll(review.debate.hall, review.id);
    const { missing } = await review.appeal();
    expect(missing).toContainEqual({
      code: 'appeal.amendments-open',
      blocks: 'adoption',
      count: 1,
      clauseIds: [],
    });
    expect(await adopt()).toEqual([409, 'appeal.amendments-open']);
    await ok(review.move(review.author, await review.show(one), 'withdraw'));
    expect(await adopt()).toEqual([200, undefined]);
  });

  it('that is being drafted again takes no amendments and decides none; what is open waits for the next review', async () => {
    const clause = await review.clause();
    const one = await review.amended([replaced(clause, 'Confier la moitié du budget.')]);
    expect(await redraft()).toEqual([200, undefined]);
    expect(told(await review.propose([deleted(clause)]))).toEqual([409, 'amendment.closed']);
    expect(told(await review.move(review.moderator, one, 'accept'))).toEqual([409, 'amendment.closed']);
    expect((await review.list()).abilities).toEqual({ propose: false, putToVote: false });
    expect(await asks('review')()).toEqual([200, undefined]);
    expect((await ok<ClauseAmendmentView>(review.move(review.moderator, one, 'accept'))).state).toBe(
      'accepted',
    );
  });
});

describe('a vote on amendments to clauses', () => {
  let chair: Chair;
  beforeEach(async () => {
    chair = await Chair.of(test, review.debate.hall.forum);
  });
  const prepare = ({ id }: ClauseAmendmentView, terms: object = { rule: SIMPLE }) =>
    review.moderator.post<PollView & { code?: string }>(
      `/api/v1/forums/${review.debate.hall.forum.slug}/polls`,
      { sessionId: chair.sessionId, subject: { kind: 'clause-amendment', id }, terms },
    );
  const vote = async (poll: PollView, choice: 'yes' | 'no'): Promise<PollView> => {
    await chair.move(poll, 'open');
    await castVote(await chair.see(poll), review.debate.hall.delegate, { choice });
    return chair.move(poll, 'close');
  };

  it('are held in the order of the rule; what is adopted is in the text, what collides falls with its poll', async () => {
    const [clause, other] = [await review.clause(), await review.other()];
    const mild = await review.amended([replaced(clause, wordsOf(clause).replace('une part', 'la moitié'))]);
    const strong = await review.amended([replaced(clause, 'Tout confier aux habitants sans tarder.')]);
    const apart = await review.amended([replaced(other, FUND)]);
    const before = await review.list(review.debate.hall.observer.client);
    expect(before.collisions).toMatchObject([{ clauseId: clause.id, about: 'words' }]);
    expect(before.order.consequences.excludes).toHaveLength(1);
    const { amendmentIds } = before.order;
    expect([...amendmentIds].sort()).toEqual([mild.id, strong.id, apart.id].sort());
    expect(amendmentIds.indexOf(strong.id)).toBeLessThan(amendmentIds.indexOf(mild.id));
    expect(told(await prepare(mild))).toEqual([409, 'clause-amendment.turn']);
    const { pollIds } = await ok<PreparedPolls>(
      review.moderator.post(`${review.path}/amendments/polls`, {
        sessionId: chair.sessionId,
        terms: { rule: SIMPLE },
      }),
      201,
    );
    const polls = await Promise.all(pollIds.map((id) => chair.see({ id })));
    const pollOf = ({ id }: ClauseAmendmentView) => polls[amendmentIds.indexOf(id)] as PollView;
    expect(pollOf(strong).question).toMatchObject({
      ar: expect.stringContaining('التعديل 2'),
      fr: expect.stringContaining('l’amendement 2'),
      en: expect.stringContaining('amendment 2'),
    });
    expect(told(await chair.tries(pollOf(mild), 'open'))).toEqual([409, 'clause-amendment.turn']);
    // A vote that is prepared is the chair's; once it is open everybody finds it from the amendment.
    const found = async (client: BrowserClient) =>
      (await review.list(client)).amendments.map(({ pollId }) => pollId);
    expect(new Set(await found(review.moderator))).toEqual(new Set(pollIds));
    expect(await found(review.debate.hall.observer.client)).toEqual([null, null, null]);
    const closed = await vote(pollOf(strong), 'yes');
    expect(closed).toMatchObject({ state: 'published', result: { adopted: true } });
    const after = new Map((await review.list()).amendments.map(({ id, state }) => [id, state]));
    expect([strong, mild, apart].map(({ id }) => after.get(id))).toEqual(['adopted', 'fallen', 'voted']);
    expect((await chair.see(pollOf(mild))).state).toBe('annulled');
    const adopted = (await review.clauseById(clause.id)) as ClauseView;
    expect(wordsOf(adopted)).toBe('Tout confier aux habitants sans tarder.');
    expect(adopted.sources.map(({ use }) => use)).toEqual(clause.sources.map(() => 'inspired'));
    expect((await chair.record(closed)).definition.subject).toMatchObject({
      kind: 'clause-amendment',
      textHashes: { fr: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect((await vote(pollOf(apart), 'no')).state).toBe('published');
    expect(await review.show(apart)).toMatchObject({ state: 'rejected', pollId: pollOf(apart).id });
    expect(wordsOf(await review.clauseById(other.id))).toBe(wordsOf(other));
  });

  it('that lacks its quorum, or is annulled, leaves the amendment as it was', async () => {
    const one = await review.amended([deleted(await review.other())]);
    const quorum = { num: 1, den: 1, of: 'entitled' };
    const poll = await ok<PollView>(prepare(one, { rule: { ...SIMPLE, quorum } }), 201);
    await vote(poll, 'yes');
    expect(await review.show(one)).toMatchObject({ state: 'submitted', decision: null });
    const again = await ok<PollView>(prepare(await review.show(one)), 201);
    await chair.move(again, 'annul', { reason: 'Tomorrow.' });
    expect((await review.show(one)).state).toBe('submitted');
  });

  it('puts the words that were voted on into the text, whatever an editor typed there during the vote', async () => {
    const [clause, other] = [await review.clause(), await review.other()];
    const one = await review.amended([
      replaced(clause, 'Confier la moitié du budget.'),
      inserted(other, 'Rendre compte.'),
    ]);
    const poll = await ok<PollView>(prepare(one), 201);
    await chair.move(poll, 'open');
    await review.write(clause.id, { fr: 'Autre chose.' });
    await ok(review.moderator.delete(`${review.path}/clauses/${other.id}`));
    await castVote(await chair.see(poll), review.debate.hall.delegate, { choice: 'yes' });
    await chair.move(poll, 'close');
    const texts = (await review.appeal()).clauses.map(wordsOf);
    expect(texts).toContain('Confier la moitié du budget.');
    expect(texts).toContain('Rendre compte.');
    expect(texts).not.toContain('Autre chose.');
    const added = (await review.appeal()).clauses.find((each) => wordsOf(each) === 'Rendre compte.');
    expect(added?.editorial).toBe('Amendement 1, adopté par un vote');
  });

  it('is not opened on words that were changed since, nor is an acceptance pushed in before it', async () => {
    const [clause, other] = [await review.clause(), await review.other()];
    const one = await review.amended([replaced(clause, 'Confier la moitié du budget.')]);
    const apart = await review.amended([replaced(other, FUND)]);
    const poll = await ok<PollView>(prepare(one), 201);
    expect(told(await review.move(review.moderator, apart, 'accept'))).toEqual([409, 'amendment.open']);
    const { version } = await review.appeal();
    const back = { version, reason: 'More work is needed.' };
    expect(told(await review.moderator.post<{ code?: string }>(`${review.path}/redraft`, back))).toEqual([
      409,
      'appeal.being-voted',
    ]);
    await review.write(clause.id, { fr: 'Autre chose.' });
    expect(told(await chair.tries(poll, 'open'))).toEqual([409, 'amendment.conflict']);
    expect(await review.show(one)).toMatchObject({ state: 'voted', conflicts: [{ now: 'Autre chose.' }] });
  });
});

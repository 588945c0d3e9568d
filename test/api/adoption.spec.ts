import type { AppealView } from '../../src/appeal/appeal.contract.js';
import type { TextVersionSummary } from '../../src/appeal/document/versions.contract.js';
import { LANGS } from '../../src/kernel/localized.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { approveAll, putToAdoption, voteOn } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled } from '../support/drafts.js';
import { castVote, SIMPLE } from '../support/polls.js';

let test: TestApp;
let debate: Debate;
let id: string;
let one: string;

beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
});
afterAll(() => test.stop());
beforeEach(async () => {
  debate = await makeDebate(test);
  id = (await compiled(debate)).id;
  one = `/api/v1/appeals/${id}`;
});

const chair = () => debate.hall.moderator.client;
const show = async () => (await chair().get<AppealView>(one)).body;
const move = async (name: 'review' | 'adoption' | 'redraft', more: object = {}) =>
  chair().post<AppealView & { code?: string }>(`${one}/${name}`, {
    version: (await show()).version,
    ...more,
  });
const codes = ({ missing }: AppealView, step: string) =>
  missing.filter(({ blocks }) => blocks === step).map(({ code }) => code);

async function prepare(subject: { kind: string; id: string }) {
  const [session] = await test.db.query("SELECT id FROM session WHERE forum_id = $1 AND state = 'running'", [
    debate.hall.forum.id,
  ]);
  const body = { sessionId: session.id, subject, terms: { rule: SIMPLE } };
  return chair().post<PollView & { code?: string }>(`/api/v1/forums/${debate.hall.forum.slug}/polls`, body);
}

describe('putting an appeal to adoption', () => {
  it('waits until somebody stands for every clause in each language, and says where', async () => {
    const drafted = await show();
    expect(codes(drafted, 'adoption')).toEqual(['appeal.words-missing', 'appeal.words-unapproved']);
    expect((await move('adoption')).body).toMatchObject({ code: 'appeal.state' });
    expect((await move('review')).body).toMatchObject({ state: 'reviewing', abilities: { edit: true } });
    expect((await move('adoption')).body).toMatchObject({ code: 'appeal.words-missing' });
    await approveAll(debate.hall, id);
    const ready = await show();
    expect(codes(ready, 'adoption')).toEqual([]);
    const clause = ready.clauses.at(-1) as AppealView['clauses'][number];
    const source = LANGS.find((lang) => lang === clause.lang) ?? 'fr';
    await chair().patch(`${one}/clauses/${clause.id}`, {
      texts: { [source]: `${clause.texts[source]} Partout.` },
      version: clause.version,
    });
    // Who approved the translations compared them with other words.
    const changed = await show();
    expect(changed.missing.filter(({ blocks }) => blocks === 'adoption')).toEqual([
      { code: 'appeal.words-stale', blocks: 'adoption', count: 3, clauseIds: [clause.id] },
    ]);
    expect((await move('adoption')).body).toMatchObject({ code: 'appeal.words-stale' });
    await approveAll(debate.hall, id);
    expect((await move('adoption')).body).toMatchObject({
      state: 'adopting',
      abilities: { edit: false, decideFates: true, putToVote: true, redraft: true },
    });
  });

  it('keeps the text as it was when the review was opened', async () => {
    await move('review');
    const { body } = await chair().get<{ items: TextVersionSummary[] }>(`${one}/text-versions`);
    expect(body.items).toMatchObject([{ number: 1, name: expect.stringContaining('Before the review') }]);
  });

  it('of two who move it at once one is told', async () => {
    const { version } = await show();
    const both = await Promise.all(
      [debate.hall.moderator, debate.hall.organiser].map(({ client }) =>
        client.post(`${one}/review`, { version }),
      ),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('stands still: neither words nor sources are written, fates are still decided', async () => {
    const { clauses } = await putToAdoption(debate.hall, id);
    const clause = clauses[0] as AppealView['clauses'][number];
    const edit = { texts: { fr: 'Autre chose.' }, version: clause.version };
    expect((await chair().patch(`${one}/clauses/${clause.id}`, edit)).body).toMatchObject({
      code: 'appeal.state',
    });
    expect((await chair().delete(`${one}/clauses/${clause.id}/approvals/fr`)).status).toBe(409);
    expect((await chair().post(debate.path, { lang: 'fr' })).body).toMatchObject({ code: 'appeal.state' });
    expect((await chair().post<AppealView>(`${one}/fates`, {})).body.coverage).toMatchObject({
      confirmed: 4,
    });
  });
});

describe('the vote on an appeal', () => {
  it('freezes the text of each language, and adopts it with the result', async () => {
    const { textHash } = await putToAdoption(debate.hall, id);
    const poll = await voteOn(debate.hall, { kind: 'appeal', id });
    const adopted = await show();
    expect(adopted).toMatchObject({
      state: 'adopted',
      textHash,
      adoption: { textHash, pollId: poll.id, roundId: poll.roundId },
      abilities: { edit: false, putToVote: false, publish: true, redraft: true },
    });
    const record = await chair().get<{ definition: { subject: { textHashes: object } } }>(
      `/api/v1/rounds/${poll.roundId}/record`,
    );
    expect(Object.keys(record.body.definition.subject.textHashes).sort()).toEqual(['ar', 'en', 'fr']);
    expect((await move('redraft', { reason: ' ' })).status).toBe(400);
    await chair().post(`${one}/fates`, {});
    expect((await show()).missing).toEqual([]);
  });

  it('that is lost sends it back to the review, and it can be put to adoption again', async () => {
    await putToAdoption(debate.hall, id);
    await voteOn(debate.hall, { kind: 'appeal', id }, 'no');
    expect(await show()).toMatchObject({ state: 'reviewing', adoption: null, abilities: { edit: true } });
    expect((await move('adoption')).body).toMatchObject({ state: 'adopting' });
    await voteOn(debate.hall, { kind: 'appeal', id });
    expect(await show()).toMatchObject({ state: 'adopted' });
  });

  it('is one at a time, holds the text, and frees it when it is annulled', async () => {
    expect((await prepare({ kind: 'appeal', id })).body).toMatchObject({ code: 'appeal.state' });
    const { clauses } = await putToAdoption(debate.hall, id);
    const clause = clauses.find(({ kind }) => kind === 'operative') as AppealView['clauses'][number];
    const asked = [prepare({ kind: 'appeal', id }), prepare({ kind: 'clause', id: clause.id })];
    const both = await Promise.all(asked);
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(both.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'appeal.being-voted' });
    expect((await move('redraft', { reason: 'Trop tôt.' })).body).toMatchObject({
      code: 'appeal.being-voted',
    });
    const poll = both.find(({ status }) => status === 201)?.body as PollView;
    await chair().post(`/api/v1/polls/${poll.id}/annul`, { version: poll.version, reason: 'Trop tôt.' });
    expect((await move('redraft', { reason: 'Trop tôt.' })).body).toMatchObject({ state: 'drafting' });
    const [event] = await test.db.query(
      "SELECT payload FROM event WHERE subject_id = $1 AND type = 'appeal.redrafted'",
      [id],
    );
    expect(event.payload).toMatchObject({ reason: 'Trop tôt.' });
  });

  it('adopts what was frozen, also where a heading is renamed while people vote: that is other words', async () => {
    const { textHash } = await putToAdoption(debate.hall, id);
    const { body: poll } = await prepare({ kind: 'appeal', id });
    const opened = await chair().post<PollView>(`/api/v1/polls/${poll.id}/open`, { version: poll.version });
    for (const person of [debate.hall.delegate, debate.hall.otherDelegate])
      await castVote(opened.body, person, { choice: 'yes' });
    const renamed = { ar: 'محور', fr: 'Un autre thème', en: 'Another topic' };
    await test.db.query('UPDATE topic SET name = $2 WHERE forum_id = $1', [debate.hall.forum.id, renamed]);
    const { version } = (await chair().get<PollView>(`/api/v1/polls/${poll.id}`)).body;
    await chair().post(`/api/v1/polls/${poll.id}/close`, { version });
    const view = await show();
    expect(view).toMatchObject({ state: 'adopted', adoption: { textHash } });
    expect(view.textHash).not.toBe(textHash);
    expect(codes(view, 'publication')).toContain('appeal.not-adopted');
  });

  it('needs no second one for the same words, and another one for others', async () => {
    const { textHash } = await putToAdoption(debate.hall, id);
    await voteOn(debate.hall, { kind: 'appeal', id });
    const { body: redrafted } = await move('redraft', { reason: 'Un titre.' });
    const title = { ...redrafted.title, fr: 'Un autre titre' };
    const { body: renamed } = await chair().patch<AppealView>(one, { title, version: redrafted.version });
    expect(renamed.textHash).not.toBe(textHash);
    expect(codes(renamed, 'publication')).toContain('appeal.not-adopted');
    await move('review');
    expect((await move('adoption')).body).toMatchObject({ state: 'adopting' });
    await move('redraft', { reason: 'Non.' });
    await chair().patch(one, { title: redrafted.title, version: (await show()).version });
    await move('review');
    expect((await move('adoption')).body).toMatchObject({ state: 'adopted', textHash });
  });
});

describe('the publication of an adopted appeal', () => {
  it('waits for a new compile where what was compiled is no longer all public', async () => {
    await putToAdoption(debate.hall, id);
    await voteOn(debate.hall, { kind: 'appeal', id });
    const { body: ready } = await chair().post<AppealView>(`${one}/fates`, {});
    expect(ready.missing).toEqual([]);
    // A greeting that no clause rests on: it would go out with the bundle all the same.
    await test.db.query('DELETE FROM post WHERE id = $1', [debate.posts[1]]);
    const outdated = { code: 'appeal.compile-outdated', blocks: 'publication', count: 1, clauseIds: [] };
    const view = await show();
    expect(view.missing).toEqual([outdated]);
    const { body, status } = await chair().post(`${one}/publish`, { version: view.version });
    expect([status, body]).toMatchObject([409, { code: outdated.code, missing: [outdated] }]);
    await move('redraft', { reason: 'Une contribution a été retirée.' });
    await compiled(debate);
    expect((await show()).missing.map(({ code }) => code)).not.toContain(outdated.code);
  });
});

describe('a proposal that its authors withdrew', () => {
  it('holds up the publication while a clause rests on it, and is no source any more', async () => {
    await putToAdoption(debate.hall, id);
    await voteOn(debate.hall, { kind: 'appeal', id });
    const { body: ready } = await chair().post<AppealView>(`${one}/fates`, {});
    expect(ready.missing).toEqual([]);
    const rests = ready.clauses.find(({ sources }) => sources[0]?.contribution.id === debate.open);
    await test.db.query("UPDATE proposal SET state = 'withdrawn' WHERE id = $1", [debate.open]);
    const gone = { code: 'source.not-found', blocks: 'publication', count: 1, clauseIds: [rests?.id] };
    expect((await show()).missing).toEqual([gone]);
    const { status } = await chair().post(`${one}/publish`, { version: (await show()).version });
    expect(status).toBe(409);
    await move('redraft', { reason: 'Une proposition a été retirée.' });
    const added = await chair().post(`${one}/clauses/${rests?.id}/sources`, {
      ...{ contribution: { kind: 'proposal', id: debate.open }, use: 'inspired' },
      quote: 'Créer un fonds commun',
    });
    expect(added).toMatchObject({ status: 409, body: { code: 'source.not-found' } });
    // Somebody translated the clause, so that it is theirs to let go.
    const [offered] = (await compiled(debate)).suggestions;
    expect(offered).toMatchObject({ clauseId: rests?.id, theirs: null });
    await chair().post(`${one}/suggestions/${offered?.id}`, { decision: 'take', version: offered?.version });
    const after = await show();
    const named = after.clauses.flatMap(({ sources }) => sources.map(({ contribution }) => contribution.id));
    expect(named).not.toContain(debate.open);
    expect(after.missing.map(({ code }) => code)).not.toContain(gone.code);
  });
});

describe('a vote on one clause', () => {
  it('leaves it where it is kept, and takes it out of the text where it is not, before the whole is voted on', async () => {
    const before = await putToAdoption(debate.hall, id);
    const [kept, lost] = before.clauses.filter(
      ({ kind, editorial }) => kind === 'operative' && editorial !== 'template',
    ) as AppealView['clauses'];
    const first = await voteOn(debate.hall, { kind: 'clause', id: kept?.id as string });
    expect(first.question.en).toMatch(/^Do you keep clause 1: “/);
    expect((await show()).textHash).toBe(before.textHash);
    await voteOn(debate.hall, { kind: 'clause', id: lost?.id as string }, 'no');
    const after = await show();
    expect(after).toMatchObject({ state: 'adopting' });
    expect(after.clauses.map((clause) => clause.id)).toEqual(
      before.clauses.map((clause) => clause.id).filter((each) => each !== lost?.id),
    );
    expect(after.textHash).not.toBe(before.textHash);
    expect(codes(after, 'adoption')).toEqual([]);
    await voteOn(debate.hall, { kind: 'appeal', id });
    expect(await show()).toMatchObject({ state: 'adopted', adoption: { textHash: after.textHash } });
  });

  it('is not held on a clause of another forum, nor while the text is written', async () => {
    const { clauses } = await show();
    const clause = clauses[0] as AppealView['clauses'][number];
    expect((await prepare({ kind: 'clause', id: clause.id })).body).toMatchObject({ code: 'appeal.state' });
    const other = await makeDebate(test);
    const draft = await compiled(other);
    await putToAdoption(other.hall, draft.id);
    expect((await prepare({ kind: 'clause', id: draft.clauses[0]?.id as string })).status).toBe(404);
    expect((await prepare({ kind: 'appeal', id: draft.id })).status).toBe(404);
  });
});

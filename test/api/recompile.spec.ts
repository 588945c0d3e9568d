import type { AppealView, FateView, SuggestionView } from '../../src/appeal/appeal.contract.js';
import type { Page } from '../../src/kernel/pagination.js';
import { approveAll } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { endorse, makeProposal, makeThread } from '../support/contributions.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, ledBy, settled, textsOf } from '../support/drafts.js';
import { inAll } from '../support/people.js';

let test: TestApp;
let debate: Debate;
let draft: AppealView;
let one: string;

const NEW = 'Nous nous engageons à confier aux habitants un dixième du budget de chaque ville.';
const OWN = { fr: 'Nous confions aux habitants une part de chaque budget.' };

beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
});
afterAll(() => test.stop());
beforeEach(async () => {
  debate = await makeDebate(test);
  draft = await compiled(debate);
  one = `/api/v1/appeals/${draft.id}`;
});

const moderator = () => debate.hall.moderator.client;
/** The author has other words now, in every language. */
const reword = (fr: string) =>
  test.db.query(
    "UPDATE proposal_text SET plain = CASE lang WHEN 'fr' THEN $2 ELSE 'Budget.' END WHERE proposal_id = $1",
    [debate.adopted, fr],
  );
async function edit(texts: object = OWN): Promise<AppealView> {
  const { id, version } = ledBy(draft, debate.adopted);
  return (await moderator().patch<AppealView>(`${one}/clauses/${id}`, { texts, version })).body;
}
const remove = (id: string) => moderator().delete<AppealView>(`${one}/clauses/${id}`);
/** Everything that is quoted: under clauses, and of what was discussed. */
const named = ({ clauses, discussed }: AppealView): string[] => [
  ...clauses.flatMap(({ sources }) => sources.map(({ contribution }) => contribution.id)),
  ...discussed.flatMap(({ quotes }) => quotes.map(({ contribution }) => contribution.id)),
];
const decide = (view: AppealView, decision: string, client = moderator()) => {
  const { id, version } = view.suggestions[0] as SuggestionView;
  return client.post<AppealView>(`${one}/suggestions/${id}`, { decision, version });
};

describe('a new compile', () => {
  it('follows the contributions where nobody edited: same clauses, same ids', async () => {
    await reword(NEW);
    const again = await compiled(debate);
    expect(again).toMatchObject({ id: draft.id, suggestions: [] });
    expect(again.clauses.map(({ id }) => id)).toEqual(draft.clauses.map(({ id }) => id));
    expect(ledBy(again, debate.adopted)).toMatchObject({ texts: { fr: NEW }, version: 2 });
  });

  it('leaves what people wrote, moved, added and took out, and brings in what is new', async () => {
    const { client } = debate.hall.moderator;
    const own = { kind: 'operative', lang: 'fr', texts: { fr: 'Une clause à nous.' }, editorial: 'Voulu.' };
    await client.post(`${one}/clauses`, { ...own, position: 0 });
    await edit();
    const removed = await remove(ledBy(draft, debate.open).id);
    const fresh = await makeProposal(
      test,
      debate.hall,
      debate.hall.delegate,
      { fr: { title: 'Écoles', text: 'Ouvrir les archives de chaque ville aux écoles des quartiers.' } },
      { number: 9 },
    );
    await endorse(test, debate.hall.forum.id, fresh, debate.hall.otherDelegate);
    const again = await compiled(debate);
    expect(again.suggestions).toEqual([]);
    expect(ledBy(again, debate.adopted).texts.fr).toBe(OWN.fr);
    expect(ledBy(again, fresh).texts.fr).toMatch(/^Ouvrir les archives/);
    const known = new Set(removed.body.clauses.map(({ id }) => id));
    expect(again.clauses.filter(({ id }) => known.has(id)).map(({ id }) => id)).toEqual([...known]);
    expect(again.clauses.map(({ position }) => position)).toEqual(again.clauses.map((_, i) => i));
    expect(again.clauses.flatMap(({ sources }) => sources.map((each) => each.contribution.id))).not.toContain(
      debate.open,
    );
  });

  it('suggests what it cannot change, keeps the editors’ words meanwhile, and holds up the publication', async () => {
    await edit();
    await reword(NEW);
    const again = await compiled(debate);
    const clause = ledBy(again, debate.adopted);
    expect(clause.texts.fr).toBe(OWN.fr);
    expect(again.suggestions).toEqual([
      {
        ...{ id: expect.anything(), clauseId: clause.id, version: clause.version },
        base: expect.objectContaining({ texts: ledBy(draft, debate.adopted).texts }),
        ours: expect.objectContaining({ texts: clause.texts }),
        theirs: expect.objectContaining({ texts: expect.objectContaining({ fr: NEW }) }),
        both: null,
      },
    ]);
    const { body } = await moderator().post<AppealView>(`${one}/fates`, {});
    expect(body.missing).toContainEqual(
      expect.objectContaining({ code: 'appeal.suggestions-open', blocks: 'adoption', count: 1 }),
    );
    await approveAll(debate.hall, draft.id);
    const { version } = (await moderator().get<AppealView>(one)).body;
    const { body: reviewed } = await moderator().post<AppealView>(`${one}/review`, { version });
    const refused = await moderator().post(`${one}/adoption`, { version: reviewed.version });
    expect(refused.body).toMatchObject({ code: 'appeal.suggestions-open' });
    const { version: seen } = reviewed;
    await moderator().post(`${one}/redraft`, { version: seen, reason: 'Il reste à décider.' });
    // Delegates read the draft; what is suggested is for who decides.
    expect((await debate.hall.delegate.client.get<AppealView>(one)).body.suggestions).toEqual([]);
    // Compiled once more, the same is suggested once.
    expect((await compiled(debate)).suggestions).toHaveLength(1);
  });

  it('drops what was withdrawn and what is no longer there, from clauses, sources and what was discussed', async () => {
    const { hall } = debate;
    const [first, second] = await makeThread(test, hall, 'Les comptes', [
      {
        author: hall.delegate,
        lang: 'fr',
        text: 'Chaque ville doit publier une fois par an les comptes des médinas.',
      },
      {
        author: hall.otherDelegate,
        lang: 'fr',
        text: 'Il faut que les jeunes soient appelés à restaurer le patrimoine des villes.',
      },
    ]);
    const before = await compiled(debate);
    expect(named(before)).toEqual(expect.arrayContaining([debate.open, first, second]));
    await test.db.query("UPDATE proposal SET state = 'withdrawn' WHERE id = $1", [debate.open]);
    await test.db.query('DELETE FROM post WHERE id = $1', [second]);
    // At once, before anything is compiled again: who is gone is not quoted.
    const { body: now } = await moderator().get<AppealView>(one);
    expect(now.discussed.flatMap(({ quotes }) => quotes.map((each) => each.contribution.id))).toEqual([
      first,
    ]);
    const after = named(await compiled(debate));
    expect(after).not.toContain(debate.open);
    expect(after).not.toContain(second);
  });

  it('keeps a title and fates that people decided, and lets the others follow', async () => {
    const title = inAll('Notre appel');
    await moderator().patch(one, { title, version: draft.version });
    const contribution = { kind: 'proposal', id: debate.open };
    await moderator().post(`${one}/fates`, {
      items: [{ contribution, fate: 'deferred', reason: 'Plus tard.' }],
    });
    const again = await compiled(debate);
    expect(again.title).toEqual(title);
    const { body } = await moderator().get<Page<FateView>>(`${one}/fates`);
    expect(body.items.filter(({ confirmed }) => confirmed)).toEqual([
      expect.objectContaining({ contribution, fate: 'deferred', reason: 'Plus tard.' }),
    ]);
    expect(body.items).toHaveLength(4);
  });

  it('offers to drop an edited clause that the contributions no longer bear, and leaves it until then', async () => {
    await edit();
    await test.db.query("UPDATE proposal SET state = 'withdrawn' WHERE id = $1", [debate.adopted]);
    const again = await compiled(debate);
    expect(ledBy(again, debate.adopted).texts.fr).toBe(OWN.fr);
    expect(again.suggestions).toEqual([expect.objectContaining({ theirs: null, both: null })]);
    const { body } = await moderator().get<Page<FateView>>(`${one}/fates`);
    // A clause rests on it still: it is used.
    expect(body.items.find(({ contribution }) => contribution.id === debate.adopted)?.fate).toBe('retained');
    const dropped = await decide(again, 'take');
    expect(dropped.body.suggestions).toEqual([]);
    expect(textsOf(dropped.body)).not.toContain(OWN.fr);
  });

  it('leaves the draft as it was where it fails', async () => {
    await edit();
    await test.db.query('ALTER TABLE compiled_clause ADD CONSTRAINT broken CHECK (position < 0) NOT VALID');
    await moderator().post(debate.path, { lang: 'fr' });
    const failed = await settled(debate.hall, draft.id, 'compiling');
    await test.db.query('ALTER TABLE compiled_clause DROP CONSTRAINT broken');
    expect(failed).toMatchObject({
      ...{ state: 'drafting', error: 'appeal.compile-failed', abilities: { edit: true, recompile: true } },
    });
    expect(ledBy(failed, debate.adopted).texts.fr).toBe(OWN.fr);
    expect(await compiled(debate)).toMatchObject({ state: 'drafting', error: null });
  });
});

describe('a suggestion', () => {
  beforeEach(async () => {
    await edit();
    await reword(NEW);
  });

  it('is taken: the compile’s words and what they rest on stand in the clause', async () => {
    const taken = await decide(await compiled(debate), 'take');
    const clause = ledBy(taken.body, debate.adopted);
    expect(clause.texts.fr).toBe(NEW);
    expect(clause.sources.map(({ quote, use }) => [quote, use])).toEqual([[NEW, 'verbatim']]);
    expect((await compiled(debate)).suggestions).toEqual([]);
  });

  it('is turned down, and not made again', async () => {
    const kept = await decide(await compiled(debate), 'keep');
    expect(kept.body).toMatchObject({ suggestions: [] });
    const again = await compiled(debate);
    expect(again.suggestions).toEqual([]);
    expect(ledBy(again, debate.adopted).texts.fr).toBe(OWN.fr);
  });

  it('has both changes made where they touch different words', async () => {
    const [was, now] = ['aux habitants une part', 'aux habitantes et habitants une part'];
    const text = ledBy(draft, debate.adopted).texts.fr as string;
    const { id, version } = ledBy((await moderator().get<AppealView>(one)).body, debate.adopted);
    await moderator().patch(`${one}/clauses/${id}`, { texts: { fr: text.replace(was, now) }, version });
    await test.db.query("UPDATE proposal_text SET plain = replace(plain, 'chaque ville', 'toute ville')");
    await reword(text.replace('chaque ville', 'toute ville'));
    await test.db.query("DELETE FROM proposal_text WHERE proposal_id = $1 AND lang <> 'fr'", [
      debate.adopted,
    ]);
    const again = await compiled(debate);
    const both = text.replace(was, now).replace('chaque ville', 'toute ville');
    expect(again.suggestions[0]?.both?.fr).toBe(both);
    expect(ledBy((await decide(again, 'both')).body, debate.adopted).texts.fr).toBe(both);
  });

  it('brings back a clause that people took out, where the contributions now say something else', async () => {
    await remove(ledBy(draft, debate.adopted).id);
    const again = await compiled(debate);
    expect(again.suggestions).toEqual([expect.objectContaining({ ours: null, version: null })]);
    expect(textsOf(again)).not.toContain(NEW);
    const back = await decide(again, 'take');
    const [clause, before] = [ledBy(back.body, debate.adopted), ledBy(draft, debate.adopted)];
    expect([clause.id, clause.position]).toEqual([before.id, before.position]);
  });

  it('is decided by one of two who decide at once; the other is told', async () => {
    const view = await compiled(debate);
    const answers = await Promise.all([
      decide(view, 'take'),
      decide(view, 'keep', debate.hall.organiser.client),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const lost = answers.find(({ status }) => status === 409)?.body;
    expect(['suggestion.decided', 'object.changed']).toContain((lost as unknown as { code: string }).code);
    const [{ times }] = await test.db.query(
      "SELECT count(*)::int AS times FROM event WHERE type = 'suggestion.decided' AND subject_id = $1",
      [draft.id],
    );
    expect(times).toBe(1);
  });

  it('is not decided on a clause that was edited since, with both where they fight, or by who may not', async () => {
    const view = await compiled(debate);
    expect((await decide(view, 'both')).body).toMatchObject({ code: 'suggestion.apart' });
    expect((await decide(view, 'keep', debate.hall.delegate.client)).status).toBe(403);
    expect((await decide(view, 'other')).body).toMatchObject({ code: 'request.invalid' });
    const clause = ledBy(view, debate.adopted);
    const texts = { fr: 'Encore autre chose.' };
    await moderator().patch(`${one}/clauses/${clause.id}`, { texts, version: clause.version });
    expect((await decide(view, 'take')).body).toMatchObject({ code: 'object.changed' });
    const unknown = `${one}/suggestions/${clause.id}`;
    expect((await moderator().post(unknown, { decision: 'keep', version: null })).status).toBe(404);
  });
});

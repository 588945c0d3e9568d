import type { AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import {
  type ClauseLanguages,
  type GlossaryView,
  type LanguagesView,
  TERMS_MAX,
} from '../../src/appeal/languages/languages.contract.js';
import { newId } from '../../src/kernel/ids.js';
import type { Lang, Localized } from '../../src/kernel/localized.js';
import { startApp, type TestApp } from '../support/app.js';
import type { Reply } from '../support/browser-client.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled } from '../support/drafts.js';
import { TranslatingMachine } from '../support/translating-machine.js';

type Coded<T> = T & { code?: string };

let test: TestApp;
let machine: TranslatingMachine;
let debate: Debate;
let appeal: AppealView;

beforeAll(async () => {
  machine = await TranslatingMachine.start();
  test = await startApp({ NIDAA_TRANSLATE_URL: `${machine.url}/`, NIDAA_TRANSLATE_KEY: 'a key' });
});
afterAll(async () => {
  await test?.stop();
  await machine?.stop();
});
beforeEach(async () => {
  machine.answer = null;
  debate = await makeDebate(test);
  appeal = await compiled(debate);
});

const moderator = () => debate.hall.moderator.client;
const path = () => `/api/v1/appeals/${appeal.id}`;
/** The clause of the adopted proposal, which has all three languages. */
const clauseOf = (view: AppealView): ClauseView =>
  view.clauses.find(({ sources }) => sources[0]?.contribution.id === debate.adopted) as ClauseView;
const show = async (client = moderator()) => (await client.get<LanguagesView>(`${path()}/languages`)).body;
const languagesOf = async (id: string): Promise<ClauseLanguages> =>
  (await show()).clauses.find(({ clauseId }) => clauseId === id) as ClauseLanguages;
const approve = (id: string, lang: Lang, version: number, client = moderator()) =>
  client.put<Coded<LanguagesView>>(`${path()}/clauses/${id}/approvals/${lang}`, { version });
const translate = (id: string, lang: Lang, version: number, client = moderator()) =>
  client.post<Coded<LanguagesView>>(`${path()}/clauses/${id}/translations/${lang}`, { version });
const write = async (id: string, texts: Partial<Localized>): Promise<ClauseView> => {
  const { version } = await languagesOf(id);
  const { body } = await moderator().patch<AppealView>(`${path()}/clauses/${id}`, { texts, version });
  return body.clauses.find((each) => each.id === id) as ClauseView;
};
const statesOf = ({ languages }: ClauseLanguages): string =>
  (['ar', 'fr', 'en'] as const).map((lang) => languages[lang].state).join(' ');
const told = <T>({ status, body }: Reply<Coded<T>>) => [status, body.code];

describe('the languages of an appeal', () => {
  it('stand side by side, by clause, with what is missing', async () => {
    const view = await show();
    expect(view.clauses.map(({ clauseId }) => clauseId)).toEqual(appeal.clauses.map(({ id }) => id));
    const { id, texts } = clauseOf(appeal);
    const languages = await languagesOf(id);
    expect(statesOf(languages)).toBe('unapproved unapproved unapproved');
    expect(languages).toMatchObject({ source: 'fr', languages: { en: { text: texts.en, machine: false } } });
    expect(view.clauses.map(statesOf)).toContain('missing unapproved missing');
  });

  it('are approved by a person, who is named, for the words that were seen', async () => {
    const { id, version } = clauseOf(appeal);
    for (const lang of ['ar', 'fr', 'en'] as const)
      expect((await approve(id, lang, version)).status).toBe(200);
    const languages = await languagesOf(id);
    expect(statesOf(languages)).toBe('approved approved approved');
    const { accountId } = debate.hall.moderator;
    const [{ name }] = await test.db.query('SELECT name FROM account WHERE id = $1', [accountId]);
    expect(languages.languages.ar).toMatchObject({ approvedBy: name, approvedAt: expect.any(String) });
  });

  it('are stale when the source moves on, and a translation alone when only it does', async () => {
    const { id, version } = clauseOf(appeal);
    for (const lang of ['ar', 'fr', 'en'] as const) await approve(id, lang, version);
    await write(id, { en: 'We entrust residents with a part of the budget.' });
    expect(statesOf(await languagesOf(id))).toBe('approved approved stale');
    const { version: later } = await write(id, { fr: 'Nous confions aux habitants une part du budget.' });
    const languages = await languagesOf(id);
    expect(statesOf(languages)).toBe('stale stale stale');
    expect(languages.languages.en.approvedBy).not.toBeNull();
    await approve(id, 'fr', later);
    expect(statesOf(await languagesOf(id))).toBe('stale approved stale');
  });

  it('are approved of the version that was seen only, and where there are words', async () => {
    const { id, version } = clauseOf(appeal);
    await write(id, { en: 'Other words.' });
    expect(told(await approve(id, 'en', version))).toEqual([409, 'object.changed']);
    const only = appeal.clauses.find(({ texts }) => !texts.ar) as ClauseView;
    expect(told(await approve(only.id, 'ar', only.version))).toEqual([409, 'language.missing']);
    expect(told(await approve(newId(), 'ar', 1))).toEqual([404, 'object.missing']);
    expect((await approve(id, 'de' as Lang, version)).status).toBe(400);
  });

  it('are given back by whoever approved too early', async () => {
    const { id, version } = clauseOf(appeal);
    await approve(id, 'en', version);
    const one = `${path()}/clauses/${id}/approvals/en`;
    expect((await moderator().delete(one)).status).toBe(200);
    expect(statesOf(await languagesOf(id))).toBe('unapproved unapproved unapproved');
    expect((await moderator().delete(one)).status).toBe(404);
  });

  it('are read by everyone with a seat, approved by moderators, and not there for others', async () => {
    const { id, version } = clauseOf(appeal);
    const { delegate, anonymous } = debate.hall;
    expect((await show(delegate.client)).abilities).toEqual({ approve: false, translate: false });
    expect((await show()).abilities).toEqual({ approve: true, translate: true });
    expect((await approve(id, 'en', version, delegate.client)).status).toBe(403);
    expect((await anonymous.get(`${path()}/languages`)).status).toBe(404);
    // Who approved what is for those who work on it, also once the appeal is everybody's to read.
    await test.db.query("UPDATE appeal SET state = 'published' WHERE id = $1", [appeal.id]);
    expect((await anonymous.get(path())).status).toBe(200);
    expect((await anonymous.get(`${path()}/languages`)).status).toBe(404);
    expect((await show()).abilities).toEqual({ approve: false, translate: false });
    expect(told(await translate(id, 'en', version))).toEqual([409, 'appeal.state']);
  });
});

describe('a machine', () => {
  it('translates what is missing, and its words are marked until a person changes them', async () => {
    const only = appeal.clauses.find(({ texts }) => !texts.en) as ClauseView;
    expect((await translate(only.id, 'en', only.version)).status).toBe(200);
    expect(machine.asked.at(-1)).toMatchObject({
      q: only.texts.fr,
      source: 'fr',
      target: 'en',
      api_key: 'a key',
    });
    const { languages, version } = await languagesOf(only.id);
    expect(languages.en).toMatchObject({
      text: `fr→en: ${only.texts.fr}`,
      state: 'unapproved',
      machine: true,
    });
    await approve(only.id, 'en', version);
    expect((await languagesOf(only.id)).languages.en).toMatchObject({ state: 'approved', machine: true });
    await write(only.id, { en: 'A person’s words.' });
    expect((await languagesOf(only.id)).languages.en).toMatchObject({ state: 'stale', machine: false });
  });

  it('never changes what somebody wrote while it was at work', async () => {
    const { id, version } = clauseOf(appeal);
    machine.answer = async (response) => {
      await write(id, { en: 'Written meanwhile.' });
      response.end(JSON.stringify({ translatedText: 'Too late.' }));
    };
    expect(told(await translate(id, 'en', version))).toEqual([409, 'object.changed']);
    expect((await languagesOf(id)).languages.en).toMatchObject({
      text: 'Written meanwhile.',
      machine: false,
    });
  });

  it.each<[string, TranslatingMachine['answer']]>([
    ['is broken', (response) => response.writeHead(500).end('no')],
    ['gives no JSON', (response) => response.end('<html>')],
    ['gives no text', (response) => response.end('{"translatedText":7}')],
    ['gives too much', (response) => response.end(JSON.stringify({ translatedText: 'x'.repeat(100_000) }))],
    ['sends on', (response) => response.writeHead(302, { location: 'http://127.0.0.1:1/' }).end()],
    ['hangs up', (response) => response.destroy()],
  ])('that %s leaves the clause as it was', async (_, answer) => {
    const { id, version, texts } = clauseOf(appeal);
    machine.answer = answer;
    expect(told(await translate(id, 'en', version))).toEqual([503, 'translation.failed']);
    expect((await languagesOf(id)).languages.en.text).toBe(texts.en);
  });

  it('is not asked by delegates, nor for the source itself', async () => {
    const { id, version } = clauseOf(appeal);
    const before = machine.asked.length;
    expect((await translate(id, 'en', version, debate.hall.delegate.client)).status).toBe(403);
    expect(told(await translate(id, 'fr', version))).toEqual([409, 'language.missing']);
    expect(machine.asked).toHaveLength(before);
  });

  it('that nobody configured is not offered', async () => {
    const other = await startApp();
    try {
      const there = await makeDebate(other);
      const { id, clauses } = await compiled(there);
      const { client } = there.hall.moderator;
      const { body } = await client.get<LanguagesView>(`/api/v1/appeals/${id}/languages`);
      expect(body.abilities).toEqual({ approve: true, translate: false });
      const one = `/api/v1/appeals/${id}/clauses/${clauses[0]?.id}/translations/ar`;
      expect(told(await client.post<Coded<object>>(one, { version: clauses[0]?.version }))).toEqual([
        409,
        'translation.off',
      ]);
    } finally {
      await other.stop();
    }
  });
});

describe('the glossary of a forum', () => {
  const BUDGET = { ar: 'ميزانية', fr: 'budget', en: 'budget' };
  const glossary = () => `/api/v1/forums/${debate.hall.forum.slug}/glossary`;
  const add = (words: object, client = moderator()) =>
    client.post<Coded<GlossaryView>>(glossary(), { words });

  it('warns of translations that render a term otherwise, and of no other', async () => {
    expect((await add(BUDGET)).status).toBe(201);
    const { id } = clauseOf(appeal);
    await write(id, { en: 'We entrust residents with a part of the money.' });
    const { languages } = await languagesOf(id);
    expect(languages.en.departures).toEqual([{ term: 'budget', expected: 'budget' }]);
    expect([languages.ar.departures, languages.fr.departures]).toEqual([[], []]);
  });

  it('holds no two that contradict each other, and so many at most', async () => {
    const { body } = await add(BUDGET);
    expect(told(await add({ ...BUDGET, en: 'Money' }))).toEqual([409, 'glossary.contradiction']);
    const removed = await moderator().delete<GlossaryView>(`${glossary()}/${body.items[0]?.id}`);
    expect(removed.body.items).toEqual([]);
    expect((await moderator().delete(`${glossary()}/${body.items[0]?.id}`)).status).toBe(404);
    await test.db.query(
      `INSERT INTO glossary_term SELECT gen_random_uuid(), $1,
              jsonb_build_object('ar', 'كلمة' || n, 'fr', 'mot' || n, 'en', 'word' || n), now()
         FROM generate_series(1, $2::int) n`,
      [debate.hall.forum.id, TERMS_MAX],
    );
    expect(told(await add(BUDGET))).toEqual([409, 'glossary.full']);
  });

  it('is read by who enters the forum and written by moderators, in all three languages', async () => {
    const { delegate } = debate.hall;
    expect((await add(BUDGET, delegate.client)).status).toBe(403);
    expect((await add({ fr: 'budget' })).status).toBe(400);
    expect((await delegate.client.get<GlossaryView>(glossary())).body).toEqual({
      items: [],
      abilities: { edit: false },
    });
  });
});

import type { AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import {
  COMMENT_LIMITS,
  type CommentPlaces,
  type CommentState,
  type CommentThreadView,
} from '../../src/appeal/comments/comments.contract.js';
import { newId } from '../../src/kernel/ids.js';
import type { Lang, PartlyLocalized } from '../../src/kernel/localized.js';
import type { Page } from '../../src/kernel/pagination.js';
import type { NotificationView } from '../../src/notifications/notifications.contract.js';
import type { Hint } from '../../src/platform/realtime/realtime.contract.js';
import { insertClause, joinClauses, removeClause } from '../../src/text/clause-document/clause-edits.js';
import { attributesOf, elementOf } from '../../src/text/clause-document/clause-nodes.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient, Reply } from '../support/browser-client.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, ledBy, settled } from '../support/drafts.js';
import { notified } from '../support/notifications.js';
import { makePerson, type Person } from '../support/people.js';
import { publishAppeal } from '../support/published-appeal.js';
import { SharedText } from '../support/shared-text.js';
import { until } from '../support/until.js';

type Coded<T> = T & { code?: string; fields?: readonly { field: string }[] };
type Thread = Coded<CommentThreadView>;

let test: TestApp;
let debate: Debate;
let appeal: AppealView;
/** Of the adopted proposal: it has all three languages. */
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

const moderator = () => debate.hall.moderator.client;
const delegate = () => debate.hall.delegate.client;
const path = () => `/api/v1/appeals/${appeal.id}`;
const told = <T>({ status, body }: Reply<Coded<T>>) => [status, body.code];

const add = (more: object = {}, client: BrowserClient = delegate()) =>
  client.post<Thread>(`${path()}/comments`, {
    clauseId: clause.id,
    textLang: 'fr',
    body: 'Plutôt un quart ?',
    lang: 'fr',
    ...more,
  });
const on = (exact: string, textLang: Lang = 'fr', clauseId = clause.id) =>
  ok(add({ textLang, clauseId, passage: { exact } }));
async function ok<T>(asked: Promise<Reply<T>>): Promise<T> {
  const { status, body } = await asked;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
const act = (id: string, name: string, body: object, client = delegate()) =>
  client.post<Thread>(`/api/v1/comments/${id}/${name}`, body);
const reply = (id: string, client = moderator(), body = 'Pourquoi un quart ?') =>
  act(id, 'replies', { body, lang: 'fr' }, client);
const show = (id: string, client = delegate()): Promise<Thread> =>
  ok(client.get<Thread>(`/api/v1/comments/${id}`));
const list = (query = '', client = delegate()): Promise<Page<CommentThreadView>> =>
  ok(client.get<Page<CommentThreadView>>(`${path()}/comments${query}`));
const places = (client = delegate()): Promise<CommentPlaces> =>
  ok(client.get<CommentPlaces>(`${path()}/comments/places`));

const view = async (): Promise<AppealView> => (await moderator().get<AppealView>(path())).body;
const clauseIn = async (id: string): Promise<ClauseView | undefined> =>
  (await view()).clauses.find((each) => each.id === id);
async function write(texts: PartlyLocalized, id = clause.id): Promise<void> {
  const { version } = (await clauseIn(id)) as ClauseView;
  await ok(moderator().patch(`${path()}/clauses/${id}`, { texts, version }));
}
/** The words that a comment is about today, with the clause that holds them. */
async function wordsOf(id: string): Promise<[string, string | undefined] | null> {
  const { place, textLang } = await show(id);
  if (!place) return null;
  const text = (await clauseIn(place.clauseId))?.texts[textLang];
  return [place.clauseId, place.start === null ? undefined : text?.slice(place.start, place.end as number)];
}

describe('a comment', () => {
  it('is made on words of a clause, answered, and read by everyone with a seat', async () => {
    const made = await on('une part');
    const { hall } = debate;
    expect(made).toMatchObject({
      appealId: appeal.id,
      clauseId: clause.id,
      textLang: 'fr',
      quote: 'une part',
      onPassage: true,
      state: 'open',
      body: 'Plutôt un quart ?',
      resolved: null,
      version: 1,
      author: { id: hall.delegate.participantId },
      abilities: { edit: true, delete: true, reply: true, resolve: true, reopen: false },
    });
    expect(await wordsOf(made.id)).toEqual([clause.id, 'une part']);
    const answered = await ok(reply(made.id));
    expect(answered).toMatchObject({ id: made.id, version: 1 });
    expect(answered.replies).toMatchObject([{ author: { id: hall.moderator.participantId } }]);
    // An answer to an answer stands beside it.
    const answer = answered.replies[0]?.id as string;
    expect((await ok(reply(answer, hall.otherDelegate.client))).replies).toHaveLength(2);
    for (const { client } of [hall.observer, hall.organiser, hall.otherDelegate])
      expect((await list('', client)).items.map(({ id }) => id)).toEqual([made.id]);
    expect(await show(answer)).toMatchObject({ id: made.id });
    expect((await places(hall.observer.client)).abilities).toEqual({ comment: false });
    expect((await show(made.id, hall.observer.client)).abilities).toEqual({
      edit: false,
      delete: false,
      reply: false,
      resolve: false,
      reopen: false,
    });
  });

  it('is made on a whole clause, also one that has no words in the language', async () => {
    const whole = await ok(add());
    expect(whole).toMatchObject({ onPassage: false, quote: clause.texts.fr });
    expect(whole.place).toEqual({ clauseId: clause.id, start: null, end: null });
    const untranslated = appeal.clauses.find(({ texts }) => !texts.ar) as ClauseView;
    const bare = await ok(add({ clauseId: untranslated.id, textLang: 'ar' }));
    expect(bare).toMatchObject({ quote: '', place: { clauseId: untranslated.id } });
  });

  it('points at words that stand in the clause today, and at one place', async () => {
    expect(told(await add({ passage: { exact: 'un tiers' } }))).toEqual([409, 'comment.passage']);
    await write({ fr: 'Nous confions une part aux habitants et une part aux quartiers.' });
    expect(told(await add({ passage: { exact: 'une part' } }))).toEqual([409, 'comment.passage']);
    const second = await ok(add({ passage: { exact: 'une part', prefix: 'habitants et ' } }));
    expect(second.place?.start).toBe((await clauseIn(clause.id))?.texts.fr?.lastIndexOf('une part'));
    // Half a word is a whole one.
    expect((await on('quarti')).quote).toBe('quartiers');
    expect(told(await add({ clauseId: newId() }))).toEqual([404, 'object.missing']);
  });

  it('is refused to observers, and there is no such thing without a seat', async () => {
    const { hall } = debate;
    const made = await ok(add());
    expect(told(await add({}, hall.observer.client))).toEqual([403, 'auth.forbidden']);
    expect(told(await reply(made.id, hall.observer.client))).toEqual([403, 'auth.forbidden']);
    const stranger = (await makeDebate(test)).hall.organiser.client;
    for (const client of [hall.anonymous, stranger]) {
      expect(told(await add({}, client))).toEqual([404, 'object.missing']);
      for (const at of [`${path()}/comments`, `${path()}/comments/places`, `/api/v1/comments/${made.id}`])
        expect((await client.get(at)).status).toBe(404);
    }
    await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [
      hall.delegate.participantId,
    ]);
    expect(told(await add())).toEqual([404, 'object.missing']);
  });

  it('waits while the text is not in hand, and is still read after the publication', async () => {
    await test.db.query(`UPDATE appeal SET state = 'reviewing' WHERE id = $1`, [appeal.id]);
    const made = await ok(add());
    for (const [state, code] of [
      ['compiling', 'appeal.in-work'],
      ['adopting', 'appeal.state'],
      ['adopted', 'appeal.state'],
      ['publishing', 'appeal.in-work'],
      ['published', 'appeal.state'],
    ]) {
      await test.db.query('UPDATE appeal SET state = $2 WHERE id = $1', [appeal.id, state]);
      expect(told(await add())).toEqual([409, code]);
      expect(told(await reply(made.id))).toEqual([409, code]);
      expect((await list()).items).toHaveLength(1);
    }
    expect((await debate.hall.anonymous.get(path())).status).toBe(200);
    expect((await debate.hall.anonymous.get(`${path()}/comments`)).status).toBe(404);
  });
});

describe('the words of a comment', () => {
  it('are rich text of the allowed subset: what runs is gone, and hidden signs with it', async () => {
    const { body } = await ok(add({ body: ' <script>alert(1)</script>\r\n\u202eAlors\u0000 ? ' }));
    expect(body).toBe('Alors ?');
    const empty = await add({ body: '\u202e \n\u0000' });
    expect([empty.status, empty.body.fields?.map(({ field }) => field)]).toEqual([400, ['body']]);
  });

  it.each([
    ['body', { body: 'x'.repeat(COMMENT_LIMITS.body + 1) }],
    ['body', { body: `<p>x</p>`.repeat(COMMENT_LIMITS.html / 8 + 1) }],
    ['lang', { lang: 'de' }],
    ['textLang', { textLang: 'xx' }],
    ['clauseId', { clauseId: "'; DROP TABLE comment; --" }],
    ['passage.exact', { passage: { exact: 'x'.repeat(COMMENT_LIMITS.exact + 1) } }],
    ['passage.exact', { passage: { exact: '' } }],
    ['passage.prefix', { passage: { exact: 'part', prefix: 'x'.repeat(COMMENT_LIMITS.context + 1) } }],
    ['passage', { passage: 'part' }],
    ['authorId', { authorId: newId() }],
  ])('are bounded: %s', async (field, more) => {
    const { status, body } = await add(more);
    expect(status).toBe(400);
    expect(body.fields?.map((each) => each.field)).toContain(field);
  });

  it('are changed and deleted by who wrote them and nobody else, and told to who was slower', async () => {
    const made = await ok(add());
    const edit = (version: number, client = delegate()) =>
      client.patch<Thread>(`/api/v1/comments/${made.id}`, { body: 'Plutôt un tiers ?', version });
    expect(told(await edit(1, moderator()))).toEqual([403, 'auth.forbidden']);
    expect(await ok(edit(1))).toMatchObject({ version: 2, body: 'Plutôt un tiers ?' });
    expect(told(await edit(1))).toEqual([409, 'object.changed']);
    expect(told(await act(made.id, 'resolve', { version: 1 }))).toEqual([409, 'object.changed']);
    const one = `/api/v1/comments/${made.id}`;
    expect((await moderator().delete(one)).status).toBe(403);
    expect((await delegate().delete(one)).status).toBe(204);
    expect((await delegate().get(one)).status).toBe(404);
  });

  it('are gone while their place stays as long as somebody answered', async () => {
    const made = await ok(add());
    const answered = await ok(reply(made.id));
    await delegate().delete(`/api/v1/comments/${made.id}`);
    const left = await show(made.id);
    expect(left).toMatchObject({ deleted: true, body: '', author: null, abilities: { edit: false } });
    expect(left.replies).toHaveLength(1);
    const [row] = await test.db.query('SELECT body FROM comment WHERE id = $1', [made.id]);
    expect(row).toEqual({ body: '' });
    await moderator().delete(`/api/v1/comments/${answered.replies[0]?.id}`);
    expect((await list()).items).toEqual([]);
  });

  it('are sent twice and stand once', async () => {
    const key = { 'idempotency-key': newId() };
    const body = { clauseId: clause.id, textLang: 'fr', body: 'Une fois.', lang: 'fr' };
    const [first, again] = [
      await delegate().post<Thread>(`${path()}/comments`, body, key),
      await delegate().post<Thread>(`${path()}/comments`, body, key),
    ];
    expect([first.status, again.body.id]).toEqual([201, first.body.id]);
    expect((await list()).items).toHaveLength(1);
  });

  it('bear the name that their author has today', async () => {
    const made = await ok(add());
    await test.db.query(`UPDATE account SET name = '—', email = NULL, erased_at = now() WHERE id = $1`, [
      debate.hall.delegate.accountId,
    ]);
    expect((await show(made.id, moderator())).author?.name).toBe('—');
  });
});

describe('settling a comment', () => {
  it('is for who edits the text and for who asked, by name, and is taken back', async () => {
    const made = await ok(add());
    const other = debate.hall.otherDelegate.client;
    expect(told(await act(made.id, 'resolve', { version: 1 }, other))).toEqual([403, 'auth.forbidden']);
    const resolved = await ok(act(made.id, 'resolve', { version: 1 }, moderator()));
    expect(resolved).toMatchObject({
      state: 'resolved',
      version: 2,
      resolved: { by: { id: debate.hall.moderator.participantId } },
      abilities: { reply: false },
    });
    expect(told(await reply(made.id, other))).toEqual([409, 'comment.state']);
    expect(told(await act(made.id, 'resolve', { version: 2 }))).toEqual([409, 'comment.state']);
    expect(await ok(act(made.id, 'reopen', { version: 2 }))).toMatchObject({ state: 'open', resolved: null });
    const answered = await ok(reply(made.id));
    const answer = answered.replies[0]?.id as string;
    expect(told(await act(answer, 'resolve', { version: 1 }, moderator()))).toEqual([403, 'auth.forbidden']);
  });

  it('is done once by two who press at once', async () => {
    const made = await ok(add());
    const both = await Promise.all(
      [delegate(), moderator()].map((client) => act(made.id, 'resolve', { version: 1 }, client)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(both.map(({ body }) => body.code)).toContain('object.changed');
  });
});

describe('a comment in a text that goes on', () => {
  it('stays with its words when the clause is edited around them', async () => {
    const made = await on('جزء', 'ar');
    await write({ ar: `نحن المدن المجتمعة بفاس ${clause.texts.ar} وهذا عهد.` });
    const [at, words] = (await wordsOf(made.id)) as [string, string];
    expect([at, words.includes('جزء')]).toEqual([clause.id, true]);
    await write({ fr: 'Autre chose.' });
    expect((await show(made.id)).state).toBe('open');
  });

  it('needs attention once its words are gone, with its quote, and is back when they are', async () => {
    const made = await on('une part du budget');
    await write({ fr: 'Nous confions aux habitants les clés de chaque ville.' });
    expect(await show(made.id)).toMatchObject({
      state: 'attention',
      place: null,
      quote: 'une part du budget',
    });
    expect((await list('?state=attention')).items.map(({ id }) => id)).toEqual([made.id]);
    expect((await list('?state=open')).items).toEqual([]);
    expect((await places()).counts).toEqual({ open: 0, resolved: 0, attention: 1 });
    await write({ fr: clause.texts.fr as string });
    expect(await wordsOf(made.id)).toEqual([clause.id, 'une part du budget']);
    await write({ fr: 'Rien.' });
    const { version } = await show(made.id);
    expect((await ok(act(made.id, 'resolve', { version }))).state).toBe('resolved');
  });

  it('goes with its words through a split and a join in the shared text', async () => {
    const [passage, whole] = [await on('une part du budget'), await ok(add())];
    const text = await SharedText.open(moderator(), appeal.id);
    const part = newId();
    const [head, tail] = (clause.texts.fr as string).split(' une part ');
    const attributes = { ...attributesOf(elementOf(text.doc, 'fr', clause.id) as never), id: part };
    await write({ fr: `${head}.` });
    await until(() => text.textOf(clause.id) === `${head}.`);
    insertClause(text.doc, attributes, { fr: `une part ${tail}` }, clause.id);
    expect((await text.send()).ok).toBe(true);
    await until(async () => (await clauseIn(part)) !== undefined);
    expect(await wordsOf(passage.id)).toEqual([part, 'une part du budget']);
    expect(await wordsOf(whole.id)).toEqual([clause.id, undefined]);
    const into = appeal.clauses.find(({ id, texts }) => id !== clause.id && texts.fr) as ClauseView;
    joinClauses(text.doc, into.id, part);
    expect((await text.send()).ok).toBe(true);
    await until(async () => (await clauseIn(part)) === undefined);
    expect(await wordsOf(passage.id)).toEqual([into.id, 'une part du budget']);
    text.cut();
  });

  it('outlives its clause: on the whole of it too, and follows the words to another', async () => {
    const [passage, whole] = [await on('une part du budget'), await ok(add())];
    const text = await SharedText.open(moderator(), appeal.id);
    removeClause(text.doc, clause.id);
    await text.send();
    await until(async () => (await clauseIn(clause.id)) === undefined);
    for (const { id } of [passage, whole]) expect(await show(id)).toMatchObject({ state: 'attention' });
    text.cut();
    const { kind, texts, lang } = clause;
    const added = await ok(
      moderator().post<AppealView>(`${path()}/clauses`, { kind, texts, lang, editorial: 'Repris.' }),
    );
    const again = added.clauses.find((each) => each.texts.fr === texts.fr)?.id as string;
    expect(await wordsOf(passage.id)).toEqual([again, 'une part du budget']);
    expect(await wordsOf(whole.id)).toEqual([again, undefined]);
    await ok(moderator().delete(`${path()}/clauses/${again}`));
    expect((await list()).items.map(({ state }) => state)).toEqual(['attention', 'attention']);
  });

  it('stays through a move and a new compile', async () => {
    const made = await on('une part du budget');
    const { version } = (await clauseIn(clause.id)) as ClauseView;
    await ok(moderator().patch(`${path()}/clauses/${clause.id}`, { position: 99, version }));
    expect(await wordsOf(made.id)).toEqual([clause.id, 'une part du budget']);
    await ok(moderator().post(debate.path, { lang: 'fr' }));
    await settled(debate.hall, appeal.id, 'compiling');
    expect(await wordsOf(made.id)).toEqual([clause.id, 'une part du budget']);
  });

  it('stays with the appeal that it was made on, goes along into a correction while it is open, and is in no release', async () => {
    const made = await ok(add({ body: 'Une remarque entre nous.' }));
    const out = await publishAppeal(debate);
    expect(out.id).toBe(appeal.id);
    const { hall } = debate;
    const said = 'entre nous';
    for (const at of [out.page, `${out.page}/release.zip`, path()]) {
      const response = await fetch(`${hall.anonymous.url}${at}`);
      // Nothing in a release is deflated: what was said would be found in it.
      const bytes = Buffer.from(await response.arrayBuffer());
      expect([at, response.status, bytes.includes(said)]).toEqual([at, 200, false]);
    }
    const { id } = await ok(
      moderator().post<AppealView>(`${path()}/correct`, { reason: 'Une date.', version: out.version }),
    );
    expect(await show(made.id)).toMatchObject({ id: made.id, state: 'open' });
    const there = await ok(delegate().get<CommentPlaces>(`/api/v1/appeals/${id}/comments/places`));
    expect(there.items).toEqual([expect.objectContaining({ state: 'open' })]);
    expect(there.items[0]?.id).not.toBe(made.id);
  });

  it('is read with as many queries, however many there are', async () => {
    const runner = Object.getPrototypeOf(test.db.createQueryRunner());
    const { query } = runner;
    let count = 0;
    runner.query = function counted(...args: unknown[]) {
      // Those that read this; listeners to events ask other things meanwhile.
      if (/FROM "(comment|clause)"/.test(String(args[0]))) count += 1;
      return query.apply(this, args);
    };
    const cost = async (): Promise<number> => {
      count = 0;
      await list('?limit=100');
      return count;
    };
    try {
      await on('une part');
      const one = await cost();
      for (const word of ['habitants', 'budget', 'ville']) await reply((await on(word)).id);
      expect([one, await cost()]).toEqual([3, 3]);
    } finally {
      runner.query = query;
    }
  });
});

describe('the list', () => {
  it('comes in pages, by state and by clause', async () => {
    const words = ['part', 'habitants', 'budget', 'ville', 'chaque'];
    const made: string[] = [];
    for (const word of words) made.push((await on(word)).id);
    const other = appeal.clauses.find(({ id, texts }) => id !== clause.id && texts.fr) as ClauseView;
    const elsewhere = await ok(add({ clauseId: other.id }));
    await ok(act(made[4] as string, 'resolve', { version: 1 }));
    const read = async (query: string): Promise<string[]> => {
      const ids: string[] = [];
      for (let cursor = ''; ; ) {
        const page = await list(`?limit=2${query}${cursor}`);
        ids.push(...page.items.map(({ id }) => id));
        if (!page.next) return ids;
        cursor = `&cursor=${page.next}`;
      }
    };
    expect(await read('')).toEqual([...made, elsewhere.id]);
    expect(await read(`&clause=${clause.id}`)).toEqual(made);
    expect(await read(`&clause=${clause.id}&state=open`)).toEqual(made.slice(0, 4));
    expect(await read('&state=resolved')).toEqual(made.slice(4));
    expect((await places()).counts satisfies Record<CommentState, number>).toEqual({
      open: 5,
      resolved: 1,
      attention: 0,
    });
    expect(told(await delegate().get<Coded<object>>(`${path()}/comments?cursor=x`))).toEqual([
      400,
      'cursor.invalid',
    ]);
    expect((await delegate().get(`${path()}/comments?state=closed`)).status).toBe(400);
  });

  it('has an end: so many comments, and so many answers to one', async () => {
    const made = await ok(add());
    const copies = (count: number, parent: string | null) =>
      test.db.query(
        `INSERT INTO comment (id, forum_id, appeal_id, parent_id, clause_id, text_lang, on_passage, exact, prefix,
                suffix, author_id, body, lang, created_at)
         SELECT gen_random_uuid(), forum_id, appeal_id, $2, clause_id, text_lang, on_passage, exact, prefix, suffix,
                author_id, body, lang, created_at
           FROM comment, generate_series(1, $3) WHERE id = $1`,
        [made.id, parent, count],
      );
    await copies(COMMENT_LIMITS.replies, made.id);
    expect(told(await reply(made.id))).toEqual([409, 'comment.too-many']);
    await copies(COMMENT_LIMITS.threads - 1, null);
    expect(told(await add())).toEqual([409, 'comment.too-many']);
    expect((await places()).items).toHaveLength(COMMENT_LIMITS.threads);
  });
});

describe('those who take part', () => {
  const told = async (person: Pick<Person, 'client'>): Promise<readonly NotificationView[]> =>
    (await notified(test, person, debate.hall.forum.slug)).filter(({ comment }) => comment !== null);

  it('are told of answers and of what became of it, once, and not of what they did', async () => {
    const { hall } = debate;
    const silent = await makePerson(test, hall.forum.id, 'moderator');
    const made = await ok(add());
    await ok(reply(made.id));
    await ok(reply(made.id, hall.otherDelegate.client));
    await ok(act(made.id, 'resolve', { version: 1 }, moderator()));
    const types = async (person: Pick<Person, 'client'>) => (await told(person)).map(({ type }) => type);
    expect(await types(hall.delegate)).toEqual(['comment.resolved', 'comment.replied', 'comment.replied']);
    expect(await types(hall.moderator)).toEqual(['comment.replied']);
    expect(await types(hall.otherDelegate)).toEqual(['comment.resolved']);
    expect(await types(silent)).toEqual([]);
    const [{ comment }] = (await told(hall.otherDelegate)) as [NotificationView];
    expect(comment).toMatchObject({ id: made.id, appealId: appeal.id, title: appeal.title.fr });
  });

  it('are hinted that there is something new', async () => {
    const socket = await delegate().socket();
    await socket.ask('forum.watch', { slug: debate.hall.forum.slug });
    const hint = socket.hear<Hint>('hint', ({ type }) => type === 'comment.added');
    const made = await ok(add({}, moderator()));
    expect(await hint).toMatchObject({ kind: 'comment', id: made.id });
    socket.close();
  });
});

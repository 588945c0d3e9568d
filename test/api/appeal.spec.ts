import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppealSummary, AppealView, FateView } from '../../src/appeal/appeal.contract.js';
import type { AppealDocument } from '../../src/appeal/release/release.format.js';
import { unpack } from '../../src/appeal/verify/unpack.js';
import { verifyRelease } from '../../src/appeal/verify/verify.js';
import { run as verify } from '../../src/cli/verify.js';
import type { Page } from '../../src/kernel/pagination.js';
import { adopt } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeThread } from '../support/contributions.js';
import { makeDebate } from '../support/debate.js';
import { compiled, settled, textsOf } from '../support/drafts.js';
import { inAll, makeDelegation, makeHall } from '../support/people.js';
import { quietly } from '../support/quietly.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());

describe('compiling', () => {
  it('makes a draft by topic whose clauses are what people wrote, each with its source', async () => {
    const debate = await makeDebate(test);
    const view = await compiled(debate);
    expect(view).toMatchObject({
      state: 'drafting',
      progress: 100,
      abilities: { edit: true, openReview: true, putToAdoption: false, publish: false, recompile: true },
      adoption: null,
    });
    const clause = view.clauses.find(({ sources }) => sources[0]?.contribution.id === debate.adopted);
    expect(clause).toMatchObject({
      kind: 'operative',
      topicId: debate.hall.topic.id,
      texts: {
        fr: 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.',
        en: 'We undertake to entrust residents with a part of the budget of every city.',
      },
      sources: [{ use: 'verbatim', lang: 'fr', cityName: expect.anything(), threadId: null }],
    });
    expect(textsOf(view).join('\n')).not.toContain('brouillon');
    expect(view.coverage).toMatchObject({ total: 4, confirmed: 0 });
    expect(view.missing).toContainEqual({
      ...{ code: 'appeal.fates-undecided', blocks: 'publication', count: 4, clauseIds: [] },
    });
    const lacking = view.clauses.filter(({ texts }) => !texts.en).map(({ id }) => id);
    expect(view.missing).toContainEqual(
      expect.objectContaining({ code: 'appeal.words-missing', blocks: 'adoption', clauseIds: lacking }),
    );
  });

  it('keeps drafts from who has no seat, lets those with one read, and moderators alone compile', async () => {
    const debate = await makeDebate(test);
    const { hall, path } = debate;
    const refused = await Promise.all(
      [hall.anonymous, hall.delegate.client, hall.observer.client].map((client) =>
        client.post(path, { lang: 'fr' }),
      ),
    );
    expect(refused.map(({ status }) => status)).toEqual([401, 403, 403]);
    const { id } = await compiled(debate);
    const one = `/api/v1/appeals/${id}`;
    const stranger = (await makeHall(test)).moderator;
    for (const client of [hall.anonymous, stranger.client]) {
      expect((await client.get(one)).status).toBe(404);
      expect((await client.get(`${one}/fates`)).status).toBe(404);
      expect((await client.get<{ items: unknown[] }>(path)).body.items).toEqual([]);
      expect((await client.post(`${one}/fates`, {})).status).toBe(404);
    }
    expect(await hall.delegate.client.get(one)).toMatchObject({
      status: 200,
      body: { abilities: { edit: false, publish: false, recompile: false } },
    });
    expect((await hall.delegate.client.patch(one, { title: inAll('x'), version: 2 })).status).toBe(403);
    expect((await hall.delegate.client.post(`${one}/publish`, { version: 2 })).status).toBe(403);
  });

  it('is refused where there is nothing, and begun once by two who press at once', async () => {
    const empty = await makeHall(test);
    const path = `/api/v1/forums/${empty.forum.slug}/appeals`;
    expect(await empty.moderator.client.post(path, { lang: 'fr' })).toMatchObject({
      status: 409,
      body: { code: 'appeal.nothing-to-compile' },
    });
    const debate = await makeDebate(test);
    const { hall } = debate;
    await Promise.all(
      [hall.moderator, hall.organiser].map(({ client }) => client.post(debate.path, { lang: 'ar' })),
    );
    const { body } = await hall.moderator.client.get<{ items: AppealSummary[] }>(debate.path);
    expect(body.items).toHaveLength(1);
  });
});

describe('what stands beside the clauses', () => {
  it('names the cities that stand behind one as such, by the head of their delegation', async () => {
    const debate = await makeDebate(test);
    const { hall, open } = debate;
    await test.db.query(
      `INSERT INTO city_endorsement (forum_id, proposal_id, delegation_id, participant_id, created_at)
       SELECT forum_id, $1, delegation_id, id, now() FROM participant WHERE id = $2`,
      [open, hall.delegate.participantId],
    );
    const view = await compiled(debate);
    const scoreOf = (led: string) =>
      view.clauses.find(({ sources }) => sources[0]?.contribution.id === led)?.score;
    expect(scoreOf(open)).toMatchObject({ support: 2, cities: 2, endorsingCities: 1 });
    expect(scoreOf(debate.adopted)).toMatchObject({ endorsingCities: 0 });
  });

  it('annexes what was discussed, in words that stand there still, and publishes it with its sources', async () => {
    const debate = await makeDebate(test);
    const { hall } = debate;
    const quoted = [
      'Chaque ville doit publier une fois par an les comptes des médinas.',
      'Il faut que les jeunes soient appelés à restaurer le patrimoine des villes.',
    ];
    const [first, second] = await makeThread(test, hall, 'Les comptes', [
      { author: hall.delegate, lang: 'fr', text: `Bonjour. ${quoted[0]}` },
      { author: hall.otherDelegate, lang: 'fr', text: quoted[1] as string },
    ]);
    const view = await compiled(debate);
    const said = view.discussed.flatMap(({ quotes }) => quotes);
    expect(new Set(said.map(({ contribution }) => contribution.id))).toEqual(new Set([first, second]));
    expect(said[0]).toMatchObject({ lang: 'fr', quote: quoted[0], threadId: expect.any(String) });
    expect(said.map(({ cityName }) => cityName)).not.toContain(null);
    expect(textsOf(view).join('\n')).not.toContain(quoted[0]);

    // One author says it otherwise now: nobody is quoted with what is no longer there.
    await test.db.query('UPDATE post SET plain = $2 WHERE id = $1', [second, 'Autrement.']);
    await hall.moderator.client.post(`/api/v1/appeals/${view.id}/fates`, {});
    const { version } = await adopt(hall, view.id);
    await hall.moderator.client.post(`/api/v1/appeals/${view.id}/publish`, { version });
    const { slug } = await settled(hall, view.id, 'publishing');
    const { body: release } = await hall.anonymous.get<AppealDocument>(
      `/appeals/${slug}/release/appeal.json`,
    );
    expect(release.discussed?.flatMap(({ quotes }) => quotes.map(({ quote }) => quote))).toEqual(
      quoted.slice(0, 1),
    );
    const zip = Buffer.from(await (await fetch(`${test.url}/appeals/${slug}/release.zip`)).arrayBuffer());
    const { faults, holds } = verifyRelease(unpack(zip)?.files ?? new Map(), { trusted: null });
    expect(faults).toEqual([]);
    expect(holds).toContainEqual({ code: 'discussed.stands', details: { quotes: 1 } });
    const page = await (await fetch(`${test.url}/appeals/${slug}?lang=ar`)).text();
    expect(page).toContain(`<blockquote lang="fr" dir="ltr">${quoted[0]}</blockquote>`);
    expect(page).not.toContain(quoted[1]);
  });
});

describe('coverage', () => {
  it('says of each city and language how its contributions fared, and names those that said nothing', async () => {
    const debate = await makeDebate(test);
    const { cityId } = await makeDelegation(test, debate.hall.forum.id);
    const [silent] = await test.db.query('SELECT name FROM city WHERE id = $1', [cityId]);
    const draft = await compiled(debate);
    const contribution = { kind: 'proposal', id: debate.adopted };
    const { body } = await debate.hall.moderator.client.post<AppealView>(
      `/api/v1/appeals/${draft.id}/fates`,
      { items: [{ contribution, fate: 'retained', reason: 'Adoptée.' }] },
    );
    const { byCity, byLang, total } = body.coverage;
    expect(byLang).toEqual([
      {
        ...{ lang: 'fr', total: 4, used: 2, undecided: 3 },
        byFate: { retained: 2, merged: 0, deferred: 1, 'not-retained': 1 },
      },
    ]);
    expect(byCity.reduce((sum, each) => sum + each.total, 0)).toBe(total);
    expect(byCity.filter((each) => each.clauses === 0)).toEqual([
      {
        ...{ cityName: silent.name, clauses: 0, total: 0, used: 0, undecided: 0 },
        byFate: { retained: 0, merged: 0, deferred: 0, 'not-retained': 0 },
      },
    ]);
  });
});

describe('editing a draft', () => {
  it('adds, moves and removes clauses, the preamble always before, and tells who edits a clause that changed', async () => {
    const debate = await makeDebate(test);
    const { client } = debate.hall.moderator;
    const { id, clauses } = await compiled(debate);
    const one = `/api/v1/appeals/${id}/clauses`;
    const write = (over: object) => ({
      kind: 'operative',
      lang: 'fr',
      texts: { fr: 'Une clause.' },
      ...over,
    });
    const added = await client.post<AppealView>(
      one,
      write({ position: 0, editorial: 'Voulu par le comité.' }),
    );
    expect(added.status).toBe(201);
    const mine = added.body.clauses.find(
      ({ texts }) => texts.fr === 'Une clause.',
    ) as AppealView['clauses'][number];
    const kinds = added.body.clauses.map(({ kind }) => kind);
    expect(kinds).toEqual([...kinds].sort((a, b) => (a === b ? 0 : a === 'preambular' ? -1 : 1)));
    expect(added.body.clauses.map(({ position }) => position)).toEqual(added.body.clauses.map((_, i) => i));
    const moved = await client.patch<AppealView>(`${one}/${mine.id}`, {
      kind: 'preambular',
      position: 0,
      version: 1,
    });
    expect(moved.body.clauses[0]?.id).toBe(mine.id);
    expect((await client.patch(`${one}/${mine.id}`, { position: 1, version: 1 })).body).toMatchObject({
      code: 'object.changed',
    });
    const removed = await client.delete<AppealView>(`${one}/${mine.id}`);
    expect(removed.body.clauses.map((clause) => clause.id)).toEqual(clauses.map((clause) => clause.id));
    expect((await client.post(one, write({ texts: { fr: '  ' } }))).body).toMatchObject({
      code: 'request.invalid',
    });
    expect((await client.post(one, write({ topicId: mine.id }))).status).toBe(404);
  });

  it('takes a source only for words that stand in the contribution, and asks for one or for a reason', async () => {
    const debate = await makeDebate(test);
    const { client } = debate.hall.moderator;
    const { id } = await compiled(debate);
    const one = `/api/v1/appeals/${id}/clauses`;
    const added = await client.post<AppealView>(one, {
      kind: 'operative',
      lang: 'fr',
      texts: { fr: 'Les médinas sont une richesse.' },
    });
    expect(added.body.missing).toContainEqual(
      expect.objectContaining({ code: 'clause.needs-source', count: 1 }),
    );
    const clause = added.body.clauses.find(({ texts }) => texts.fr?.startsWith('Les médinas'));
    const contribution = { kind: 'post', id: debate.posts[0] };
    const sources = `${one}/${clause?.id}/sources`;
    const invented = { contribution, quote: 'une richesse inouïe', use: 'inspired' };
    expect((await client.post(sources, invented)).body).toMatchObject({ code: 'source.not-found' });
    const quoted = await client.post<AppealView>(sources, {
      contribution,
      quote: 'Le patrimoine des médinas est une richesse',
      use: 'verbatim',
    });
    expect(quoted.body.missing.map(({ code }) => code)).not.toContain('clause.needs-source');
    const [source] = quoted.body.clauses.find((each) => each.id === clause?.id)?.sources ?? [];
    // The clause does not have these words: whatever was claimed, they inspired it.
    expect(source).toMatchObject({ use: 'inspired', lang: 'fr', threadId: debate.threadId });
    const cut = await client.delete<AppealView>(`${sources}/${source?.id}`);
    expect(cut.body.missing).toContainEqual(
      expect.objectContaining({ code: 'clause.needs-source', count: 1 }),
    );
  });

  it('decides fates one by one and all at once, those of late contributions too', async () => {
    const debate = await makeDebate(test);
    const { client } = debate.hall.moderator;
    const { id } = await compiled(debate);
    await makeThread(test, debate.hall, 'Plus tard', [
      { author: debate.hall.delegate, lang: 'fr', text: 'Ceci vient après la rédaction.' },
    ]);
    const path = `/api/v1/appeals/${id}/fates`;
    const { body } = await client.get<Page<FateView>>(path);
    expect(body.items).toHaveLength(5);
    const placeOf = new Map(body.items.map(({ contribution, threadId }) => [contribution.id, threadId]));
    expect([placeOf.get(debate.open), placeOf.get(debate.posts[1] as string)]).toEqual([
      null,
      debate.threadId,
    ]);
    expect(body.items.map(({ title }) => title)).not.toContain('Secret');
    expect(body.items.find(({ title }) => title.startsWith('Ceci'))).toMatchObject({
      fate: 'deferred',
      reason: 'came-later',
    });
    const contribution = { kind: 'proposal', id: debate.open };
    const items = [{ contribution, fate: 'not-retained', reason: 'Hors du thème.' }];
    const decided = await client.post<AppealView>(path, { items });
    expect(decided.body.coverage).toMatchObject({ total: 5, confirmed: 1 });
    await client.post(path, {});
    const confirmed = await client.get<Page<FateView>>(`${path}?confirmed=true&limit=2`);
    expect(confirmed.body.items).toHaveLength(2);
    const rest = await client.get<Page<FateView>>(`${path}?confirmed=true&cursor=${confirmed.body.next}`);
    expect(rest.body).toMatchObject({ next: null });
    expect([...confirmed.body.items, ...rest.body.items]).toContainEqual(
      expect.objectContaining({
        contribution,
        fate: 'not-retained',
        reason: 'Hors du thème.',
        confirmed: true,
      }),
    );
    const unknown = { contribution: { kind: 'proposal', id: debate.posts[0] }, fate: 'merged', reason: 'x' };
    expect((await client.post(path, { items: [unknown] })).status).toBe(404);
  });
});

describe('publishing', () => {
  it('waits for every fate, goes out once, and can be read and checked by anyone', async () => {
    const debate = await makeDebate(test);
    const { hall } = debate;
    const draft = await compiled(debate);
    const one = `/api/v1/appeals/${draft.id}`;
    const { version } = draft;
    expect((await hall.moderator.client.post(`${one}/publish`, { version })).body).toMatchObject({
      code: 'appeal.state',
    });
    const adopted = await adopt(hall, draft.id);
    expect(
      (await hall.moderator.client.post(`${one}/publish`, { version: adopted.version })).body,
    ).toMatchObject({
      code: 'appeal.fates-undecided',
      missing: [{ code: 'appeal.fates-undecided', count: 4 }],
    });
    const { body: ready } = await hall.moderator.client.post<AppealView>(`${one}/fates`, {});
    expect((await hall.anonymous.get(`/appeals/${draft.slug}`)).status).toBe(404);
    const answers = await Promise.all(
      [hall.moderator, hall.organiser].map(({ client }) =>
        client.post(`${one}/publish`, { version: ready.version }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const published = await settled(hall, draft.id, 'publishing');
    expect(published).toMatchObject({
      state: 'published',
      page: `/appeals/${draft.slug}`,
      error: null,
      missing: [],
    });
    expect((await hall.anonymous.get<AppealView>(one)).body.coverage).toEqual(published.coverage);
    expect(
      (await hall.moderator.client.patch(one, { title: inAll('x'), version: published.version })).body,
    ).toMatchObject({
      code: 'appeal.state',
    });

    const page = await hall.anonymous.get<string>(`/appeals/${draft.slug}?lang=fr`);
    expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(page.body).toContain('<html lang="fr" dir="ltr">');
    expect(page.body).toContain('Nous nous engageons à confier aux habitants');
    expect(page.body).toContain('D’où cela vient');
    const arabic = await hall.anonymous.get<string>(`/appeals/${draft.slug}?lang=ar`);
    expect(arabic.body).toContain('dir="rtl"');
    expect(arabic.body).toContain('نلتزم بأن نعهد إلى السكان');
    const same = await hall.anonymous.send('GET', `/appeals/${draft.slug}?lang=fr`, undefined, {
      'if-none-match': page.headers.get('etag') as string,
    });
    expect([same.status, same.body]).toEqual([304, '']);

    const folder = await mkdtemp(join(tmpdir(), 'nidaa-release-'));
    try {
      const zip = new Uint8Array(
        await (await fetch(`${test.url}/appeals/${draft.slug}/release.zip`)).arrayBuffer(),
      );
      const path = join(folder, 'release.zip');
      await writeFile(path, zip);
      expect([...(unpack(zip)?.files.keys() ?? [])]).toContain(`polls/${debate.poll.roundId}.json`);
      const good = await quietly(verify, [path]);
      expect(good).toMatchObject({ code: 0, err: '' });
      // The vote on the proposal, and that on the appeal.
      expect(good.out.match(/2 ballots counted again/g)).toHaveLength(2);
      expect((await quietly(verify, [`${test.url}/appeals/${draft.slug}`])).code).toBe(0);
      zip.set([(zip[zip.length >> 1] as number) ^ 1], zip.length >> 1);
      await writeFile(path, zip);
      const bad = await quietly(verify, [path]);
      expect(bad.code).toBe(1);
      expect(bad.out).toContain('DOES NOT HOLD: ');
    } finally {
      await rm(folder, { recursive: true });
    }
  });

  it('is refused while a quoted author has changed the words, and goes out when they are quoted anew', async () => {
    const debate = await makeDebate(test);
    const { client } = debate.hall.moderator;
    const draft = await compiled(debate);
    const one = `/api/v1/appeals/${draft.id}`;
    const text = 'Créer un fonds commun pour les jeunes.';
    await test.db.query("UPDATE proposal_text SET plain = $2 WHERE proposal_id = $1 AND lang = 'fr'", [
      debate.open,
      text,
    ]);
    await client.post<AppealView>(`${one}/fates`, {});
    const body = await adopt(debate.hall, draft.id);
    expect(body.missing).toEqual([
      { code: 'source.not-found', blocks: 'publication', count: 1, clauseIds: [expect.any(String)] },
    ]);
    expect((await client.post(`${one}/publish`, { version: body.version })).body).toMatchObject({
      code: 'source.not-found',
    });
    const reason = 'Une source a changé.';
    await client.post(`${one}/redraft`, { version: body.version, reason });
    const clause = body.clauses.find(({ sources }) => sources[0]?.contribution.id === debate.open);
    const sources = `${one}/clauses/${clause?.id}/sources`;
    await client.delete(`${sources}/${clause?.sources[0]?.id}`);
    const contribution = { kind: 'proposal', id: debate.open };
    const { body: ready } = await client.post<AppealView>(sources, {
      contribution,
      quote: text,
      use: 'inspired',
    });
    expect(ready.missing).toEqual([]);
    // The words are those that were adopted: there is nothing to vote on again.
    const { body: reviewed } = await client.post<AppealView>(`${one}/review`, { version: ready.version });
    const { body: again } = await client.post<AppealView>(`${one}/adoption`, { version: reviewed.version });
    expect(again).toMatchObject({ state: 'adopted', adoption: body.adoption });
    await client.post(`${one}/publish`, { version: again.version });
    expect(await settled(debate.hall, draft.id, 'publishing')).toMatchObject({ state: 'published' });

    const file = (path: string) => debate.hall.anonymous.get<string>(`/appeals/${draft.slug}/${path}`);
    expect((await file('release/appeal.ar.pdf')).headers.get('content-type')).toBe('application/pdf');
    expect((await file('release/appeal.json')).body).toMatchObject({
      format: 'nidaa-appeal/4',
      slug: draft.slug,
    });
    expect((await file(`release/polls/${debate.poll.roundId}.json`)).status).toBe(200);
    for (const path of ['release/other.json', 'release/..%2f..%2fsecret', 'release/'])
      expect([path, (await file(path)).status]).toEqual([path, 404]);
    // The next appeal of the forum is another one, under another address.
    const next = await client.post<AppealSummary>(debate.path, { lang: 'en' });
    expect(next.body).toMatchObject({ state: 'compiling', slug: `${draft.slug}-2` });
  });

  it('shows progress and the result to whoever watches the forum', async () => {
    const debate = await makeDebate(test);
    const watcher = await debate.hall.delegate.client.socket();
    await watcher.ask('forum.watch', { slug: debate.hall.forum.slug });
    const { id } = await compiled(debate);
    for (const type of ['appeal.compile-started', 'appeal.progressed', 'appeal.compiled'])
      expect(
        await watcher.hear<{ type: string; id: string }>('hint', (hint) => hint.type === type),
      ).toMatchObject({ id });
    watcher.close();
  });
});

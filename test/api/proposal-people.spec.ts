import type { Page } from '../../src/kernel/pagination.js';
import type {
  ProposalCounts,
  ProposalSummary,
  ProposalView,
  SavedFilter,
  SimilarProposal,
} from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BrowserClient, ok } from '../support/browser-client.js';
import { makeDelegation, makeHall, makePerson, type Person } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let path: string;

beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  hall = await makeHall(test);
  path = `/api/v1/forums/${hall.forum.slug}/proposals`;
});

const words = (title: string, html: string, lang = 'fr') => ({
  lang,
  title,
  paragraphs: [{ kind: 'text', html }],
});
const drafted = ({
  title = 'Des fontaines',
  html = 'Chaque quartier garde sa fontaine.',
  by = hall.delegate.client,
  ...more
}: {
  title?: string;
  html?: string;
  by?: BrowserClient;
  lang?: string;
  cityIds?: string[];
} = {}): Promise<ProposalView> => ok(by.post(path, { ...words(title, html), ...more }));
const move = (client: BrowserClient, { id, version }: ProposalView, name: string, more: object = {}) =>
  ok<ProposalView>(client.post(`/api/v1/proposals/${id}/${name}`, { version, ...more }));
const submitted = async (given: Parameters<typeof drafted>[0] = {}) =>
  move(given.by ?? hall.delegate.client, await drafted(given), 'submit');
const admitted = async (given: Parameters<typeof drafted>[0] = {}) =>
  move(hall.moderator.client, await submitted(given), 'admit');
const see = (id: string, client: BrowserClient = hall.anonymous) =>
  ok<ProposalView>(client.get(`/api/v1/proposals/${id}`));

/** The head of a delegation of its own, from this country. */
async function head(country: string): Promise<Person> {
  const delegation = await makeDelegation(test, hall.forum.id);
  await test.db.query('UPDATE city SET country = $2 WHERE id = $1', [delegation.cityId, country]);
  return makePerson(test, hall.forum.id, 'delegate', { delegationId: delegation.id, head: true });
}

describe('co-authors', () => {
  it('read the draft when they are asked, write and are named once they agree, and may leave', async () => {
    const [author, other] = [hall.delegate.client, hall.otherDelegate];
    const draft = await drafted();
    const one = `/api/v1/proposals/${draft.id}`;
    expect((await other.client.get(one)).status).toBe(404);
    const body = { participantId: other.participantId, version: draft.version };
    const asked = await ok<ProposalView>(author.post(`${one}/co-authors`, body));
    expect(asked).toMatchObject({ coAuthors: [], invited: [{ id: other.participantId }] });
    expect(await author.post(`${one}/co-authors`, { ...body, version: asked.version })).toMatchObject({
      body: { code: 'author.invited' },
    });
    const seen = await see(draft.id, other.client);
    expect(seen).toMatchObject({ invited: [], abilities: { edit: false, answerInvitation: true } });
    const { lang: _, ...text } = words('Des fontaines', 'Deux mains.');
    const edit = { ...text, version: asked.version };
    expect((await other.client.patch(one, edit)).status).toBe(403);
    const joined = await ok<ProposalView>(other.client.post(`${one}/co-authors/accept`));
    expect(joined).toMatchObject({
      coAuthors: [{ id: other.participantId }],
      abilities: { edit: true, leave: true },
    });
    await ok(other.client.patch(one, edit));
    const { body: mine } = await other.client.get<Page<ProposalSummary>>(`${path}?mine=true`);
    expect(mine.items.map(({ id }) => id)).toEqual([draft.id]);
    expect((await author.delete(`${one}/co-authors/${other.participantId}`)).status).toBe(403);
    expect((await other.client.delete(`${one}/co-authors/${other.participantId}`)).status).toBe(204);
    expect((await other.client.get(one)).status).toBe(404);
  });

  it('keep a proposal alive whose first author was suspended', async () => {
    const draft = await drafted();
    const other = hall.otherDelegate;
    const one = `/api/v1/proposals/${draft.id}`;
    await ok(
      hall.delegate.client.post(`${one}/co-authors`, { participantId: other.participantId, version: 1 }),
    );
    await ok(other.client.post(`${one}/co-authors/accept`));
    await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [
      hall.delegate.participantId,
    ]);
    const { version } = await see(draft.id, other.client);
    expect((await hall.delegate.client.post(`${one}/submit`, { version })).status).toBe(403);
    expect(await move(other.client, { ...draft, version }, 'submit')).toMatchObject({ state: 'submitted' });
  });
});

describe('cities', () => {
  it('endorse by the heads of their delegations, beside the persons, and take it back as easily', async () => {
    const { id } = await admitted();
    const fez = await head('MA');
    const one = `/api/v1/proposals/${id}/city-endorsement`;
    const { client } = await makePerson(test, hall.forum.id, 'delegate', {
      delegationId: hall.delegation.id,
    });
    expect(await client.put(one)).toMatchObject({ body: { code: 'endorsement.no-city' } });
    await Promise.all([1, 2, 3].map(() => ok(fez.client.put(one))));
    expect(await see(id)).toMatchObject({
      endorsements: 0,
      endorsingCities: 1,
      cityEndorsements: [{ by: { id: fez.participantId }, region: 'africa' }],
    });
    await ok(fez.client.delete(one));
    expect(await see(id)).toMatchObject({ endorsingCities: 0, cityEndorsements: [] });
  });

  it('admit a proposal when enough of them, of enough regions, endorse it, where the organiser said so', async () => {
    const forum = `/api/v1/forums/${hall.forum.slug}`;
    const { version } = await ok<{ version: number }>(hall.organiser.client.get(forum));
    await ok(hall.organiser.client.patch(forum, { version, admission: { delegations: 3, regions: 2 } }));
    const { id } = await submitted();
    const heads = [await head('MA'), await head('TN'), await head('DZ'), await head('FR')];
    const endorsed = [];
    for (const { client } of heads)
      endorsed.push((await ok<ProposalView>(client.put(`/api/v1/proposals/${id}/city-endorsement`))).state);
    // Three of one region are not enough; the first of another one tips it.
    expect(endorsed).toEqual(['submitted', 'submitted', 'submitted', 'admitted']);
    expect((await see(id)).moves.at(-1)).toMatchObject({ move: 'admit', by: null });
    expect((await hall.observer.client.get(`/api/v1/proposals/${(await submitted()).id}`)).status).toBe(404);
  });
});

describe('merging', () => {
  it('keeps both texts, their authors and endorsements, asks who endorsed, and can be undone until the vote', async () => {
    const [one, other] = [
      await admitted(),
      await admitted({ title: 'Des puits', by: hall.otherDelegate.client }),
    ];
    const person = await makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id });
    await ok(person.client.put(`/api/v1/proposals/${one.id}/endorsement`));
    const body = { intoId: other.id, reason: 'C’est la même eau.' };
    expect(
      (
        await hall.moderator.client.post(`/api/v1/proposals/${one.id}/merge`, {
          version: one.version,
          intoId: one.id,
          reason: body.reason,
        })
      ).body,
    ).toMatchObject({ code: 'proposal.merge' });
    const merged = await move(hall.moderator.client, one, 'merge', body);
    expect(merged).toMatchObject({
      state: 'merged',
      mergedInto: { id: other.id },
      endorsements: 1,
      moves: [{}, {}, { move: 'merge', reason: body.reason }],
    });
    const target = await see(other.id, person.client);
    expect(target).toMatchObject({
      merged: [{ id: one.id }],
      coAuthors: [{ id: hall.delegate.participantId }],
      asksFor: [{ id: one.id }],
      endorsements: 0,
    });
    await ok(person.client.put(`/api/v1/proposals/${other.id}/endorsement`));
    expect((await see(other.id, person.client)).asksFor).toEqual([]);
    const undone = await move(hall.moderator.client, merged, 'unmerge', { reason: 'Non, pas la même.' });
    expect(undone).toMatchObject({ state: 'debated', mergedInto: null });
    expect(await see(other.id)).toMatchObject({ merged: [], coAuthors: [] });
  });

  it('of two into each other at the same moment lets one win', async () => {
    const [one, other] = [await admitted(), await admitted({ title: 'Des puits' })];
    const answers = await Promise.all(
      [
        [one, other],
        [other, one],
      ].map(([from, into]) =>
        hall.moderator.client.post(`/api/v1/proposals/${from?.id}/merge`, {
          version: from?.version,
          intoId: into?.id,
          reason: 'Les deux.',
        }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  it('is one thing, linking another: both ways, and taken off again', async () => {
    const [one, other] = [await admitted(), await admitted({ title: 'Des puits' })];
    const links = `/api/v1/proposals/${one.id}/links`;
    for (const _ of [1, 2]) await ok(hall.moderator.client.post(links, { otherId: other.id }));
    expect([(await see(one.id)).linked.length, (await see(other.id)).linked[0]?.id]).toEqual([1, one.id]);
    await ok(hall.moderator.client.delete(`/api/v1/proposals/${other.id}/links/${one.id}`));
    expect((await see(one.id)).linked).toEqual([]);
  });
});

describe('what is alike', () => {
  it('is found while one writes, by letters and by stems, across languages through translations, drafts left out', async () => {
    const water = await admitted({
      title: 'Des fontaines publiques',
      html: 'Chaque quartier garde une fontaine ouverte.',
    });
    await ok(
      hall.delegate.client.put(`/api/v1/proposals/${water.id}/texts/en`, {
        version: water.version,
        title: 'Public fountains',
        paragraphs: [{ kind: 'text', html: 'Every quarter keeps an open fountain.' }],
      }),
    );
    await admitted({ title: 'Jumelages scolaires', html: 'Les écoles se rendent visite.' });
    await drafted({ title: 'Fontaines publiques secrètes' });
    const like = async (title: string, lang: string, summary = '') =>
      (
        await ok<SimilarProposal[]>(
          hall.otherDelegate.client.get(`${path}/similar?${new URLSearchParams({ title, lang, summary })}`),
        )
      ).map(({ id }) => id);
    expect(await like('Fontaine publique', 'fr')).toEqual([water.id]);
    expect(await like('A public fountain for each quarter', 'en')).toEqual([water.id]);
    expect(await like('Une idée', 'fr', 'garder ouvertes les fontaines des quartiers')).toEqual([water.id]);
    expect(await like('Tramway', 'fr')).toEqual([]);
    const twin = await admitted({ title: 'Fontaines publiques', html: 'Une fontaine ouverte par quartier.' });
    const near = await ok<SimilarProposal[]>(hall.anonymous.get(`/api/v1/proposals/${twin.id}/similar`));
    expect(near.map(({ id }) => id)).toEqual([water.id]);
  });
});

describe('lists', () => {
  it('are narrowed, sorted and counted; pages do not shift', async () => {
    const [first, second, third] = [await admitted(), await admitted(), await admitted({ lang: 'en' })];
    await submitted();
    const fez = await head('MA');
    await ok(fez.client.put(`/api/v1/proposals/${second.id}/city-endorsement`));
    await ok(hall.otherDelegate.client.put(`/api/v1/proposals/${first.id}/endorsement`));
    const list = async (query: string) =>
      (await ok<Page<ProposalSummary>>(hall.otherDelegate.client.get(`${path}?${query}`))).items.map(
        ({ id }) => id,
      );
    expect(await list('')).toEqual([third.id, second.id, first.id]);
    expect((await list('sort=breadth'))[0]).toBe(second.id);
    expect((await list('sort=endorsed'))[0]).toBe(first.id);
    expect((await list('sort=active'))[0]).toBe(first.id);
    expect(await list('written=en')).toEqual([third.id]);
    expect(await list(`author=${hall.otherDelegate.participantId}`)).toEqual([]);
    expect(await list(`city=${hall.delegation.cityId}`)).toHaveLength(3);
    await ok(hall.otherDelegate.client.put(`/api/v1/proposals/${third.id}/following`));
    expect(await list('followed=true')).toEqual([third.id]);
    for (const sort of ['new', 'active', 'endorsed', 'breadth']) {
      const seen: string[] = [];
      for (let cursor = ''; ; ) {
        const page = await ok<Page<ProposalSummary>>(
          hall.anonymous.get(`${path}?sort=${sort}&limit=1${cursor && `&cursor=${cursor}`}`),
        );
        seen.push(...page.items.map(({ id }) => id));
        if (!page.next) break;
        cursor = page.next;
      }
      expect([...seen].sort()).toEqual([first.id, second.id, third.id].sort());
    }
    const counts = await ok<ProposalCounts>(hall.moderator.client.get(`${path}/counts`));
    expect(counts).toMatchObject({ admitted: 3, submitted: 1, draft: 0 });
    expect(await ok(hall.anonymous.get(`${path}/counts?written=en`))).toMatchObject({
      admitted: 1,
      submitted: 0,
    });
  });

  it('are kept under a name by who looks at them that way, and are nobody else’s', async () => {
    const filters = `/api/v1/forums/${hall.forum.slug}/proposal-filters`;
    const query = { state: 'admitted', sort: 'breadth' };
    const saved = await ok<SavedFilter>(hall.delegate.client.post(filters, { name: 'Larges', query }));
    expect(await hall.delegate.client.post(filters, { name: 'Larges', query })).toMatchObject({
      body: { code: 'filter.taken' },
    });
    expect(await ok(hall.delegate.client.get(filters))).toEqual([saved]);
    expect(await ok(hall.otherDelegate.client.get(filters))).toEqual([]);
    expect((await hall.otherDelegate.client.delete(`${filters}/${saved.id}`)).status).toBe(404);
    expect((await hall.delegate.client.delete(`${filters}/${saved.id}`)).status).toBe(204);
    const bad = { name: 'Faux', query: { state: 'gone' } };
    expect((await hall.delegate.client.post(filters, bad)).status).toBe(400);
  });
});

describe('two moderators', () => {
  it('who move one proposal at once: one wins, the other is told', async () => {
    const proposal = await admitted();
    const answers = await Promise.all([
      hall.moderator.client.post(`/api/v1/proposals/${proposal.id}/debate`, { version: proposal.version }),
      hall.organiser.client.post(`/api/v1/proposals/${proposal.id}/lapse`, {
        version: proposal.version,
        reason: 'Hors du thème.',
      }),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  });
});

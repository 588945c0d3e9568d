import { DISCUSSION_LIMITS } from '../../src/discussion/discussion.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type BrowserClient, ok } from '../support/browser-client.js';
import { notified } from '../support/notifications.js';
import { makeDelegation, makeHall, makePerson, type Person } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
beforeAll(async () => {
  test = await startApp();
});
afterAll(() => test.stop());
beforeEach(async () => {
  hall = await makeHall(test);
});

const paragraphs = (...texts: readonly string[]) => texts.map((html) => ({ kind: 'text', html }));
const draft = (...texts: readonly string[]): Promise<ProposalView> =>
  ok(
    hall.delegate.client.post(`/api/v1/forums/${hall.forum.slug}/proposals`, {
      lang: 'fr',
      title: 'Des fontaines',
      paragraphs: paragraphs(...texts),
    }),
  );
const move = (client: BrowserClient, { id, version }: ProposalView, name: string, more: object = {}) =>
  ok<ProposalView>(client.post(`/api/v1/proposals/${id}/${name}`, { version, ...more }));
const submit = (proposal: ProposalView) => move(hall.delegate.client, proposal, 'submit');
const admit = (proposal: ProposalView) => move(hall.moderator.client, proposal, 'admit');
const submitted = async (...texts: readonly string[]) => submit(await draft(...texts));
const admitted = async (...texts: readonly string[]) => admit(await submitted(...texts));
/** Sent back by a moderator, written anew by its author. */
const rewritten = async (proposal: ProposalView, text: string): Promise<ProposalView> => {
  const { id, version } = await move(hall.moderator.client, proposal, 'return', { reason: 'Encore.' });
  return ok(
    hall.delegate.client.patch(`/api/v1/proposals/${id}`, {
      title: 'Des fontaines',
      paragraphs: paragraphs(text),
      version,
    }),
  );
};

const nameOf = async ({ accountId }: Person): Promise<string> =>
  (await test.db.query('SELECT name FROM account WHERE id = $1', [accountId]))[0].name;
const cityOf = async (cityId: string, lang: string): Promise<string> =>
  (await test.db.query('SELECT name FROM city WHERE id = $1', [cityId]))[0].name[lang];
/** How often somebody was told that a proposal mentions them. */
const told = async (person: Person, slug = hall.forum.slug): Promise<number> =>
  (await notified(test, person, slug)).filter(({ type }) => type === 'proposal.mentioned').length;
const rows = ({ id }: ProposalView): Promise<{ participant: string | null; delegation: string | null }[]> =>
  test.db.query(
    'SELECT participant_id AS participant, delegation_id AS delegation FROM mention WHERE proposal_id = $1',
    [id],
  );
const openToSeats = () =>
  test.db.query(`UPDATE forum SET admission = '{"delegations": 9, "regions": 3}' WHERE id = $1`, [
    hall.forum.id,
  ]);

describe('a name behind an @ in a proposal', () => {
  it('tells at the submission whom may read it then, once, and never from a draft', async () => {
    const text = `Avec <strong>@${await nameOf(hall.moderator)}</strong>, et @personne.`;
    const proposal = await draft(text);
    expect(await told(hall.moderator)).toBe(0);
    expect(await rows(proposal)).toEqual([]);
    const sent = await submit(proposal);
    expect(sent.texts[0]?.paragraphs[0]?.html).toBe(text);
    expect((await notified(test, hall.moderator, hall.forum.slug)).map(({ type }) => type).sort()).toEqual([
      'proposal.mentioned',
      'proposal.submitted',
    ]);
    const [first] = (await notified(test, hall.moderator, hall.forum.slug)).filter(
      ({ type }) => type === 'proposal.mentioned',
    );
    expect(first?.proposal).toMatchObject({ id: proposal.id, title: 'Des fontaines' });
    await admit(sent);
    expect(await told(hall.moderator)).toBe(1);
    expect(await told(hall.organiser)).toBe(0);
  });

  it('tells at its admission who could not read it before', async () => {
    const sent = await submitted(`Avec @${await nameOf(hall.observer)}.`);
    expect(await told(hall.observer)).toBe(0);
    expect((await hall.observer.client.get(`/api/v1/proposals/${sent.id}`)).status).toBe(404);
    await admit(sent);
    expect(await told(hall.observer)).toBe(1);
    expect((await hall.observer.client.get(`/api/v1/proposals/${sent.id}`)).status).toBe(200);
  });

  it('tells at the submission all who have a seat and a voice, where their endorsements admit', async () => {
    await openToSeats();
    const sent = await submitted(
      `Avec @${await nameOf(hall.otherDelegate)} et @${await nameOf(hall.observer)}.`,
    );
    expect([await told(hall.otherDelegate), await told(hall.observer)]).toEqual([1, 0]);
    await test.db.query(`UPDATE forum SET admission = '{"delegations": 1, "regions": 0}' WHERE id = $1`, [
      hall.forum.id,
    ]);
    await ok(hall.otherDelegate.client.put(`/api/v1/proposals/${sent.id}/city-endorsement`));
    expect([await told(hall.otherDelegate), await told(hall.observer)]).toEqual([1, 1]);
  });

  it('sent back and submitted again, tells only who is new', async () => {
    await openToSeats();
    const name = await nameOf(hall.otherDelegate);
    const first = await submitted(`Avec @${name}.`);
    const without = await submit(await rewritten(first, 'Avec personne.'));
    expect(await rows(first)).toEqual([]);
    const both = await submit(await rewritten(without, `Avec @${name} et @${await nameOf(hall.organiser)}.`));
    expect(await rows(both)).toHaveLength(2);
    expect([await told(hall.otherDelegate), await told(hall.organiser)]).toEqual([1, 1]);
    await admit(await submit(await rewritten(both, `@${name} @${await nameOf(hall.organiser)}`)));
    expect([await told(hall.otherDelegate), await told(hall.organiser)]).toEqual([1, 1]);
  });

  it('of a city in the language of the text tells its delegation, in another language nobody', async () => {
    const { id, cityId } = hall.otherDelegation;
    const guest = await makePerson(test, hall.forum.id, 'delegate', { delegationId: id });
    const proposal = await admitted(`Comme @${await cityOf(cityId, 'fr')}`);
    expect(await rows(proposal)).toEqual([{ participant: null, delegation: id }]);
    expect([await told(guest), await told(hall.otherDelegate), await told(hall.observer)]).toEqual([1, 1, 0]);
    const other = await admitted(`كما في @${await cityOf(cityId, 'ar')}`);
    expect(await rows(other)).toEqual([]);
  });

  it('tells nobody of another forum, no one who is suspended, and not its authors', async () => {
    const elsewhere = await makeHall(test);
    await admitted(`Avec @${await nameOf(elsewhere.moderator)}.`);
    expect(await told(elsewhere.moderator, elsewhere.forum.slug)).toBe(0);

    await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [
      hall.observer.participantId,
    ]);
    const signer = await makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id });
    const city = await cityOf(hall.delegation.cityId, 'fr');
    const proposal = await draft(
      `@${await nameOf(hall.observer)}, @${await nameOf(hall.delegate)}, @${await nameOf(signer)}, @${city}.`,
    );
    const { participantId } = signer;
    const { id, version } = proposal;
    await ok(hall.delegate.client.post(`/api/v1/proposals/${id}/co-authors`, { participantId, version }));
    const signed = await ok<ProposalView>(signer.client.post(`/api/v1/proposals/${id}/co-authors/accept`));
    await admit(await submit(signed));
    expect(await rows(proposal)).toHaveLength(4);
    expect([await told(hall.observer), await told(hall.delegate), await told(signer)]).toEqual([0, 0, 0]);
  });

  it('that two people bear tells neither, and the longest name counts', async () => {
    const named = (name: string) => makePerson(test, hall.forum.id, 'moderator', { name });
    const [one, two] = [await named('Ibn Khaldoun'), await named('Ibn Khaldoun')];
    const [short, long] = [await named('Ibn'), await named('Ibn Rochd')];
    await admitted('@Ibn Khaldoun', '@Ibn Rochd', '@ibn', '@Ibn Rochdi');
    expect([await told(one), await told(two), await told(long), await told(short)]).toEqual([0, 0, 1, 1]);
  });

  it('beyond the twentieth mentions nobody, and a text full of @ is submitted like any other', async () => {
    const names: string[] = [];
    for (let at = 0; at <= DISCUSSION_LIMITS.mentions; at++)
      names.push(await cityOf((await makeDelegation(test, hall.forum.id)).cityId, 'fr'));
    const many = await admitted(names.map((name) => `@${name}`).join(' '));
    expect(await rows(many)).toHaveLength(DISCUSSION_LIMITS.mentions);

    const hostile = ['@ '.repeat(9_000), `${`@${names[0]?.slice(0, -1)}x `.repeat(500)}@'; DROP TABLE`];
    const proposal = await draft(...hostile, `@${'@'.repeat(5_000)}`);
    await submit(proposal);
    expect(await rows(proposal)).toEqual([]);
  });
});

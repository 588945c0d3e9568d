import type {
  AmendmentsView,
  AmendmentView,
  PreparedPolls,
} from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView, SimilarProposal } from '../../src/proposals/proposals.contract.js';
import type { WrittenParagraph } from '../../src/text/rich-text.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { ok } from '../support/browser-client.js';
import { makeDelegation, makeHall, makePerson, type Person } from '../support/people.js';
import { Chair, castVote, SIMPLE } from '../support/polls.js';

const FRENCH = {
  title: 'Une fontaine dans chaque quartier',
  summary: 'De l’eau pour tous.',
  paragraphs: [
    'Chaque quartier garde une fontaine publique.',
    'La ville paie son eau.',
    'Un conseil de quartier en prend soin.',
  ],
};
const ARABIC = { title: 'نافورة في كل حي', summary: 'ماء للجميع.' };

/** From the first line to the text that was voted, told through the API in one go: each step stands on the one before. */
describe('a proposal, from its first line to its adopted text', () => {
  let test: TestApp;
  let hall: Awaited<ReturnType<typeof makeHall>>;
  let chair: Chair;
  let proposal: ProposalView;
  const amendments: Record<'mild' | 'strong' | 'apart', AmendmentView> = Object.create(null);

  beforeAll(async () => {
    test = await startApp();
    hall = await makeHall(test);
    chair = await Chair.of(test, hall.forum);
  });
  afterAll(() => test.stop());

  const at = (path: string): string => `/api/v1/proposals/${proposal.id}${path}`;
  const now = (): Promise<ProposalView> => ok(hall.moderator.client.get(at('')));
  const words = ({ texts, lang }: ProposalView): (string | undefined)[] =>
    texts.find((text) => text.lang === lang)?.paragraphs.map(({ html }) => html) ?? [];

  it('is drafted by one and signed by another', async () => {
    const { client } = hall.delegate;
    proposal = await ok(
      client.post(`/api/v1/forums/${hall.forum.slug}/proposals`, {
        ...FRENCH,
        lang: 'fr',
        topicId: hall.topic.id,
        paragraphs: FRENCH.paragraphs.map(written),
      }),
    );
    const asked = { participantId: hall.otherDelegate.participantId, version: proposal.version };
    await ok(client.post(at('/co-authors'), asked));
    proposal = await ok(hall.otherDelegate.client.post(at('/co-authors/accept')));
    expect(proposal.coAuthors.map(({ id }) => id)).toEqual([hall.otherDelegate.participantId]);
    proposal = await ok(
      hall.otherDelegate.client.put(at('/texts/ar'), {
        ...ARABIC,
        version: proposal.version,
        paragraphs: proposal.texts[0]?.paragraphs.map(({ id, kind }, place) => ({
          id,
          kind,
          html: ['يحتفظ كل حي بنافورة عمومية.', 'تؤدي المدينة ثمن مائها.', 'يعتني بها مجلس الحي.'][place],
        })),
      }),
    );
  });

  it('is noticed to be like another while that one is written, across languages', async () => {
    await move(hall.delegate, 'submit');
    await move(hall.moderator, 'admit');
    const title = encodeURIComponent('نافورة في كل الأحياء');
    const similar = await ok<SimilarProposal[]>(
      hall.observer.client.get(`/api/v1/forums/${hall.forum.slug}/proposals/similar?lang=ar&title=${title}`),
    );
    expect(similar.map(({ id }) => id)).toEqual([proposal.id]);
  });

  it('is endorsed by cities and opened for debate', async () => {
    for (const each of [0, 1]) {
      const { client } = await head();
      await ok(client.put(at('/city-endorsement')));
      expect((await now()).cityEndorsements).toHaveLength(each + 1);
    }
    await move(hall.moderator, 'debate');
  });

  it('gets three amendments, two of which collide', async () => {
    amendments.mild = await amend({ 1: 'La ville paie toute son eau.' });
    amendments.strong = await amend({ 1: 'La région seule paie tout.' });
    amendments.apart = await amend({ 2: 'Un conseil de cinq habitants en prend soin.' });
    const { collisions } = await ok<AmendmentsView>(hall.anonymous.get(at('/amendments')));
    expect(collisions.map(({ amendmentIds }) => [...amendmentIds].sort())).toEqual([
      [amendments.mild.id, amendments.strong.id].sort(),
    ]);
  });

  it('is amended by votes in the published order: what falls, falls', async () => {
    const { client } = hall.moderator;
    const { proposed } = await ok<AmendmentsView>(client.get(at('/amendments')));
    expect(proposed.amendmentIds).toEqual([amendments.strong.id, amendments.mild.id, amendments.apart.id]);
    await ok(client.put(at('/amendments/order'), { amendmentIds: proposed.amendmentIds }));
    const { pollIds } = await ok<PreparedPolls>(
      client.post(at('/amendments/polls'), { sessionId: chair.sessionId, terms: { rule: SIMPLE } }),
    );
    await hold(pollIds[0] as string, 'no');
    await hold(pollIds[1] as string, 'yes');
    await hold(pollIds[2] as string, 'yes');
    const after = await ok<AmendmentsView>(hall.anonymous.get(at('/amendments')));
    expect(after.amendments.map(({ number, state }) => [number, state])).toEqual([
      [1, 'adopted'],
      [2, 'rejected'],
      [3, 'adopted'],
    ]);
    expect(words(await now())).toEqual([
      FRENCH.paragraphs[0],
      'La ville paie toute son eau.',
      'Un conseil de cinq habitants en prend soin.',
    ]);
  });

  it('says where its translation lags behind, and is brought up to date before its own vote', async () => {
    proposal = await now();
    const arabic = proposal.texts.find(({ lang }) => lang === 'ar');
    const source = proposal.texts.find(({ lang }) => lang === 'fr');
    const moved = [1, 2].map((place) => source?.paragraphs[place]?.id);
    expect(arabic?.stale.paragraphs).toEqual(moved);
    proposal = await ok(
      hall.otherDelegate.client.put(at('/texts/ar'), {
        ...ARABIC,
        version: proposal.version,
        paragraphs: arabic?.paragraphs.map((each, place) => ({
          ...each,
          html: [each.html, 'تؤدي المدينة ثمن مائها كله.', 'يعتني بها مجلس من خمسة سكان.'][place],
        })),
      }),
    );
    expect(proposal.texts.map(({ stale }) => stale.paragraphs)).toEqual([[], []]);
  });

  it('is adopted by its own vote, which froze the text of each language', async () => {
    const poll = await ok<{ id: string }>(
      hall.moderator.client.post(`/api/v1/forums/${hall.forum.slug}/polls`, {
        sessionId: chair.sessionId,
        subject: { kind: 'proposal', id: proposal.id },
        terms: { rule: SIMPLE },
      }),
    );
    await hold(poll.id, 'yes');
    const record = await chair.record(await chair.see(poll));
    expect(Object.keys(record.definition.subject?.textHashes ?? {}).sort()).toEqual(['ar', 'fr']);
    expect((await now()).state).toBe('adopted');
  });

  it('tells how it came to be, to anybody', async () => {
    const { moves, versions } = await ok<ProposalView>(hall.anonymous.get(at('')));
    expect(moves.map(({ move: each }) => each)).toEqual(['submit', 'admit', 'debate', 'prepare', 'adopt']);
    expect(versions.map(({ cause }) => cause)).toEqual(['submitted', 'amended', 'amended']);
  });

  async function move({ client }: Person, name: string): Promise<void> {
    const { version } = await ok<ProposalView>(client.get(at('')));
    proposal = await ok(client.post(at(`/${name}`), { version }));
  }

  async function head(): Promise<Person> {
    const { id: delegationId } = await makeDelegation(test, hall.forum.id);
    return makePerson(test, hall.forum.id, 'delegate', { delegationId, head: true });
  }

  async function amend(changes: Readonly<Record<number, string>>): Promise<AmendmentView> {
    const { client } = await head();
    const source = (await now()).texts.find(({ lang }) => lang === 'fr');
    const draft = await ok<AmendmentView>(
      client.post(at('/amendments'), {
        reason: 'C’est plus juste.',
        paragraphs: source?.paragraphs.map((each, place) => ({ ...each, html: changes[place] ?? each.html })),
      }),
    );
    return ok(client.post(`/api/v1/amendments/${draft.id}/submit`, { version: draft.version }));
  }

  async function hold(id: string, choice: 'yes' | 'no'): Promise<void> {
    const poll = await chair.move(await chair.see({ id }), 'open');
    await castVote(poll, hall.delegate, { choice });
    await chair.move(poll, 'close');
  }
});

const written = (html: string): WrittenParagraph => ({ kind: 'text', html });

import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import type { AppealSummary } from '../../src/appeal/appeal.contract.js';
import { LANGS, type Lang } from '../../src/kernel/localized.js';
import type { AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal, makeThread, makeVote } from '../support/contributions.js';
import { inAll, makeHall } from '../support/people.js';
import { until } from '../support/until.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { openPollOn, startSession } from './sitting.js';

const TEXTS = {
  ar: { title: 'ترميم المدن العتيقة', text: 'نلتزم بترميم المدن العتيقة بمواد محلية.' },
  fr: { title: 'Restaurer les médinas', text: 'Nous restaurons les médinas avec des matériaux locaux.' },
  en: { title: 'Restore the medinas', text: 'We restore the medinas with local materials.' },
};
const ROUTES = '../../client/src/app/routes.tsx';

type Viewer = 'nobody' | 'delegate' | 'organiser';
/** The route, the address that is looked at where it differs (`:name` is filled in), and who looks. */
type Row = readonly [route: string, viewer: Viewer, address?: string];

const SITE: readonly Row[] = [
  ['/', 'nobody'],
  ['/join', 'nobody'],
  ['/sign-in', 'nobody'],
  ['/sign-in/code', 'nobody', '/sign-in/code#email=amina@example.org&code=ABCDEFGH'],
  ['/sign-in/link', 'nobody', '/sign-in/link#a-token'],
  ['/account', 'delegate'],
  ['/account/email', 'delegate'],
  ['/new', 'organiser'],
  ['/verify', 'nobody'],
];
const FORUM: readonly Row[] = [
  ['', 'delegate'],
  ['program', 'nobody'],
  ['discussion', 'delegate'],
  ['discussion/new', 'delegate'],
  ['discussion/:threadId', 'delegate'],
  ['proposals', 'delegate'],
  ['proposals/new', 'delegate'],
  ['proposals/:id', 'delegate', 'proposals/:admitted'],
  ['proposals/:id', 'nobody', 'proposals/:decided'],
  ['proposals/:id/edit', 'delegate', 'proposals/:draft/edit'],
  ['proposals/:id/versions', 'delegate', 'proposals/:admitted/versions'],
  ['proposals/:id/merge', 'delegate', 'proposals/:admitted/merge'],
  ['proposals/:id/versions', 'organiser', 'proposals/:submitted/versions?view=sides'],
  ['proposals/:id/amend', 'delegate', 'proposals/:admitted/amend'],
  ['proposals/:id/amend', 'delegate', 'proposals/:admitted/amend?parent=:amendment'],
  ['proposals/:id/amendments', 'nobody', 'proposals/:admitted/amendments'],
  ['proposals/:id/amendments', 'organiser', 'proposals/:admitted/amendments'],
  ['amendments/:id', 'delegate', 'amendments/:amendment'],
  ['amendments/:id', 'nobody', 'amendments/:amendment?view=sides'],
  ['amendments/:id/edit', 'delegate', 'amendments/:drafted/edit'],
  ['polls/:id', 'delegate', 'polls/:open'],
  ['polls/:id', 'nobody', 'polls/:closed'],
  ['cities', 'nobody'],
  ['appeal', 'nobody'],
  ['appeal', 'organiser'],
  ['badges', 'organiser'],
  ['manage', 'organiser'],
  ['manage/settings', 'organiser'],
  ['manage/topics', 'organiser'],
  ['manage/delegations', 'organiser'],
  ['manage/invitations', 'organiser'],
  ['manage/people', 'organiser'],
  ['manage/mail', 'organiser'],
  ['manage/program', 'organiser'],
  ['manage/polls', 'organiser'],
  ['manage/polls/new', 'organiser'],
  ['manage/polls/:id/edit', 'organiser', 'manage/polls/:prepared/edit'],
  ['polls/:id', 'organiser', 'polls/:prepared'],
  ['proxies', 'delegate'],
  ['notifications', 'delegate'],
];
const ROWS = [
  ...SITE.map(([route, viewer, address = route]) => ({ viewer, address })),
  ...FORUM.map(([route, viewer, address = route]) => ({ viewer, address: `/f/:slug/${address}` })),
];

it('looks at every route that the client has', () => {
  const source = readFileSync(new URL(ROUTES, import.meta.url), 'utf8');
  const routes = [...source.matchAll(/^ {2}'?([^\s']*)'?: (?:lazily\(|[A-Z])/gm)].map(([, route]) => route);
  expect(routes.length).toBeGreaterThan(20);
  expect([...new Set([...SITE, ...FORUM].map(([route]) => route))].sort()).toEqual(routes.sort());
});

describeInBrowser('every page at 360 px', () => {
  let test: TestApp;
  let browser: Browser;
  let parts: Readonly<Record<string, string>>;
  let hall: Awaited<ReturnType<typeof makeHall>>;
  const screens = new Map<string, PersonScreen>();

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    parts = await furnish(test, hall);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  /** Each viewer keeps one phone in each language. */
  async function screenOf(viewer: Viewer, lang: Lang): Promise<PersonScreen> {
    const name = `${viewer} ${lang}`;
    const client = viewer === 'nobody' ? hall.anonymous : hall[viewer].client;
    const screen = screens.get(name) ?? (await openPersonScreen(browser, client, { lang, phone: true }));
    screens.set(name, screen);
    return screen;
  }

  // By language on the outside: an account speaks one at a time.
  describe.each(LANGS)('in %s', (lang) => {
    it.each(ROWS)('$address for $viewer', async ({ viewer, address }) => {
      const { page, faults, text } = await screenOf(viewer, lang);
      // An address that differs in its fragment only would not load the page again.
      if (address.includes('#')) await page.goto('about:blank');
      await page.goto(
        address.replace(/:(\w+)/g, (_, name: string) => parts[name] as string),
        {
          waitUntil: 'commit',
        },
      );
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page.locator('.skeleton').first().waitFor({ state: 'detached' });
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect(await text('state.missing').count()).toBe(0);
      const found = { axe: await axeFaults(page), overflows: await overflows(page) };
      // What a page says after it was looked at, the next one is blamed for: nothing is lost.
      expect({ faults: faults.splice(0), ...found }).toEqual({
        faults: [],
        axe: [],
        overflows: false,
      });
    });
  });
});

/** Something on every page: a discussion, proposals in three states, an open and a closed vote, a draft appeal. */
async function furnish(test: TestApp, hall: Awaited<ReturnType<typeof makeHall>>) {
  const { forum, delegate, otherDelegate, organiser, moderator } = hall;
  const proposal = (number: number, state: string) =>
    makeProposal(test, hall, delegate, TEXTS, { number, state });
  const decided = await proposal(1, 'adopted');
  const votes = [{ voter: delegate, choice: 'yes' as const }];
  const { pollId: closed } = await makeVote(test, hall, decided, votes);
  const admitted = await proposal(2, 'admitted');
  const draft = await proposal(3, 'draft');
  await makeThread(test, hall, TEXTS.fr.title, [
    { author: delegate, lang: 'fr', text: TEXTS.fr.text },
    { author: otherDelegate, lang: 'ar', text: TEXTS.ar.text },
  ]);
  const [{ id: threadId }] = await test.db.query('SELECT id FROM thread');
  const appeals = `/api/v1/forums/${forum.slug}/appeals`;
  await moderator.client.post(appeals, { lang: 'fr' });
  await until(async () => {
    const { body } = await moderator.client.get<{ items: AppealSummary[] }>(appeals);
    return body.items[0]?.state === 'drafting';
  }, 60_000);
  await organiser.client.post(`/api/v1/forums/${forum.slug}/invitations`, {
    invitations: [{ role: 'observer', locale: 'fr', name: 'Amina', email: 'amina@example.org' }],
  });
  const toVote = await proposal(4, 'admitted');
  const sessionId = await startSession(hall);
  const open = await openPollOn(hall, sessionId, toVote);
  const { body: poll } = await moderator.client.post<PollView>(`/api/v1/forums/${forum.slug}/polls`, {
    sessionId,
    question: inAll('Where next?'),
    terms: { rule: { majority: 'simple', base: 'votes' } },
  });
  const submitted = await submit(hall);
  return {
    slug: forum.slug,
    submitted,
    decided,
    closed,
    admitted,
    ...(await amend(hall, admitted)),
    draft,
    threadId,
    open,
    prepared: poll.id,
  };
}

/** Two amendments that collide, and a draft of a third; answers the ids of one and of the draft. */
async function amend(
  { delegate, otherDelegate }: Awaited<ReturnType<typeof makeHall>>,
  proposalId: string,
): Promise<{ amendment: string; drafted: string }> {
  const draft = async ({ client }: typeof delegate, html: string): Promise<AmendmentView> => {
    const paragraphs = [{ id: 'F1RST000', kind: 'text', html }];
    const body = { reason: TEXTS.fr.text, paragraphs };
    return (await client.post<AmendmentView>(`/api/v1/proposals/${proposalId}/amendments`, body)).body;
  };
  const submitted: string[] = [];
  for (const text of [TEXTS.fr.text, TEXTS.en.text]) {
    const { id, version } = await draft(otherDelegate, text);
    await otherDelegate.client.post(`/api/v1/amendments/${id}/submit`, { version });
    submitted.push(id);
  }
  return { amendment: submitted[0] as string, drafted: (await draft(delegate, 'Fès')).id };
}

/** A proposal that its author submitted, so that a version of it is kept; answers its id. */
async function submit({
  forum,
  delegate: { client },
}: Awaited<ReturnType<typeof makeHall>>): Promise<string> {
  const paragraphs = [{ kind: 'text', html: TEXTS.fr.text }];
  const { body } = await client.post<ProposalView>(`/api/v1/forums/${forum.slug}/proposals`, {
    lang: 'fr',
    title: TEXTS.fr.title,
    paragraphs,
  });
  await client.post(`/api/v1/proposals/${body.id}/submit`, { version: body.version });
  return body.id;
}

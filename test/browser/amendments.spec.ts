import type { Browser, Locator, Page } from 'playwright-core';
import type { AmendmentsView, AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient } from '../support/browser-client.js';
import { makeHall, makePerson, type Person } from '../support/people.js';
import { castVote } from '../support/polls.js';
import { axeFaults, comeTo, describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { type Hall, startSession } from './sitting.js';
import { word } from './words.js';

const p = (html: string, id?: string) => ({ kind: 'text', html, ...(id && { id }) });
const ARABIC = {
  title: 'سقايات الأحياء',
  summary: 'لكل حي سقاية.',
  paragraphs: [p('يحافظ كل حي على سقاية عمومية.'), p('تؤدي المدينة ثمن مائها.'), p('يعتني بها مجلس الحي.')],
};
const ENGLISH = {
  title: 'Fountains of the quarters',
  summary: 'A fountain for each quarter.',
  paragraphs: [
    p('Every quarter keeps a public fountain.'),
    p('The city pays for its water.'),
    p('The council of the quarter looks after it.'),
  ],
};
const FREE = 'ويبقى مجانًا للجميع';
const SHARED = 'وتساهم الجهة في ذلك';
const REASON = 'الماء حق للجميع، ولا يُباع في أحيائنا.';
const OTHER_REASON = 'La région doit prendre sa part.';

describeInBrowser('amendments', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let third: Person;
  let author: PersonScreen;
  let rival: PersonScreen;
  let moderator: PersonScreen;
  let at: string;
  let proposal: ProposalView;

  async function sent<T>(
    client: BrowserClient,
    method: 'get' | 'post' | 'put',
    path: string,
    body: object = {},
  ) {
    const full = `/api/v1${path}`;
    const reply = method === 'get' ? await client.get<T>(full) : await client[method]<T>(full, body);
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  const list = () => sent<AmendmentsView>(hall.anonymous, 'get', `/proposals/${proposal.id}/amendments`);
  const numbered = async (number: number): Promise<AmendmentView> => {
    const found = (await list()).amendments.find((each) => each.number === number);
    if (!found) throw new Error(`no amendment ${number}`);
    return found;
  };

  /** An admitted proposal in two languages, by the first delegate. */
  async function admitted(): Promise<ProposalView> {
    const { client } = hall.delegate;
    const drafts = `/forums/${hall.forum.slug}/proposals`;
    const draft = await sent<ProposalView>(client, 'post', drafts, { lang: 'ar', ...ARABIC });
    const path = `/proposals/${draft.id}`;
    const { version } = draft;
    const told = await sent<ProposalView>(client, 'put', `${path}/texts/en`, { ...ENGLISH, version });
    const submitted = await sent<ProposalView>(client, 'post', `${path}/submit`, { version: told.version });
    return sent(hall.moderator.client, 'post', `${path}/admit`, { version: submitted.version });
  }

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    const { forum, otherDelegation } = hall;
    third = await makePerson(test, forum.id, 'delegate', { delegationId: otherDelegation.id, name: 'Rui' });
    proposal = await admitted();
    at = `/f/${forum.slug}/proposals/${proposal.id}`;
    author = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'ar', phone: true });
    rival = await openPersonScreen(browser, third.client, { lang: 'fr' });
    moderator = await openPersonScreen(browser, hall.moderator.client, { lang: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([author, rival, moderator].flatMap(({ faults }) => faults.splice(0))).toEqual([]);
  });

  const sound = async (page: Page) =>
    expect({ axe: await axeFaults(page), overflows: await overflows(page) }).toEqual({
      axe: [],
      overflows: false,
    });

  /** Writes behind the words of a paragraph, before its full stop. */
  async function writeIn({ page }: PersonScreen, paragraph: number, words: string): Promise<void> {
    const place: Locator = page.locator('.editor-surface > *').nth(paragraph - 1);
    await place.waitFor();
    await place.click();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.insertText(` ${words}.`);
  }

  it('are suggested in the proposal’s own text, on a phone in Arabic; what is typed stays', async () => {
    const { page, button, field, link, text } = author;
    await page.goto(at);
    await comeTo(page, page.locator('.time-line'));
    await link('amending.suggest').tap();
    await writeIn(author, 2, FREE);
    await page.locator('.live-changes summary', { hasText: word('ar', 'amending.changes_one') }).tap();
    await page.locator('.live-changes ins', { hasText: FREE }).waitFor();
    expect(await button('amending.submit').isDisabled()).toBe(true);
    await field('amending.reason').fill(REASON);
    await sound(page);
    await page.reload();
    await page.locator('.editor-surface', { hasText: FREE }).waitFor();
    expect(await field('amending.reason').inputValue()).toBe(REASON);
    await button('amending.submit').tap();
    await text('amending.about-submitted').waitFor();
    await page.locator('ins', { hasText: FREE }).waitFor();
    await sound(page);
    await mark(page);
  });

  it('collide with another’s, which begins as a draft that nobody else sees', async () => {
    const { page, button, field, text } = rival;
    await page.goto(`${at}/amend`);
    await writeIn(rival, 2, SHARED);
    await field('amending.reason').fill(OTHER_REASON);
    await page.locator('.live-changes ins', { hasText: SHARED }).waitFor();
    await sound(page);
    await button('amending.save-draft').click();
    await text('amending.about-draft').waitFor();
    expect((await list()).amendments).toHaveLength(1);
    await page.getByRole('link', { name: word('fr', 'do.edit'), exact: true }).click();
    await writeIn(rival, 2, 'aussi');
    await page.locator('.save-note', { hasText: word('fr', 'save.saved') }).waitFor();
    await sound(page);
    await button('amending.submit').click();
    await text('amending.about-submitted').waitFor();
    await page.getByRole('heading', { name: word('fr', 'amending.rivals') }).waitFor();
    await sound(page);
    // The first one hears of it without a press.
    await author.page.getByRole('heading', { name: word('ar', 'amending.rivals') }).waitFor();
    expect(await stayed(author.page)).toBe(true);
  });

  it('are grouped where they collide, ordered by keyboard, and the order is published with what follows', async () => {
    const paragraphs = (proposal.texts.find(({ lang }) => lang === 'ar')?.paragraphs ?? []).toSpliced(1, 1);
    const reason = 'Who pays is settled by the law.';
    const made = await sent<AmendmentView>(third.client, 'post', `/proposals/${proposal.id}/amendments`, {
      reason,
      paragraphs,
    });
    await sent(third.client, 'post', `/amendments/${made.id}/submit`, { version: made.version });
    const { page, button } = moderator;
    await page.goto(at);
    await page.getByRole('link', { name: word('en', 'amending.all') }).click();
    await page
      .getByRole('heading', { name: word('en', 'amending.group_other', { names: '1, 2 and 3' }) })
      .waitFor();
    await page.locator('.stretch mark').waitFor();
    expect(await page.locator('.stretch-choices > li').count()).toBe(3);
    await page.getByText(word('en', 'consequence.falls_other', { number: 3, names: '1 and 2' })).waitFor();
    await sound(page);

    const name = word('en', 'amending.name', { number: 1 });
    const up = page.getByRole('button', { name: word('en', 'do.move-up', { name }) });
    await up.focus();
    await page.keyboard.press('Enter');
    await page
      .getByText(word('en', 'order.moved', { number: 1, place: 2, all: 3 }))
      .or(page.getByText(word('en', 'order.moved', { number: 1, place: 1, all: 3 })))
      .waitFor();
    while (await up.isEnabled()) await up.press('Enter');
    await page.getByText(word('en', 'consequence.falls_other', { number: 1, names: '2 and 3' })).waitFor();
    await page.reload();
    await page.getByText(word('en', 'consequence.falls_other', { number: 1, names: '2 and 3' })).waitFor();
    await button('order.publish').click();
    await page.getByRole('heading', { name: word('en', 'order.published') }).waitFor();
    expect((await list()).order?.amendmentIds[0]).toBe((await numbered(1)).id);
    await sound(page);
  });

  it('are put to the vote together, in that order', async () => {
    await startSession(hall);
    const { page, button } = moderator;
    await page.reload();
    await button('votes.prepare_other', { count: '3' }).click();
    await page.locator('.terms-summary').waitFor();
    await sound(page);
    await page
      .locator('form')
      .getByRole('button', { name: word('en', 'votes.prepare_other', { count: 3 }) })
      .click();
    await button('order.publish-anew').waitFor({ state: 'detached' });
    expect((await list()).amendments.map(({ state }) => state)).toEqual(['voted', 'voted', 'voted']);
    await author.text('amending.about-voted').waitFor();
    await page
      .getByRole('link', { name: word('en', 'amending.name', { number: 1 }), exact: true })
      .first()
      .click();
    await page.locator('.card', { hasText: word('en', 'poll.state.draft') }).waitFor();
    await sound(page);
    await sound(author.page);
  });

  it('fall where a rival is adopted; the text has the words and says whose they are', async () => {
    const { id } = await numbered(1);
    const { client } = hall.moderator;
    const polls = await sent<{ items: PollView[] }>(
      client,
      'get',
      `/forums/${hall.forum.slug}/polls?subject=${id}`,
    );
    const poll = polls.items[0] as PollView;
    const opened = await sent<PollView>(client, 'post', `/polls/${poll.id}/open`, { version: poll.version });
    await castVote(opened, hall.delegate, { choice: 'yes' });
    const { version } = await sent<PollView>(client, 'get', `/polls/${poll.id}`);
    await sent(client, 'post', `/polls/${poll.id}/close`, { version });
    await author.text('amending.about-adopted').waitFor();
    expect(await stayed(author.page)).toBe(true);
    await rival.text('amending.about-fallen').waitFor();

    const { page } = rival;
    await page.goto(at);
    await page.locator('.paragraph', { hasText: FREE }).waitFor();
    await page.goto(`${at}/versions?lang=ar`);
    await page.locator('ins', { hasText: FREE }).waitFor();
    await page.getByText(word('fr', 'compare.traces'), { exact: true }).click();
    await page.locator('.merge-fate-line a').first().click();
    await rival.text('amending.about-adopted').waitFor();
    await sound(page);
  });

  it('keep what is typed while the text moves on, and show all three texts to whom it needs', async () => {
    const now = await sent<ProposalView>(hall.anonymous, 'get', `/proposals/${proposal.id}`);
    const text = now.texts.find(({ lang }) => lang === 'ar')?.paragraphs ?? [];
    const submit = async ({ client }: Person, first: string): Promise<AmendmentView> => {
      const paragraphs = text.map((each, index) => (index === 0 ? { ...each, html: first } : each));
      const body = { reason: REASON, paragraphs };
      const path = `/proposals/${proposal.id}/amendments`;
      const { id, version } = await sent<AmendmentView>(client, 'post', path, body);
      return sent(client, 'post', `/amendments/${id}/submit`, { version });
    };
    const stuck = await submit(hall.otherDelegate, 'يحافظ كل حي على سقاية قديمة.');
    const taken = await submit(third, 'يحافظ كل حي على سقاية جميلة.');
    await author.page.goto(`/f/${hall.forum.slug}/amendments/${stuck.id}`);
    await author.text('amending.about-submitted').waitFor();
    await rival.page.goto(`${at}/amend`);
    await writeIn(rival, 3, SHARED);
    await rival.field('amending.reason').fill(OTHER_REASON);
    await sent(hall.delegate.client, 'post', `/amendments/${taken.id}/accept`, { version: taken.version });

    await rival.page.getByRole('heading', { name: word('fr', 'moved.title') }).waitFor();
    expect(await rival.button('amending.submit').isDisabled()).toBe(true);
    await sound(rival.page);
    await rival.button('moved.bring').click();
    const editor = rival.page.locator('.editor-surface');
    await editor.filter({ hasText: 'جميلة' }).filter({ hasText: SHARED }).waitFor();
    await rival.button('amending.submit').click();
    await rival.text('amending.about-submitted').waitFor();

    await author.page.getByRole('heading', { name: word('ar', 'amending.needs-author') }).waitFor();
    await sound(author.page);
    await author.page.getByRole('link', { name: word('ar', 'amending.settle') }).tap();
    await author.button('conflict.put').waitFor();
    expect(await author.button('amending.settled').isDisabled()).toBe(true);
    await sound(author.page);
    await author.button('conflict.put').tap();
    await author.page.locator('.editor-surface', { hasText: 'قديمة' }).waitFor();
    await author.button('amending.settled').tap();
    await author.text('amending.about-submitted').waitFor();
    expect(await sent(hall.anonymous, 'get', `/amendments/${stuck.id}`)).toMatchObject({
      conflicts: [],
      changes: [
        { was: { html: 'يحافظ كل حي على سقاية جميلة.' }, now: { html: 'يحافظ كل حي على سقاية قديمة.' } },
      ],
    });
  });
});

import type { Browser, Locator } from 'playwright-core';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeDelegation, makeHall, makePerson } from '../support/people.js';
import { comeTo, describeInBrowser, openBrowser } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { type Hall, moveOn, startSession, vote } from './sitting.js';
import { word } from './words.js';

const ALIKE = {
  ar: { title: 'نافورة في كل ساحة', text: 'تُفتح نافورة في كل ساحة.' },
  fr: { title: 'Une fontaine sur chaque place', text: 'Une fontaine est ouverte sur chaque place.' },
};
const TITLE = 'نافورة في كل حي';
const TEXT = ['يحتفظ كل حي بنافورة عمومية.', 'تؤدي المدينة ثمن مائها.', 'يعتني بها مجلس الحي.'] as const;
const FRENCH = ['Chaque quartier garde sa fontaine.', 'La ville paie son eau.', 'Un conseil en prend soin.'];
const FREE = 'ويبقى مجانًا';
const SHARED = 'وتساهم الجهة';
const ELECTED = 'المنتخب';
const COLLIDING = [1, 2];

/** The whole road on four screens in two languages: no step is taken for anybody by the API. */
describeInBrowser('a proposal, from its first line to the text that is voted', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let author: PersonScreen;
  let second: PersonScreen;
  let third: PersonScreen;
  let chair: PersonScreen;
  let forum: string;
  let at: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    forum = `/f/${hall.forum.slug}`;
    await makeProposal(test, hall, hall.observer, ALIKE, { number: 1 });
    const { id: delegationId } = await makeDelegation(test, hall.forum.id);
    const head = await makePerson(test, hall.forum.id, 'delegate', { delegationId, head: true });
    const { participantId, accountId } = hall.otherDelegate;
    expect(participantId).not.toBe(head.participantId);
    await test.db.query(`UPDATE account SET name = 'Fatima Zahra' WHERE id = $1`, [accountId]);
    author = await openPersonScreen(browser, hall.delegate.client, { lang: 'ar', phone: true });
    second = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'fr' });
    third = await openPersonScreen(browser, head.client, { lang: 'fr', phone: true });
    chair = await openPersonScreen(browser, hall.moderator.client, { lang: 'fr' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([author, second, third, chair].flatMap(({ faults }) => faults.splice(0))).toEqual([]);
  });

  const proposal = async (): Promise<ProposalView> =>
    (await hall.moderator.client.get<ProposalView>(`/api/v1/proposals/${at.split('/').at(-1)}`)).body;
  const words = async (): Promise<string[]> =>
    (await proposal()).texts.find(({ lang }) => lang === 'ar')?.paragraphs.map(({ html }) => html) ?? [];
  const surface = ({ page }: PersonScreen): Locator => page.locator('.editor-surface').first();

  it('is drafted on a phone, where one that is like it is noticed, and signed by a second person', async () => {
    const { page, button, field } = author;
    await page.goto(`${forum}/proposals/new`);
    await field('proposal.title').fill(TITLE);
    await page
      .getByRole('status')
      .filter({ hasText: word('ar', 'similar.found_one') })
      .waitFor();
    await surface(author).tap();
    for (const [place, each] of TEXT.entries()) {
      if (place > 0) await page.keyboard.press('Enter');
      await page.keyboard.insertText(each);
    }
    await button('proposal.save-draft').tap();
    await author.text('reading.about-draft').waitFor();
    at = new URL(page.url()).pathname;
    await button('reading.signing').tap();
    await button('co-authors.invite').tap();
    await field('co-authors.search').fill('Fatima');
    await page.getByRole('button', { name: /Fatima Zahra/ }).tap();
    await second.page.goto(at);
    await second.button('co-authors.accept').click();
    await second.link('do.edit').waitFor();
  });

  it('is translated by the second, submitted by the first, and admitted', async () => {
    await second.page.goto(`${at}/edit?lang=fr`);
    await second.field('proposal.title').fill('Une fontaine dans chaque quartier');
    for (const [place, each] of FRENCH.entries()) {
      const name = word('fr', 'translate.paragraph', { number: place + 1 });
      await second.page.getByRole('textbox', { name, exact: true }).fill(each);
    }
    await second.text('save.saved').waitFor();
    await author.page.goto(at);
    await author.button('handling.submit').tap();
    await author.text('reading.about-submitted').waitFor();
    await chair.page.goto(at);
    await chair.button('handling.admit').click();
    await author.text('reading.about-admitted').waitFor();
    await chair.button('handling.debate').click();
    expect((await proposal()).texts.map(({ lang }) => lang).sort()).toEqual(['ar', 'fr']);
  });

  it('is endorsed by a city', async () => {
    await third.page.goto(at);
    await third.button('reading.endorse-city').tap();
    await third.text('reading.endorsed-city').waitFor();
    expect((await proposal()).cityEndorsements).toHaveLength(1);
  });

  it('gets three amendments in its own text, two of which collide', async () => {
    await suggest(third, 2, FREE);
    await suggest(second, 2, SHARED);
    await suggest(second, 3, ELECTED);
    await chair.page.goto(`${at}/amendments`);
    const names = COLLIDING.join(' et ');
    await chair.page.locator('h2, h3').filter({ hasText: names }).first().waitFor();
    expect(await chair.page.locator('.stretch-choices > li').count()).toBe(2);
  });

  it('is amended by live votes in the order that was published: what falls, falls', async () => {
    await startSession(hall);
    await chair.page.reload();
    await chair.button('order.publish').click();
    await chair.page.getByRole('heading', { name: word('fr', 'order.published') }).waitFor();
    await chair.page
      .getByRole('button', { name: word('fr', 'votes.prepare_other', { count: 3 }) })
      .first()
      .click();
    await chair.page.locator('.terms-summary').waitFor();
    await chair.page
      .locator('form')
      .getByRole('button', { name: word('fr', 'votes.prepare_other', { count: 3 }) })
      .click();
    await chair.button('order.publish-anew').waitFor({ state: 'detached' });
    const order = await amendments();
    const first = order.find(({ number }) => COLLIDING.includes(number)) as { number: number; id: string };
    await holdVote(await pollOf(first.id), first.number === 1 ? FREE : SHARED);
    const others = new Map((await amendments()).map(({ number, state }) => [number, state]));
    expect([1, 2].map((number) => others.get(number)).sort()).toEqual(['adopted', 'fallen']);
    await holdVote(await pollOf(order.find(({ number }) => number === 3)?.id as string));
    const [, amended, elected] = await words();
    expect(amended).toContain(first.number === 1 ? FREE : SHARED);
    expect(elected).toContain(ELECTED);
  });

  it('is adopted by its own vote; each word leads to whose it is, and the text is taken along', async () => {
    await chair.page.goto(at);
    await chair.link('handling.put-to-vote').click();
    await chair.button('polls.prepare').click();
    await chair.button('chair.open').waitFor();
    await holdVote(new URL(chair.page.url()).pathname.split('/').at(-1) as string);
    expect((await proposal()).state).toBe('adopted');

    const { page } = third;
    await page.goto(`${at}/versions?lang=ar&from=1&to=3&traces=1`);
    await page.locator('.traced', { hasText: ELECTED }).locator('a').tap();
    await page
      .getByRole('link', { name: word('fr', 'traces.vote') })
      .last()
      .waitFor();
    await page.goto(at);
    await comeTo(page, page.locator('.export-files'));
    const [saved] = await Promise.all([page.waitForEvent('download'), third.link('exporting.word').tap()]);
    expect(saved.suggestedFilename()).toMatch(/\.docx$/);
  });

  /** Writes behind the words of a paragraph, before its full stop, and submits that with a reason. */
  async function suggest(
    { page, lang, button, field, text }: PersonScreen,
    paragraph: number,
    added: string,
  ) {
    await page.goto(`${at}/amend`);
    const place = page.locator('.editor-surface > *').nth(paragraph - 1);
    await place.waitFor();
    await place.click();
    await page.keyboard.press('End');
    await page.keyboard.press('Backspace');
    await page.keyboard.insertText(` ${added}.`);
    await field('amending.reason').fill(lang === 'ar' ? 'هكذا أعدل.' : 'C’est plus juste ainsi.');
    await button('amending.submit').click();
    await text('amending.about-submitted').waitFor();
  }

  async function amendments(): Promise<{ id: string; number: number; state: string }[]> {
    const path = `/api/v1/proposals/${(await proposal()).id}/amendments`;
    const { body } = await hall.moderator.client.get<{
      amendments: { id: string; number: number; state: string }[];
      order: { amendmentIds: string[] } | null;
    }>(path);
    const order = body.order?.amendmentIds ?? [];
    return [...body.amendments].sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id));
  }

  async function pollOf(subject: string): Promise<string> {
    const path = `/api/v1/forums/${hall.forum.slug}/polls?subject=${subject}`;
    const { body } = await hall.moderator.client.get<{ items: { id: string }[] }>(path);
    return body.items[0]?.id as string;
  }

  /** The chair opens, the author and a head of delegation read what is changed and vote yes on their phones, the chair closes. */
  async function holdVote(id: string, reads?: string): Promise<void> {
    await chair.page.goto(`${forum}/polls/${id}`);
    await moveOn(chair, 'chair.open');
    await chair.button('chair.close').waitFor();
    for (const voter of [author, third]) {
      await voter.page.goto(`${forum}/polls/${id}`);
      if (reads) {
        await voter.text('poll.read-text').tap();
        await voter.page.locator('ins', { hasText: reads }).waitFor();
      }
      await vote(voter, 'yes');
    }
    await moveOn(chair, 'chair.close');
    await chair.page.locator('.verdict-word', { hasText: word('fr', 'result.adopted') }).waitFor();
  }
});

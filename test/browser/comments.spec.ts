import type { Browser, Locator } from 'playwright-core';
import type { AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, ledBy } from '../support/drafts.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, selectWords, stayed } from './screens.js';
import { word } from './words.js';

const PASSAGE = 'بجزء من ميزانية كل مدينة';
const SAID = 'هل يكفي جزء واحد؟';
const ANSWER = 'Un quart, comme à Porto Alegre.';

describeInBrowser('comments on the words of a clause', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let appeal: AppealView;
  let clause: ClauseView;
  let chair: PersonScreen;
  let delegate: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    appeal = await compiled(debate);
    clause = ledBy(appeal, debate.adopted);
    const { hall } = debate;
    chair = await openPersonScreen(browser, hall.moderator.client, { lang: 'fr' });
    delegate = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([chair, delegate].flatMap(({ faults }) => faults)).toEqual([]);
  });

  const at = (view: string) => `/f/${debate.hall.forum.slug}/appeal?view=${view}`;
  const words = ({ page }: PersonScreen, lang = 'ar'): Locator =>
    page.locator(`[data-clause="${clause.id}"][lang=${lang}]`);
  const card = (screen: PersonScreen): Locator =>
    screen.page.locator('.clause').filter({ has: words(screen) });
  /** Its label says as well that it may stay empty. */
  const wordsField = ({ page, lang }: PersonScreen): Locator => page.getByLabel(word(lang, 'comments.words'));
  const write = async (ar: string): Promise<void> => {
    const { client } = debate.hall.moderator;
    const path = `/api/v1/appeals/${appeal.id}`;
    const { clauses } = (await client.get<AppealView>(path)).body;
    const version = clauses.find(({ id }) => id === clause.id)?.version;
    const { status } = await client.patch(`${path}/clauses/${clause.id}`, { texts: { ar }, version });
    expect(status).toBe(200);
  };

  it('are made on a phone, from right to left, on what was selected, which is marked', async () => {
    const { page, button, field } = delegate;
    await page.goto(at('text'));
    await words(delegate).waitFor();
    await selectWords(delegate, clause.id, 'ar', PASSAGE);
    const [offer, navigation] = [button('clauses.comment-words'), page.locator('.forum-nav')];
    await offer.waitFor();
    const [{ y = 0, height = 0 }, below] = [
      (await offer.boundingBox()) ?? {},
      await navigation.boundingBox(),
    ] as const;
    expect(y + height).toBeLessThan(below?.y ?? 0);
    await offer.tap();
    expect(await wordsField(delegate).inputValue()).toBe(PASSAGE);
    const [{ name }] = await test.db.query('SELECT name FROM account WHERE id = $1', [
      debate.hall.moderator.accountId,
    ]);
    await field('comments.body').fill(SAID);
    await field('comments.body').press('End');
    await page.keyboard.type(` @${name}`);
    await page.getByRole('option', { name }).first().waitFor();
    expect([await axeFaults(page), await overflows(page)]).toEqual([[], false]);
    await page.keyboard.press('Enter');
    expect([await axeFaults(page), await overflows(page)]).toEqual([[], false]);
    await button('comments.send').tap();
    await words(delegate).locator('mark', { hasText: PASSAGE }).waitFor();
    await card(delegate).locator('.comment-body', { hasText: SAID }).waitFor();
    expect(await card(delegate).locator('.comment-body [data-mention]').allTextContents()).toEqual([
      `@${name}`,
    ]);
    expect([await axeFaults(page), await overflows(page)]).toEqual([[], false]);
    await mark(page);
  });

  it('are answered beside the clause at a desk, by the keyboard, and the other screen shows it', async () => {
    const { page, lang } = chair;
    await page.goto(at('text'));
    const one = word(lang, 'clauses.comments_one', { count: 1 });
    await card(chair).getByRole('button', { name: one }).press('Enter');
    const comment = card(chair).locator('.comment', { hasText: SAID });
    await comment.getByRole('button', { name: word(lang, 'comments.reply') }).press('Enter');
    await page.keyboard.type(ANSWER);
    expect([await axeFaults(page), await overflows(page)]).toEqual([[], false]);
    await comment.getByRole('button', { name: word(lang, 'comments.reply'), exact: true }).press('Enter');
    await comment.locator('.comment-body', { hasText: ANSWER }).waitFor();
    await card(delegate).locator('.comment-body', { hasText: ANSWER }).waitFor();
    expect(await stayed(delegate.page)).toBe(true);
  });

  it('stay with their words while the clause changes around them', async () => {
    await write(`نحن مدن المنتدى نلتزم بأن نعهد إلى سكاننا ${PASSAGE} وأن ننشر الحساب.`);
    for (const screen of [delegate, chair]) {
      await words(screen).filter({ hasText: 'ننشر الحساب' }).waitFor();
      await words(screen).locator('mark', { hasText: PASSAGE }).waitFor();
    }
    expect(await stayed(delegate.page)).toBe(true);
  });

  it('are listed with their quote once the words are gone, and settled', async () => {
    await write('نلتزم بنشر الحساب كل سنة.');
    await words(delegate).filter({ hasText: 'كل سنة' }).waitFor();
    expect(await words(delegate).locator('mark').count()).toBe(0);
    await chair.page.goto(at('comments'));
    const state = (label: 'attention' | 'resolved' | 'open', count: string) =>
      word('fr', 'comments.counted', { label: word('fr', `comments.state.${label}`), count });
    await chair.page.getByRole('button', { name: state('attention', '1') }).click();
    const lost = chair.page.locator('.comment', { hasText: SAID });
    await lost.locator('blockquote', { hasText: PASSAGE }).waitFor();
    expect([await axeFaults(chair.page), await overflows(chair.page)]).toEqual([[], false]);
    await delegate.page.goto(at('comments'));
    await delegate.page.getByRole('button', { name: word('ar', 'comments.state.attention') }).tap();
    await delegate.page.locator('.comment blockquote', { hasText: PASSAGE }).waitFor();
    expect([await axeFaults(delegate.page), await overflows(delegate.page)]).toEqual([[], false]);
    await lost.getByRole('button', { name: word('fr', 'comments.resolve') }).click();
    await chair.page.getByRole('button', { name: state('resolved', '1') }).click();
    await lost.waitFor();
    // On the other screen it leaves the list without a reload.
    await delegate.text('comments.none.attention').waitFor();
  });

  it('tell those whom they mention, and lead them there', async () => {
    const { page, lang } = chair;
    await page.goto(`/f/${debate.hall.forum.slug}/notifications`);
    const told = page.locator('.notification', { hasText: word(lang, 'told.comment.mentioned') });
    await told.getByRole('link').click();
    await page.locator('.comment-body', { hasText: SAID }).locator('[data-mention]').waitFor();
  });

  it('are told, and the notification leads to the comment', async () => {
    const { page } = delegate;
    await page.goto(`/f/${debate.hall.forum.slug}/notifications`);
    await delegate.text('told.comment.replied').waitFor();
    const told = page.locator('.notification', { hasText: word('ar', 'told.comment.replied') });
    await told.getByRole('link').tap();
    await page.locator('.comment-body', { hasText: ANSWER }).waitFor();
    await delegate.text('comments.told').waitFor();
  });

  it('are made on the whole clause, or on words that are typed, from the text that is written together', async () => {
    const { page, field, button, lang } = chair;
    await page.goto(at('together'));
    await page.locator(`.together-column[lang=fr] [data-clause]`).filter({ hasText: 'budget' }).click();
    const panel = page.locator('.together-panel');
    await panel.locator('summary', { hasText: word(lang, 'clauses.comment') }).click();
    await field('comments.body').fill('Et les villages ?');
    await wordsField(chair).fill('aucun de ces mots');
    await button('comments.send').click();
    await panel
      .getByRole('alert')
      .filter({ hasText: word(lang, 'error.comment.passage') })
      .waitFor();
    expect(chair.faults.splice(0)).toEqual([expect.stringContaining('409')]);
    await wordsField(chair).fill('chaque ville');
    await button('comments.send').click();
    await panel.locator('.comment blockquote', { hasText: 'chaque ville' }).waitFor();
    expect([await axeFaults(page), await overflows(page)]).toEqual([[], false]);
    await page.goto(`${at('text')}&clause=${clause.id}`);
    await words(chair, 'fr').locator('mark', { hasText: 'chaque ville' }).waitFor();
    await card(chair).locator('.comment-body', { hasText: 'villages' }).waitFor();
  });
});

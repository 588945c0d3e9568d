import type { Browser } from 'playwright-core';
import type { AppealView, ClauseView } from '../../src/appeal/appeal.contract.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { ok, Review, replaced, wordsOf } from '../support/clause-amendments.js';
import { makeDebate } from '../support/debate.js';
import { castVote } from '../support/polls.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { startSession } from './sitting.js';
import { word } from './words.js';

describeInBrowser('amendments to the appeal', () => {
  let test: TestApp;
  let browser: Browser;
  let review: Review;
  let clause: ClauseView;
  let delegate: PersonScreen;
  let chair: PersonScreen;
  let at: string;
  let sessionId: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    const debate = await makeDebate(test);
    review = await Review.of(debate);
    clause = await review.clause();
    sessionId = await startSession(debate.hall);
    at = `/f/${debate.hall.forum.slug}/appeal?view=amendments`;
    delegate = await openPersonScreen(browser, debate.hall.delegate.client, { lang: 'ar', phone: true });
    chair = await openPersonScreen(browser, debate.hall.moderator.client, { lang: 'fr' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([delegate, chair].flatMap(({ faults }) => faults)).toEqual([]);
  });

  const WORDS = 'Nous nous engageons à confier aux habitants la moitié du budget de chaque ville.';

  it('are made on a phone: the clause is chosen, worded otherwise, and seen word by word before it is sent', async () => {
    const { page, button, field } = delegate;
    await page.goto(at);
    await button('amending.suggest').tap();
    await field('reviewing.clause').selectOption(clause.id);
    await field('reviewing.words').fill(WORDS);
    await page.locator('ins', { hasText: 'moitié' }).waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await field('amending.reason').fill('نصف الميزانية أوضح من جزء منها.');
    // Kept on the device: whoever leaves finds it again.
    await page.reload();
    await button('amending.suggest').tap();
    expect(await field('reviewing.words').inputValue()).toBe(WORDS);
    await button('amending.submit').tap();
    await page.getByRole('heading', { name: word('ar', 'amending.name', { number: 1 }) }).waitFor();
    await page.locator('.badge', { hasText: word('ar', 'amendment.state.submitted') }).waitFor();
    expect(await overflows(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
  });

  it('tell who writes that the clause was changed meanwhile, and lose nothing of what was typed', async () => {
    const { page, button, field } = delegate;
    await button('amending.suggest').tap();
    await field('reviewing.clause').selectOption((await review.other()).id);
    const other = await review.other();
    await field('reviewing.words').fill(`${wordsOf(other)} Et le faire savoir.`);
    await review.write(other.id, { fr: wordsOf(other).replace('un fonds commun', 'une caisse commune') });
    await page.getByText(word('ar', 'reviewing.moved'), { exact: true }).waitFor();
    await button('reviewing.bring').tap();
    const typed = await field('reviewing.words').inputValue();
    expect([typed.includes('une caisse commune'), typed.includes('Et le faire savoir.')]).toEqual([
      true,
      true,
    ]);
    await field('amending.reason').fill('Que cela se sache.');
    await button('amending.save-draft').tap();
    await page.locator('.badge', { hasText: word('ar', 'amendment.state.draft') }).waitFor();
  });

  it('that collide stand before everybody in the order of the rule, with what follows', async () => {
    const { hall } = review.debate;
    await review.amended([replaced(clause, 'Tout confier aux habitants, sans tarder.')], {
      by: hall.otherDelegate.client,
    });
    for (const { page, lang } of [delegate, chair]) {
      if (page === chair.page) await page.goto(at);
      await page.getByRole('heading', { name: word(lang, 'order.title') }).waitFor();
      await page.locator('.stretch').waitFor();
      expect(await page.locator('.consequences li').count()).toBe(1);
      expect(await axeFaults(page)).toEqual([]);
      expect(await overflows(page)).toBe(false);
    }
    expect(await chair.page.locator('.vote-order-what').allTextContents()).toEqual(
      [3, 1].map((number) => word('fr', 'amending.name', { number })),
    );
  });

  it('are put to the vote together by the chair; what is adopted is in the text, what collided has fallen', async () => {
    const { hall } = review.debate;
    const { page, button, field } = chair;
    await button('votes.prepare_other', { count: '2' }).click();
    await field('polls.session').selectOption(sessionId);
    await page
      .getByRole('main')
      .locator('form')
      .getByRole('button', { name: word('fr', 'votes.prepare_other', { count: 2 }) })
      .click();
    await page
      .locator('.badge', { hasText: word('fr', 'amendment.state.voted') })
      .first()
      .waitFor();
    const { items } = await ok<{ items: PollView[] }>(
      hall.moderator.client.get(`/api/v1/forums/${hall.forum.slug}/polls`),
    );
    const poll = items.find(({ question }) => question.en.includes('amendment 3')) as PollView;
    const opened = await ok<PollView>(
      hall.moderator.client.post(`/api/v1/polls/${poll.id}/open`, { version: poll.version }),
    );
    await castVote(opened, hall.delegate, { choice: 'yes' });
    const { version } = await ok<PollView>(hall.moderator.client.get(`/api/v1/polls/${poll.id}`));
    await ok(hall.moderator.client.post(`/api/v1/polls/${poll.id}/close`, { version }));
    for (const screen of [delegate, chair]) {
      const state = (key: 'adopted' | 'fallen') =>
        screen.page.locator('.badge', { hasText: word(screen.lang, `amendment.state.${key}`) });
      await state('adopted').waitFor();
      await state('fallen').waitFor();
    }
    const { clauses } = await ok<AppealView>(hall.delegate.client.get(review.path));
    expect(wordsOf(clauses.find(({ id }) => id === clause.id))).toBe(
      'Tout confier aux habitants, sans tarder.',
    );
  });

  it('are told, to who made them and to who decides, and what was told leads to the amendment', async () => {
    const { hall } = review.debate;
    for (const { page, lang, text } of [delegate, chair]) {
      await page.goto(`/f/${hall.forum.slug}/notifications`);
      const type = page === delegate.page ? 'fallen' : 'submitted';
      await text(`told.clause-amendment.${type}`).first().waitFor();
      expect([await axeFaults(page), await overflows(page)]).toEqual([[], false]);
      const told = page.locator('.notification', { hasText: word(lang, `told.clause-amendment.${type}`) });
      await told.first().getByRole('link').click();
      const number = page === delegate.page ? 1 : 3;
      await page
        .getByRole('heading', { name: word(lang, 'amending.name', { number }), exact: true })
        .waitFor();
      const there = page.locator(`[id="${page.url().split('#')[1]}"] h3`);
      expect(await there.textContent()).toBe(word(lang, 'amending.name', { number }));
    }
  });

  it('are found from their vote, and read by keyboard and on any screen', async () => {
    const { hall } = review.debate;
    const { items } = await ok<{ items: PollView[] }>(
      hall.moderator.client.get(`/api/v1/forums/${hall.forum.slug}/polls`),
    );
    const poll = items.find(({ question }) => question.en.includes('amendment 3')) as PollView;
    await chair.page.goto(`/f/${hall.forum.slug}/polls/${poll.id}`);
    await chair.link('poll.go-to-amendment').focus();
    await chair.page.keyboard.press('Enter');
    await chair.page.getByRole('heading', { name: word('fr', 'amending.name', { number: 3 }) }).waitFor();
    expect(await axeFaults(chair.page)).toEqual([]);
  });
});

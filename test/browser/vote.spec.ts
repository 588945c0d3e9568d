import type { Browser, Locator } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { type Hall, moveOn, startSession, vote } from './sitting.js';
import { word } from './words.js';

const TITLE = { ar: 'ترميم المدن العتيقة', fr: 'Restaurer les médinas' };

describeInBrowser('a vote in the hall, on three screens', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let proposalId: string;
  let chair: PersonScreen;
  let french: PersonScreen;
  let arabic: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    proposalId = await makeProposal(
      test,
      hall,
      hall.delegate,
      { fr: { title: TITLE.fr, text: 'Texte' }, ar: { title: TITLE.ar, text: 'نص' } },
      { number: 1 },
    );
    await startSession(hall);
    const { moderator, delegate, otherDelegate } = hall;
    chair = await openPersonScreen(browser, moderator.client, { lang: 'en' });
    french = await openPersonScreen(browser, delegate.client, { lang: 'fr', phone: true });
    arabic = await openPersonScreen(browser, otherDelegate.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  const delegates = () => [french, arabic];
  const everyone = () => [chair, french, arabic];

  it('waits quietly on the phones before it is opened', async () => {
    for (const { page, text, link } of delegates()) {
      await page.goto(`/f/${hall.forum.slug}`);
      await text('now.running').waitFor();
      expect(await link('poll.go-vote').count()).toBe(0);
      await mark(page);
    }
    expect(await arabic.page.locator('html').getAttribute('dir')).toBe('rtl');
    expect(await french.page.locator('html').getAttribute('dir')).toBe('ltr');
  });

  it('is prepared and opened by the moderator, and comes to the phones by itself', async () => {
    await chair.page.goto(`/f/${hall.forum.slug}/proposals/${proposalId}`);
    await chair.link('handling.put-to-vote').click();
    await chair.button('polls.prepare').click();
    await moveOn(chair, 'chair.open');
    await chair.text('poll.turnout-words', { cast: 0, entitled: 2 }).first().waitFor();
    await mark(chair.page);
    for (const { page, lang, link } of delegates()) {
      await page.getByRole('heading', { name: lang === 'ar' ? TITLE.ar : TITLE.fr }).waitFor();
      await link('poll.go-vote').tap();
      await page.getByRole('radiogroup', { name: word(lang, 'poll.your-vote') }).waitFor();
      expect(await overflows(page)).toBe(false);
    }
  });

  it('shows its three answers and the way to send one with nothing to scroll', async () => {
    for (const screen of delegates()) {
      const answers = await screen.page.getByRole('radiogroup').getByRole('radio').all();
      expect(answers).toHaveLength(3);
      await screen.page
        .getByRole('radiogroup')
        .getByText(word(screen.lang, 'choice.yes'), { exact: true })
        .tap();
      const send = screen.button('poll.confirm', { choice: word(screen.lang, 'choice.yes') });
      await send.waitFor();
      expect(await screen.page.evaluate('window.scrollY')).toBe(0);
      for (const each of [...answers, send]) expect(await inView(each)).toBe(true);
    }
  });

  it('takes a tapped vote of each, and the turnout moves on every screen', async () => {
    await vote(french, 'yes');
    for (const { text } of everyone())
      await text('poll.turnout-words', { cast: 1, entitled: 2 }).first().waitFor();
    await vote(arabic, 'yes');
    for (const { text } of everyone())
      await text('poll.turnout-words', { cast: 2, entitled: 2 }).first().waitFor();
    for (const { page } of everyone()) expect(await page.locator('.verdict').count()).toBe(0);
  });

  it('is closed by the moderator, and the result is on every screen, none of which was reloaded', async () => {
    await moveOn(chair, 'chair.close');
    for (const { page, lang, text } of everyone()) {
      const verdict = word(lang, 'result.adopted');
      await text('result.says-sides', { verdict, yes: 3, no: 0 }).waitFor();
      expect(await stayed(page)).toBe(true);
    }
  });

  it('leaves an adopted proposal, and no fault on any screen', async () => {
    await chair.page.getByRole('link', { name: word('en', 'poll.on-proposal', { number: 1 }) }).click();
    await chair.text('proposal.state.adopted').first().waitFor();
    expect(everyone().flatMap(({ faults }) => faults)).toEqual([]);
  });
});

/** Whole on the screen, as it stands. */
async function inView(element: Locator): Promise<boolean> {
  const box = await element.boundingBox();
  const height = element.page().viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
}

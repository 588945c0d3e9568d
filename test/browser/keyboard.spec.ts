import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { until } from '../support/until.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { hasFocus, tabTo } from './keys.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { openPollOn, startSession } from './sitting.js';
import { word } from './words.js';

describeInBrowser('by keyboard alone', () => {
  let test: TestApp;
  let browser: Browser;
  let screen: PersonScreen;
  let accountId: string;
  let pollPath: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    const hall = await makeHall(test);
    accountId = hall.delegate.accountId;
    const texts = { fr: { title: 'Restaurer les médinas', text: 'Texte' } };
    const proposalId = await makeProposal(test, hall, hall.delegate, texts, { number: 1 });
    const pollId = await openPollOn(hall, await startSession(hall), proposalId);
    pollPath = `/f/${hall.forum.slug}/polls/${pollId}`;
    screen = await openPersonScreen(browser, hall.anonymous, { lang: 'fr' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it('one signs in with a mailed code and comes back to the vote', async () => {
    const { page, button, field, link } = screen;
    const [{ email }] = await test.db.query('SELECT email FROM account WHERE id = $1', [accountId]);
    await page.goto(pollPath);
    await tabTo(page, link('app.sign-in'));
    await page.keyboard.press('Enter');
    await tabTo(page, field('sign-in.email'));
    await page.keyboard.type(email);
    await tabTo(page, button('sign-in.send-code'));
    await page.keyboard.press('Enter');
    await field('sign-in.code').waitFor();
    const [letter] = await test.db.query('SELECT body FROM mail WHERE recipient = $1', [email]);
    // The field asked for has the focus already.
    await page.keyboard.type(/[#&]code=(\w+)/.exec(letter.body)?.[1] as string);
    await page.keyboard.press('Enter');
    await page.getByRole('radiogroup').waitFor();
    expect(new URL(page.url()).pathname).toBe(pollPath);
  });

  it('one votes, and the focus is taken to the receipt', async () => {
    const { page, button } = screen;
    const yes = page.getByRole('radio', { name: word('fr', 'choice.yes') });
    await tabTo(page, yes);
    await page.keyboard.press('Space');
    await tabTo(page, button('poll.confirm', { choice: word('fr', 'choice.yes') }));
    await page.keyboard.press('Enter');
    const receipt = page.getByRole('status').filter({ hasText: word('fr', 'poll.receipt-hint') });
    await receipt.waitFor();
    await until(() => hasFocus(receipt));
    expect(screen.faults).toEqual([]);
  });
});

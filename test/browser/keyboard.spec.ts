import type { Browser, Locator, Page } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { until } from '../support/until.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { openPollOn, startSession } from './sitting.js';
import { word } from './words.js';

/** More steps than any of these pages has. */
const MOST_STEPS = 40;
/** Whether an outline is drawn around what has the focus, or around the label or card that stands for it. */
const SHOWS_FOCUS = `(() => {
  const shown = (element) => {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    return outlineStyle !== 'none' && parseFloat(outlineWidth) > 0;
  };
  const focused = document.activeElement;
  return [focused, focused.closest('label')].some((element) => element && shown(element));
})()`;

const hasFocus = (goal: Locator): Promise<boolean> =>
  goal.evaluate((element) => element === element.ownerDocument.activeElement);

/** Steps on with Tab until the focus is on `goal`; at every step one must see where it is. */
async function tabTo(page: Page, goal: Locator): Promise<void> {
  await goal.waitFor();
  for (let step = 0; step < MOST_STEPS; step++) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<string>('document.activeElement.outerHTML.slice(0, 200)');
    expect({ at, shown: await page.evaluate(SHOWS_FOCUS) }).toEqual({ at, shown: true });
    if (await hasFocus(goal)) return;
  }
  throw new Error(`Tab never came to ${goal}`);
}

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

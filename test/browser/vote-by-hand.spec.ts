import type { Browser } from 'playwright-core';
import type { PollView } from '../../src/voting/polls.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeHall, makePerson } from '../support/people.js';
import { Chair, makeOptions } from '../support/polls.js';
import { axeFaults, describeInBrowser, openBrowser } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { verdict } from './sitting.js';
import { word } from './words.js';

const NAMES = ['Fez', 'Coimbra', 'Lille'];
/** Papers that name several options, and how many say the same. */
const PAPERS: readonly (readonly [names: readonly string[], votes: string])[] = [
  [['Fez', 'Lille'], '2'],
  [['Lille'], '1'],
];

describeInBrowser('papers that approve several options', () => {
  let test: TestApp;
  let browser: Browser;
  let chairing: Chair;
  let poll: PollView;
  let tellers: PersonScreen[];

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    const hall = await makeHall(test);
    const other = await makePerson(test, hall.forum.id, 'moderator');
    await test.db.query(`UPDATE delegation SET weight = '1'`);
    await makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id });
    chairing = await Chair.of(test, hall.forum);
    poll = await chairing.open({ method: 'approval', options: makeOptions(...NAMES) });
    tellers = [
      await openPersonScreen(browser, hall.moderator.client, { lang: 'fr' }),
      await openPersonScreen(browser, other.client, { lang: 'ar', phone: true }),
    ];
    for (const { page } of tellers) await page.goto(`/f/${hall.forum.slug}/polls/${poll.id}`);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it.each([0, 1])('are entered ballot by ballot by each of two people: %s', async (at) => {
    const screen = tellers[at] as PersonScreen;
    const { page, button, lang } = screen;
    await button('chair.hand').click();
    const dialog = page.getByRole('alertdialog');
    const press = (key: 'hand.add' | 'hand.take' | 'hand.send') =>
      dialog.getByRole('button', { name: word(lang, key), exact: true }).click();
    for (const [names, votes] of PAPERS) {
      await press('hand.add');
      for (const name of names) await dialog.getByText(name).click();
      await press('hand.take');
      // The number of the ballot that was just added waits for what is typed.
      await page.locator('input:focus').fill(votes);
    }
    await dialog.getByText(word(lang, 'hand.total', { total: 3 })).waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await press('hand.send');
    await dialog.waitFor({ state: 'detached' });
  });

  it('count once both are alike, each option by those that approve of it', async () => {
    await chairing.move(poll, 'close');
    for (const screen of tellers) {
      await verdict(screen, 'result.chosen');
      expect(await screen.page.locator('.verdict-word').textContent()).toContain('Lille');
    }
    const { result } = await chairing.see(poll);
    expect(result).toMatchObject({ winners: ['3'], cast: { ballots: 3 }, tally: { 1: 2, 2: 0, 3: 3 } });
    expect(tellers.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { type Hall, moveOn, openPollOn, startSession, vote } from './sitting.js';
import { type Key, word } from './words.js';

const TEXTS = { fr: { title: 'Murer les vieilles portes', text: 'Texte' } };

describeInBrowser('a vote that is lost', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let chair: PersonScreen;
  let french: PersonScreen;
  let arabic: PersonScreen;
  let reader: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    const { moderator, delegate, otherDelegate, anonymous, forum } = hall;
    const proposalId = await makeProposal(test, hall, delegate, TEXTS, { number: 1 });
    const pollId = await openPollOn(hall, await startSession(hall), proposalId);
    chair = await openPersonScreen(browser, moderator.client, { lang: 'en' });
    french = await openPersonScreen(browser, delegate.client, { lang: 'fr', phone: true });
    arabic = await openPersonScreen(browser, otherDelegate.client, { lang: 'ar', phone: true });
    reader = await openPersonScreen(browser, anonymous, { lang: 'fr' });
    for (const { page } of voting()) {
      await page.goto(`/f/${forum.slug}/polls/${pollId}`);
      await mark(page);
    }
    await reader.page.goto(`/f/${forum.slug}/proposals/${proposalId}`);
    // The time line, which comes a moment later, says it once more.
    await reader.text('proposal.state.voted').first().waitFor();
    await mark(reader.page);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  const voting = () => [chair, french, arabic];
  /** What stands beside one choice in the result: its weight, its share, its people. */
  const row = ({ page, lang }: PersonScreen, choice: Key) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('rowheader', { name: word(lang, choice), exact: true }) })
      .getByRole('cell')
      .allTextContents();

  it('takes the choice that was confirmed, not the one tapped before, and takes no other after it', async () => {
    const { page, text } = french;
    await page.getByRole('radiogroup').getByText(word('fr', 'choice.yes'), { exact: true }).tap();
    await french.button('poll.confirm', { choice: word('fr', 'choice.yes') }).waitFor();
    await text('poll.final').waitFor();
    await vote(french, 'no');
    await page.reload();
    await text('poll.received', { choice: word('fr', 'choice.no') }).waitFor();
    expect(await page.getByRole('radiogroup').count()).toBe(0);
    await mark(page);
  });

  it('takes an abstention, and shows nobody how it stands', async () => {
    await vote(arabic, 'abstain');
    for (const { page, text } of voting()) {
      await text('poll.turnout-words', { cast: 2, entitled: 2 }).first().waitFor();
      await text('poll.secrecy.named').first().waitFor();
      expect(await page.getByRole('progressbar').count()).toBe(1);
    }
  });

  it('is rejected on every screen at its close, with what each choice weighed', async () => {
    await moveOn(chair, 'chair.close');
    for (const screen of voting()) {
      const verdict = word(screen.lang, 'result.rejected');
      await screen.text('result.says-sides', { verdict, yes: 0, no: 1 }).waitFor();
      await screen.page.getByRole('row').first().waitFor();
      expect(await row(screen, 'choice.yes')).toEqual(['0', expect.stringMatching(/^0/), '0']);
      expect(await row(screen, 'choice.no')).toEqual(['1', expect.stringMatching(/^100/), '1']);
      expect(await row(screen, 'choice.abstain')).toEqual(['2', '–', '1']);
    }
  });

  it('leaves a rejected proposal on the screens that show it, none of them reloaded', async () => {
    await reader.text('proposal.state.rejected').first().waitFor();
    await chair.page.getByRole('link', { name: word('en', 'poll.on-proposal', { number: 1 }) }).click();
    await chair.text('proposal.state.rejected').first().waitFor();
    expect(await chair.button('handling.put-to-vote').count()).toBe(0);
    for (const { page, faults } of [...voting(), reader])
      expect({ stayed: await stayed(page), faults }).toEqual({ stayed: true, faults: [] });
  });
});

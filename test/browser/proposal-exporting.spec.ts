import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { openPdf } from '../support/pdf-files.js';
import { makeHall } from '../support/people.js';
import { axeFaults, comeTo, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen } from './screens.js';
import { word } from './words.js';

const FRENCH = { title: 'Rouvrir les bains anciens', text: 'Chaque ville rouvre un bain.' };

describeInBrowser('a proposal as a file', () => {
  let test: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it('is saved with the keyboard on a phone in Arabic, in the language of the page', async () => {
    const hall = await makeHall(test);
    const id = await makeProposal(test, hall, hall.delegate, { fr: FRENCH }, { number: 1 });
    const { page, link, faults } = await openPersonScreen(browser, hall.observer.client, {
      lang: 'ar',
      phone: true,
    });
    await page.goto(`/f/${hall.forum.slug}/proposals/${id}`);
    await comeTo(page, link('exporting.pdf'));
    await link('exporting.pdf').focus();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(saved.suggestedFilename()).toBe(`المقترح 1 - ${FRENCH.title}.pdf`);
    const { words, info } = await openPdf(await readFile(await saved.path()));
    expect(info.Language).toBe('ar');
    expect(words).toContain(FRENCH.text);
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe(word('ar', 'exporting.synopsis'));
    expect(await overflows(page)).toBe(false);
    await page.evaluate('scrollTo(0, 0)');
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

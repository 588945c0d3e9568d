import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeThread } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { word } from './words.js';

const POSTS = 60;

describeInBrowser('a long discussion', () => {
  let test: TestApp;
  let browser: Browser;
  let phone: PersonScreen;
  let path: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    const hall = await makeHall(test);
    const posts = Array.from({ length: POSTS }, (_, i) => ({
      author: i % 2 ? hall.delegate : hall.otherDelegate,
      lang: i % 5 ? 'fr' : 'ar',
      text:
        i % 5
          ? `Les villes doivent ouvrir les archives aux écoles, dit le quartier ${'abcdefgh'[i % 8]}.`
          : `ينبغي أن تفتح المدن أرشيفها أمام مدارس الأحياء في كل سنة ${i}.`,
    }));
    const [first] = await makeThread(test, hall, 'Les archives', posts);
    const [{ id }] = await test.db.query('SELECT thread_id AS id FROM post WHERE id = $1', [first]);
    await test.db.query('UPDATE thread SET posts = $2 WHERE id = $1', [id, POSTS]);
    path = `/f/${hall.forum.slug}/discussion/${id}`;
    phone = await openPersonScreen(browser, hall.delegate.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it('is told in its own sentences, each of which leads to its post', async () => {
    const { page } = phone;
    await page.goto(path);
    const quotes = page.locator('.thread-quote');
    await quotes.last().waitFor();
    const quoted = (await quotes.last().locator('blockquote').textContent()) as string;
    expect([await overflows(page), await axeFaults(page)]).toEqual([false, []]);
    await quotes
      .last()
      .getByRole('link', { name: word('ar', 'summary.to-post') })
      .tap();
    await page.locator('article:focus').getByText(quoted).waitFor();
    expect(phone.faults).toEqual([]);
  });
});

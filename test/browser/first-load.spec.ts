import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { LANGS, type Lang } from '../../src/kernel/localized.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal, makeThread } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { openPersonScreen } from './screens.js';
import { type Hall, openPollOn, startSession } from './sitting.js';

const TEXTS = { fr: { title: 'Restaurer les médinas', text: 'Nous restaurons les médinas.' } };
const KIB = 1024;

/** How much script a delegate's page may need that is opened first, in KiB of gzip. */
const BUDGET = 145;
const PAGES: readonly (readonly [address: string, most: number])[] = [
  ['program', BUDGET],
  ['proposals', BUDGET],
  // Its author's own page: what it went through, and what its author may do with it.
  ['proposals/:proposal', 152],
  ['discussion', BUDGET],
  ['discussion/:thread', BUDGET],
  // Every way of voting comes at once: a phone that loses its line must not miss its ballot.
  ['polls/:open', 158],
];

describeInBrowser('the script that a phone needs', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let parts: Readonly<Record<string, string>>;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    const proposal = await makeProposal(test, hall, hall.delegate, TEXTS, { number: 1 });
    const open = await openPollOn(hall, await startSession(hall), proposal);
    await makeThread(test, hall, TEXTS.fr.title, [
      { author: hall.delegate, lang: 'fr', text: TEXTS.fr.text },
    ]);
    const [{ id: thread }] = await test.db.query('SELECT id FROM thread');
    parts = { proposal, open, thread };
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  /** All scripts of a page that is opened with nothing kept before, in bytes of gzip, live line included. */
  async function scriptOf(address: string, lang: Lang): Promise<number> {
    const { page, context } = await openPersonScreen(browser, hall.delegate.client, { lang, phone: true });
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.resourceType() === 'script') scripts.add(request.url());
    });
    const line = page.waitForEvent('websocket');
    await page.goto(
      `/f/${hall.forum.slug}/${address.replace(/:(\w+)/, (_, name: string) => parts[name] as string)}`,
    );
    await Promise.all([line, shown(page)]);
    await page.waitForLoadState('networkidle');
    await context.close();
    const sizes = await Promise.all([...scripts].map(sizeOf));
    return sizes.reduce((sum, size) => sum + size, 0);
  }

  async function sizeOf(script: string): Promise<number> {
    const body = await (await fetch(script)).arrayBuffer();
    return gzipSync(new Uint8Array(body), { level: 9 }).length;
  }

  async function shown(page: Page): Promise<void> {
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.locator('.skeleton').first().waitFor({ state: 'detached' });
  }

  it.each(LANGS)('for the first page is within the budget in %s', async (lang) => {
    expect(await scriptOf('', lang)).toBeLessThanOrEqual(BUDGET * KIB);
  });

  // Arabic texts are the longest.
  it.each(PAGES)('for a page opened first is bounded: %s', async (address, most) => {
    expect(await scriptOf(address, 'ar')).toBeLessThanOrEqual(most * KIB);
  });
});

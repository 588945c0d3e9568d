import { readFile } from 'node:fs/promises';
import type { Browser, Locator, Page } from 'playwright-core';
import { ATTACHMENT_LIMITS } from '../../src/proposals/attachments/attachments.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { sendFile, TAKEN } from '../support/sent-files.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen } from './screens.js';
import { word } from './words.js';

const FRENCH = { title: 'Rouvrir les bains anciens', text: 'Chaque ville rouvre un bain.' };
const BUDGET = 'ميزانية الحمامات ٢٠١٤.pdf';
const isolated = (name: string): string => `\u2068${name}\u2069`;

describeInBrowser('files of a proposal', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Awaited<ReturnType<typeof makeHall>>;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  let number = 0;
  const draft = (): Promise<string> =>
    makeProposal(test, hall, hall.delegate, { fr: FRENCH }, { state: 'draft', number: ++number });
  const file = (name: string, content: Uint8Array) => ({
    name,
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(content),
  });

  /** The page where a draft is written, with the focus on the button for files. */
  async function openWriting(page: Page, id: string, add: Locator): Promise<void> {
    // Somebody listens all the time: the browser's own dialog is not shown between two files either.
    page.on('filechooser', () => undefined);
    await page.goto(`/f/${hall.forum.slug}/proposals/${id}/edit`);
    await add.focus();
  }

  /** Presses the button that has the focus and chooses these files. */
  async function choose(page: Page, ...files: ReturnType<typeof file>[]): Promise<void> {
    const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
    await chooser.setFiles(files);
  }

  it('are attached and taken away with the keyboard; what is refused says why and stops no other', async () => {
    const { page, button, faults } = await openPersonScreen(browser, hall.delegate.client, { lang: 'fr' });
    await openWriting(page, await draft(), button('files.add'));
    await choose(
      page,
      file('trop.txt', Buffer.alloc(ATTACHMENT_LIMITS.bytes + 1, 'a')),
      file('programme.pdf', Buffer.from('MZ\x90\0')),
      file(BUDGET, TAKEN.pdf as Uint8Array),
    );
    await page.getByRole('link', { name: BUDGET }).waitFor();
    await page.getByText(word('fr', 'error.request.too-large')).waitFor();
    await page.getByText(word('fr', 'error.attachment.type')).waitFor();
    expect(await axeFaults(page)).toEqual([]);

    await button('files.cancel-named', { name: isolated('trop.txt') }).focus();
    await page.keyboard.press('Enter');
    await button('files.retry-named', { name: isolated('programme.pdf') }).focus();
    await page.keyboard.press('Enter');
    await page.getByText(word('fr', 'error.attachment.type')).waitFor();
    await button('files.cancel-named', { name: isolated('programme.pdf') }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('progressbar').waitFor({ state: 'detached' });

    await button('files.remove-named', { name: isolated(BUDGET) }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('alertdialog').getByText(isolated(BUDGET)).waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: BUDGET }).waitFor({ state: 'detached' });
    // The focus stays where the file was.
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').textContent()).toBe(word('fr', 'files.add'));
    // The browser itself notes the answer 400 to each of the two attempts.
    expect(faults.filter((fault) => !fault.includes('400'))).toEqual([]);
  });

  it('show how far they are, and are given up half-way or sent again when the line is back', async () => {
    const { page, context, button } = await openPersonScreen(browser, hall.delegate.client, { lang: 'en' });
    const id = await draft();
    await openWriting(page, id, button('files.add'));
    const path = `**/proposals/${id}/attachments`;
    let cut = true;
    await page.route(path, (route) => (cut ? route.abort() : route.continue()));
    await choose(page, file('plan.txt', Buffer.from('A plan.')), file('second.txt', Buffer.from('Another.')));
    const again = button('files.retry-named', { name: isolated('plan.txt') });
    await again.waitFor();
    await button('files.retry-named', { name: isolated('second.txt') }).waitFor();
    cut = false;
    await again.click();
    await page.getByRole('link', { name: 'plan.txt' }).waitFor();
    await button('files.cancel-named', { name: isolated('second.txt') }).click();

    await page.unroute(path);
    let held: () => void = () => undefined;
    const wait = new Promise<void>((resolve) => {
      held = resolve;
    });
    await page.route(path, async (route) => {
      await wait;
      await route.continue().catch(() => undefined);
    });
    await button('files.add').focus();
    await choose(page, file('slow.txt', Buffer.from('Slow.')), file('after.txt', Buffer.from('After it.')));
    await page.getByRole('progressbar', { name: isolated('slow.txt') }).waitFor();
    await button('files.cancel-named', { name: isolated('slow.txt') }).click();
    held();
    await page.getByRole('link', { name: 'after.txt' }).waitFor();
    expect(await page.getByRole('link', { name: 'slow.txt' }).count()).toBe(0);
    await context.close();
  });

  it('are saved by a reader on a phone in Arabic, with their sum', async () => {
    const id = await draft();
    const long = `${'annexe-sans-espace-'.repeat(5)}fin.csv`;
    await sendFile(hall.delegate.client, id, TAKEN.pdf as Uint8Array, BUDGET);
    const { body } = await sendFile(hall.delegate.client, id, TAKEN.csv as Uint8Array, long);
    await test.db.query(`UPDATE proposal SET state = 'admitted', admitted_at = now() WHERE id = $1`, [id]);
    const { page, text, faults } = await openPersonScreen(browser, hall.observer.client, {
      lang: 'ar',
      phone: true,
    });
    await page.goto(`/f/${hall.forum.slug}/proposals/${id}`);
    await text('files.title').waitFor();
    const link = page.getByRole('link', { name: BUDGET });
    await link.focus();
    const [saved] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(saved.suggestedFilename()).toBe(BUDGET);
    expect(await readFile(await saved.path())).toEqual(Buffer.from(TAKEN.pdf as Uint8Array));
    for (const summary of await page.getByText(word('ar', 'files.sum')).all()) await summary.click();
    await page.getByText(body.attachments[1]?.sha256 as string).waitFor();
    expect(await page.getByRole('button', { name: word('ar', 'files.remove') }).count()).toBe(0);
    expect(await overflows(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    expect(faults).toEqual([]);
  });
});

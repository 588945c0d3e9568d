import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { RELEASE_WORDS } from '../../src/appeal/release/words/words.js';
import { DIRECTION, LANGS, type Lang } from '../../src/kernel/localized.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { nidaa } from '../support/processes.js';
import { publishAppeal } from '../support/published-appeal.js';
import {
  axeFaults,
  describeInBrowser,
  openBrowser,
  openScreen,
  overflows,
  PHONE,
  type Screen,
} from './browser.js';
import { word } from './words.js';

const CLAUSE = {
  ar: 'نلتزم بأن نعهد إلى السكان بجزء من ميزانية كل مدينة من مدننا.',
  fr: 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.',
  en: 'We undertake to entrust residents with a part of the budget of every city.',
};

describeInBrowser('a published appeal, read without account and without script', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let address: string;
  let folder: string;
  let reader: Screen;
  /** Axe and the forum's own pages need script; nobody is signed in here either. */
  let scripted: Screen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    address = (await publishAppeal(debate)).page as string;
    folder = await mkdtemp(join(tmpdir(), 'nidaa-read-'));
    reader = await openScreen(browser, test.url, { locale: 'fr', viewport: PHONE, javaScriptEnabled: false });
    scripted = await openScreen(browser, test.url, { locale: 'fr', viewport: PHONE });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const clause = (page: Page, lang: Lang) => page.locator('.clause').filter({ hasText: CLAUSE[lang] });

  it.each(LANGS)('in %s tells clause by clause where it comes from', async (lang) => {
    const { page } = reader;
    const words = RELEASE_WORDS[lang];
    await page.goto(`${address}?lang=${lang}`);
    await page.locator(`html[lang=${lang}][dir=${DIRECTION[lang]}]`).waitFor();
    expect(await page.locator('script').count()).toBe(0);
    await page.getByRole('heading', { level: 2, name: words.preamble }).waitFor();
    const sourced = page.locator('.clause').filter({ has: page.locator('details') });
    expect(await sourced.count()).toBe(2);
    const quotes = clause(page, lang).getByRole('blockquote');
    expect(await quotes.first().isVisible()).toBe(false);
    for (const summary of await page.locator('summary').all()) await summary.click();
    expect(await quotes.allTextContents()).toEqual([CLAUSE.fr, 'Le patrimoine des médinas est une richesse']);
    expect(await quotes.last().isVisible()).toBe(true);
    expect(await overflows(page)).toBe(false);
  });

  it.each(LANGS)('in %s has nothing in the way of anybody, all sources open', async (lang) => {
    const { page, faults } = scripted;
    await page.goto(`${address}?lang=${lang}`);
    for (const summary of await page.locator('summary').all()) await summary.click();
    const found = { axe: await axeFaults(page), overflows: await overflows(page), faults };
    expect(found).toEqual({ axe: [], overflows: false, faults: [] });
  });

  it('has a language for who wishes none, and links to the others and to each clause', async () => {
    const { page } = reader;
    await page.goto(address);
    await page.locator('html[lang=fr]').waitFor();
    await page.getByRole('link', { name: RELEASE_WORDS.ar.name }).click();
    await page.locator('html[lang=ar]').waitFor();
    await page.goto(address);
    const own = clause(page, 'fr').getByRole('link', { name: RELEASE_WORDS.fr.permalink('1') });
    const permanent = await own.getAttribute('href');
    await page.goto(`${address}${permanent}`);
    expect(await page.locator(':target').textContent()).toContain(CLAUSE.fr);
  });

  it('leads from a source to the words in their discussion', async () => {
    const { page, faults } = scripted;
    await page.goto(address);
    await clause(page, 'fr').locator('summary').click();
    await page.getByRole('link', { name: RELEASE_WORDS.fr.post('Le patrimoine') }).click();
    await page.locator('article:focus').getByText('Le patrimoine des médinas').waitFor();
    expect(new URL(page.url()).pathname).toBe(`/f/${debate.hall.forum.slug}/discussion/${debate.threadId}`);
    expect(faults).toEqual([]);
  });

  it.each(['text', 'fates', 'coverage'])('stands in its forum with its %s', async (view) => {
    const { page, faults } = scripted;
    await page.goto(`/f/${debate.hall.forum.slug}/appeal?view=${view}`);
    await page.getByRole('heading', { level: 2, name: word('fr', 'published.read') }).waitFor();
    await page.waitForLoadState('networkidle');
    for (const summary of await page.locator('summary').all()) await summary.click();
    const found = { axe: await axeFaults(page), overflows: await overflows(page), faults };
    expect(found).toEqual({ axe: [], overflows: false, faults: [] });
  });

  it('gives its PDF and its data', async () => {
    const { page } = reader;
    await page.goto(`${address}?lang=ar`);
    const get = async (name: string) => {
      const href = await page.getByRole('link', { name, exact: true }).getAttribute('href');
      return (await page.request.get(href as string)).body();
    };
    expect((await get(RELEASE_WORDS.ar.pdf)).subarray(0, 5).toString()).toBe('%PDF-');
    const data = JSON.parse((await get(RELEASE_WORDS.ar.json)).toString());
    expect(data).toMatchObject({ format: 'nidaa-appeal/4', clauses: expect.any(Array) });
    expect(data.clauses[2].texts).toMatchObject(CLAUSE);
  });

  it('gives a sealed release that holds, and names what does not when one byte of it is another', async () => {
    const { page } = reader;
    await page.goto(`${address}?lang=en`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: RELEASE_WORDS.en.zip }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    const good = await nidaa(['verify', path]);
    expect([good.code, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toContain('Everything holds.');

    const bytes = await readFile(path);
    const at = bytes.indexOf(Buffer.from(CLAUSE.en));
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at);
    await writeFile(path, bytes);
    const bad = await nidaa(['verify', path]);
    expect(bad.code).toBe(1);
    expect(bad.stdout).toMatch(/DOES NOT HOLD: appeal\.en\.[a-z.]+: was changed/);
  });
});

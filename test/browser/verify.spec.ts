import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { AppealView } from '../../src/appeal/appeal.contract.js';
import { pack } from '../../src/appeal/release/archive.js';
import { DIRECTION, LANGS, type Lang } from '../../src/kernel/localized.js';
import { fingerprint } from '../../src/kernel/signature.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeDebate } from '../support/debate.js';
import { publishAppeal } from '../support/published-appeal.js';
import { type Made, makeRelease } from '../support/releases.js';
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

describeInBrowser('a release, checked in the reader’s browser', () => {
  let test: TestApp;
  let browser: Browser;
  let made: Made;
  let appeal: AppealView;
  let folder: string;
  const screens = new Map<Lang, Screen>();

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    made = await makeRelease();
    appeal = await publishAppeal(await makeDebate(test));
    folder = await mkdtemp(join(tmpdir(), 'nidaa-checked-'));
    await writeFile(join(folder, 'good.zip'), pack(made.files));
    const appealJson = new TextDecoder().decode(made.files.get('appeal.json'));
    const changed = new TextEncoder().encode(
      appealJson.replace('Nous nous engageons', 'Nous nous engageonz'),
    );
    await writeFile(join(folder, 'bad.zip'), pack(new Map([...made.files, ['appeal.json', changed]])));
    await writeFile(join(folder, 'record.json'), made.files.get('polls/v1.json') as Uint8Array);
    await writeFile(join(folder, 'other.zip'), 'some text');
    for (const [path, bytes] of made.files) {
      await mkdir(dirname(join(folder, 'fes', path)), { recursive: true });
      await writeFile(join(folder, 'fes', path), bytes);
    }
    for (const lang of LANGS)
      screens.set(lang, await openScreen(browser, test.url, { locale: lang, viewport: PHONE }));
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const screen = (lang: Lang) => screens.get(lang) as Screen;
  async function open(lang: Lang, query = ''): Promise<Page> {
    const { page } = screen(lang);
    await page.goto(`/verify${query}`);
    await page.getByRole('heading', { level: 1, name: word(lang, 'verify.title') }).waitFor();
    await page.waitForLoadState('networkidle');
    return page;
  }
  const choose = (page: Page, lang: Lang, name: string) => {
    const label = word(lang, name === 'fes' ? 'verify.folder' : 'verify.file');
    return page.locator(`input[type=file][aria-label="${label}"]`).setInputFiles(join(folder, name));
  };

  it.each(LANGS)('in %s holds, or names what does not, and nothing is sent meanwhile', async (lang) => {
    const page = await open(lang);
    const { faults } = screen(lang);
    const sent: string[] = [];
    page.on('request', (request) => sent.push(request.url()));
    await choose(page, lang, 'good.zip');
    await page.getByText(word(lang, 'verify.holds'), { exact: true }).waitFor();
    await page.getByText(fingerprint(made.signature.publicKey)).first().waitFor();
    await page.getByText(word(lang, 'verify.unknown-key')).waitFor();
    await choose(page, lang, 'bad.zip');
    await page.getByText(word(lang, 'verify.holds-not'), { exact: true }).waitFor();
    await page.getByText('appeal.json').first().waitFor();
    expect(await page.locator(`html[lang=${lang}][dir=${DIRECTION[lang]}]`).count()).toBe(1);
    expect({ axe: await axeFaults(page), overflows: await overflows(page), faults, sent }).toEqual({
      ...{ axe: [], overflows: false, faults: [], sent: [] },
    });
  });

  it('takes a folder, a record, and a key to trust', async () => {
    const page = await open('en');
    await choose(page, 'en', 'fes');
    await page.getByText('Everything holds.', { exact: true }).waitFor();
    await page.getByLabel(word('en', 'verify.key')).fill(fingerprint(made.signature.publicKey));
    await choose(page, 'en', 'good.zip');
    await page.getByText('the key is the one that you trust').waitFor();
    expect(await page.getByText(word('en', 'verify.unknown-key')).count()).toBe(0);
    await page.getByLabel(word('en', 'verify.key')).fill('00'.repeat(32));
    await choose(page, 'en', 'record.json');
    await page.getByText('signed by a key other than the one that you trust').waitFor();
    await choose(page, 'en', 'other.zip');
    await page.getByText(word('en', 'verify.no-release')).waitFor();
  });

  it('takes this server’s release from the page of the appeal, and the key that it publishes', async () => {
    const { page } = screen('en');
    await page.goto(`${appeal.page}?lang=en`);
    await page.getByRole('link', { name: 'Check in this browser' }).click();
    await page.getByRole('button', { name: word('en', 'verify.from-site') }).click();
    await page.getByText('Everything holds.', { exact: true }).waitFor();
    await page.getByText(/the key is the one that http.* publishes/).waitFor();
  });
});

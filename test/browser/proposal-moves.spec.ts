import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import type { Hall } from './sitting.js';
import { word } from './words.js';

const FRENCH = { title: 'Rouvrir les bains anciens', text: 'Chaque ville rouvre un bain.' };
const ARABIC = { title: 'إعادة فتح الحمامات العتيقة', text: 'تعيد كل مدينة فتح حمام.' };
const CHANGED = 'Chaque ville rouvre un bain avant 2030.';
const REASON = 'Please name a date.';
const OTHER = { title: 'Planter des orangers', text: 'Un oranger par place.' };

describeInBrowser('the moves of a proposal', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let author: PersonScreen;
  let moderator: PersonScreen;
  let reader: PersonScreen;
  let at: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    at = `/f/${hall.forum.slug}/proposals`;
    await makeProposal(test, hall, hall.otherDelegate, { fr: OTHER }, { number: 1 });
    author = await openPersonScreen(browser, hall.delegate.client, { lang: 'fr', phone: true });
    moderator = await openPersonScreen(browser, hall.moderator.client, { lang: 'en' });
    reader = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([author, moderator, reader].flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('is written in French on a phone and translated beside its original', async () => {
    const { page, button, field, text } = author;
    await page.goto(`${at}/new`);
    await field('proposal.title').fill(FRENCH.title);
    await field('proposal.text').fill(FRENCH.text);
    await field('form.topic').selectOption({ index: 1 });
    await button('proposal.save-draft').tap();
    await text('reading.about-draft').waitFor();

    const translate = word('fr', 'handling.translation-add', { language: 'arabe' });
    await page.getByRole('link', { name: translate }).tap();
    await page.getByText(FRENCH.text).waitFor();
    await field('proposal.title').fill(ARABIC.title);
    const translation = page.getByRole('textbox', { name: word('fr', 'translate.paragraph', { number: 1 }) });
    await translation.fill(ARABIC.text);
    expect(await translation.getAttribute('dir')).toBe('rtl');
    expect(await overflows(page)).toBe(false);
    await button('do.save').tap();
    await button('handling.submit').tap();
    await text('reading.about-submitted').waitFor();
    await mark(page);
  });

  it('comes back with a reason, which its author reads at once, and goes in again', async () => {
    await moderator.page.goto(at);
    await moderator.page.getByRole('link', { name: FRENCH.title }).click();
    await moderator.button('handling.return').click();
    const dialog = moderator.page.getByRole('alertdialog');
    const give = dialog.getByRole('button', { name: word('en', 'handling.return') });
    expect(await give.isDisabled()).toBe(true);
    await moderator.field('handling.reason').fill(REASON);
    await give.click();
    await moderator.text('reading.about-returned').waitFor();
    await mark(moderator.page);

    const { page, button, field, link, text } = author;
    await page.getByText(REASON).first().waitFor();
    await link('do.edit').first().tap();
    await field('proposal.text').fill(CHANGED);
    await button('do.save').tap();
    await button('handling.submit').tap();
    await text('reading.about-submitted').waitFor();
  });

  it('is admitted in its new version, and no screen was reloaded for it', async () => {
    await moderator.page.getByText(CHANGED).waitFor();
    await moderator.button('handling.admit').click();
    await author.text('proposal.state.admitted').waitFor();
    expect([await stayed(author.page), await stayed(moderator.page)]).toEqual([true, true]);
  });

  it('is read from right to left in Arabic, and what is in French is marked as such', async () => {
    const { page, text } = reader;
    await page.goto(at);
    const inFrench = page.getByRole('listitem').filter({ hasText: OTHER.title });
    expect(await inFrench.locator('bdi[lang=fr][dir=ltr]').textContent()).toBe(OTHER.title);
    await inFrench.getByText(word('ar', 'text.in-language', { language: 'الفرنسية' })).waitFor();
    expect(await overflows(page)).toBe(false);

    await page.getByRole('link', { name: ARABIC.title }).tap();
    await text('reading.translated', { language: 'الفرنسية' }).waitFor();
    const body = (lang: string, dir: string) => page.locator(`.rich-text[lang=${lang}][dir=${dir}]`);
    expect(await body('ar', 'rtl').textContent()).toContain(ARABIC.text);
    // The French text was changed after it was translated.
    await text('proposal.stale-paragraph', { language: 'الفرنسية' }).waitFor();
    await page.getByRole('button', { name: 'français' }).tap();
    await text('proposal.original', { language: 'الفرنسية' }).waitFor();
    await page.getByRole('heading', { level: 2, name: FRENCH.title }).waitFor();
    expect(await body('fr', 'ltr').textContent()).toBe(CHANGED);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  });

  it('is withdrawn by its author, who is asked first, and stays to be read as withdrawn', async () => {
    await moderator.page.goto(at);
    await moderator.page.getByRole('link', { name: OTHER.title }).click();
    // The list names the states of all: this one's is meant only once its page is there.
    await moderator.page.getByRole('heading', { level: 1, name: OTHER.title }).waitFor();
    await moderator.text('proposal.state.admitted').waitFor();
    await mark(moderator.page);

    const { page, button, text } = reader;
    await page.goto(at);
    await page.getByRole('link', { name: OTHER.title }).tap();
    await button('handling.withdraw').tap();
    const dialog = page.getByRole('alertdialog', { name: word('ar', 'handling.withdraw-title') });
    await dialog.getByRole('button', { name: word('ar', 'do.cancel') }).tap();
    await dialog.waitFor({ state: 'detached' });
    expect(await text('proposal.state.admitted').count()).toBe(1);
    await button('handling.withdraw').tap();
    await dialog.getByRole('button', { name: word('ar', 'handling.withdraw') }).tap();
    await text('reading.about-withdrawn').waitFor();
    await moderator.text('reading.about-withdrawn').waitFor();
    expect(await moderator.button('handling.put-to-vote').count()).toBe(0);
    expect(await stayed(moderator.page)).toBe(true);
  });
});

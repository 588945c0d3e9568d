import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeHall } from '../support/people.js';
import { describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { type Hall, startSession } from './sitting.js';
import { word } from './words.js';

const NAME = 'أمينة الإدريسي';
const ARABIC = 'العربية';

describeInBrowser('from an invitation to a seat', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let organiser: PersonScreen;
  let delegate: PersonScreen;
  let code: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    await startSession(hall);
    organiser = await openPersonScreen(browser, hall.organiser.client, { lang: 'en' });
    delegate = await openPersonScreen(browser, hall.anonymous, { lang: 'fr', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it('is made by an organiser for a person and a city', async () => {
    const { page, button, field } = organiser;
    await page.goto(`/f/${hall.forum.slug}/manage/invitations`);
    await button('invitations.make').click();
    await field('people.delegation').selectOption({ index: 1 });
    await page.getByRole('textbox', { name: word('en', 'people.name') }).fill(NAME);
    await button('invitations.submit_one', { count: '1' }).click();
    const shown = page.getByRole('button', { name: `${word('en', 'invitations.show-qr')}: ` });
    code = (await shown.getAttribute('aria-label'))?.split(': ')[1] as string;
    expect(code).toMatch(/^\w{5}-\w{5}$/);
  });

  it('is shown to whoever types the code on a phone, which then speaks Arabic', async () => {
    const { page, button, field } = delegate;
    await page.goto('/join');
    await field('join.code').fill(code);
    await button('join.continue').tap();
    await page.getByRole('radiogroup').getByText(ARABIC).tap();
    await page.locator('html[dir=rtl][lang=ar]').waitFor();
    expect(await page.getByRole('textbox', { name: word('ar', 'join.name') }).inputValue()).toBe(NAME);
    expect(await overflows(page)).toBe(false);
  });

  it('leads to what is on now, in the chosen language, and stays so', async () => {
    const { page } = delegate;
    const now = page.getByRole('main').getByText(word('ar', 'now.running'));
    await page.getByRole('button', { name: word('ar', 'join.submit') }).tap();
    await now.waitFor();
    await page.getByRole('heading', { name: 'Plenary ع' }).waitFor();
    await page.reload();
    await now.waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  });

  it('is used up, with the person among the participants', async () => {
    const { page } = organiser;
    await page.goto(`/f/${hall.forum.slug}/manage/people`);
    await page.getByText(NAME).waitFor();
    await page.goto(`/f/${hall.forum.slug}/manage/invitations`);
    const invitation = page.getByRole('listitem').filter({ hasText: NAME });
    await invitation.getByText(word('en', 'invitation.state.used'), { exact: true }).waitFor();
    expect([...organiser.faults, ...delegate.faults]).toEqual([]);
  });
});

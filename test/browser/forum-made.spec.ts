import type { Browser, Page } from 'playwright-core';
import { SignInLinks } from '../../src/identity/sign-in-links.service.js';
import { LANGS, type Localized } from '../../src/kernel/localized.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { makePerson } from '../support/people.js';
import { describeInBrowser, openBrowser, overflows } from './browser.js';
import { printed } from './printing.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { type Key, word } from './words.js';

const TITLE = { ar: 'منتدى المدن الصديقة', fr: 'Forum des villes amies', en: 'Forum of friendly cities' };
const THEME = { ar: 'الديمقراطية التشاركية', fr: 'La démocratie participative', en: 'Participation' };
const PLACE = { ar: 'فاس', fr: 'Fès', en: 'Fez' };
const HERITAGE = { ar: 'التراث', fr: 'Patrimoine', en: 'Heritage' };
const COIMBRA = { ar: 'كويمبرا', fr: 'Coïmbre', en: 'Coimbra' };
const AT = '/f/fez-2027';
const [INES, SALMA] = ['Inês Duarte', 'سلمى بناني'];
const ADDRESS = 'salma@example.org';

/** Writes a text in its three languages into the boxes under one name. */
async function fillInAll(page: Page, name: Key, text: Localized): Promise<void> {
  const boxes = page.getByRole('group', { name: word('en', name), exact: true });
  for (const lang of LANGS) await boxes.locator(`input[lang=${lang}]`).fill(text[lang]);
}

describeInBrowser('a forum, made through the pages', () => {
  let test: TestApp;
  let browser: Browser;
  let organiser: PersonScreen;
  let colleague: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    const client = new BrowserClient(test.url);
    const first = new URL((await test.app.get(SignInLinks).printFirstOrganiser()) as string);
    await client.post('/api/v1/sign-in/link', { token: first.hash.slice(1) });
    organiser = await openPersonScreen(browser, client, { lang: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => expect([...organiser.faults, ...(colleague?.faults ?? [])]).toEqual([]));

  async function invite(name: string, more: () => Promise<unknown>): Promise<void> {
    const { page, button, field } = organiser;
    await button('invitations.make').click();
    await field('people.delegation').selectOption({ label: COIMBRA.en });
    await page.getByRole('textbox', { name: word('en', 'people.name') }).fill(name);
    await more();
    await button('invitations.submit_one', { count: '1' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  }

  it('is begun with its names, place and days in three languages', async () => {
    const { page, button, field, link } = organiser;
    await page.goto('/');
    await link('forums.new').click();
    await fillInAll(page, 'settings.title', TITLE);
    await fillInAll(page, 'settings.theme', THEME);
    await fillInAll(page, 'settings.place', PLACE);
    await field('settings.startsOn').fill('2027-06-12');
    await field('settings.endsOn').fill('2027-06-14');
    await button('new-forum.submit').click();
    await page.waitForURL(`${AT}/manage`);

    const [{ id }] = await test.db.query('SELECT id FROM forum');
    const { client } = await makePerson(test, id, 'organiser');
    colleague = await openPersonScreen(browser, client, { lang: 'fr' });
    await colleague.page.goto('/');
    await colleague.page.getByRole('link', { name: TITLE.fr }).click();
    await colleague.page.goto(`${AT}/manage/topics`);
    await colleague.text('topics.empty').waitFor();
    await mark(colleague.page);
  });

  it('gets its topics, which another organiser sees come', async () => {
    const { page, button, link } = organiser;
    await link('manage.topics').click();
    await button('topics.add').click();
    await fillInAll(page, 'topics.name', HERITAGE);
    await button('do.save').click();
    await colleague.page.getByRole('listitem').getByText(HERITAGE.fr, { exact: true }).waitFor();
    await colleague.page.getByRole('listitem').getByText(HERITAGE.ar, { exact: true }).waitFor();
  });

  it('gets a city with its place on the globe, and the weight of its delegation', async () => {
    const { page, button, field, link } = organiser;
    await link('manage.delegations').click();
    await button('delegations.add').click();
    await button('cities.enter').click();
    await fillInAll(page, 'cities.name', COIMBRA);
    await field('cities.country').selectOption('PT');
    await field('cities.latitude').fill('40.2111, -8.4291');
    expect(await field('cities.longitude').inputValue()).toBe('-8.4291');
    await button('cities.save').click();
    await field('delegations.weight').fill('3/2');
    await button('delegations.seat').click();
    const seat = page.getByRole('listitem').filter({ hasText: COIMBRA.ar });
    await seat.getByText(word('en', 'delegations.weight-of', { weight: '3/2' })).waitFor();
    await colleague.link('manage.people').click();
    await colleague.field('people.search').waitFor();
  });

  it('invites one by a code on a printed badge, and one by mail', async () => {
    const { page, field, link } = organiser;
    await link('manage.invitations').click();
    await invite(INES, async () => undefined);
    await invite(SALMA, async () => {
      await page.getByRole('textbox', { name: word('en', 'people.email') }).fill(ADDRESS);
      await field('invitations.mail-language').selectOption('ar');
    });
    await link('badges.title').click();
    const badge = page.getByRole('listitem').filter({ hasText: INES }).filter({ hasText: COIMBRA.en });
    const qr = badge.getByRole('img');
    const code = /\w{5}-\w{5}/.exec((await qr.getAttribute('alt')) as string)?.[0] as string;
    await badge.getByText(code, { exact: true }).waitFor();
    // Rejects for a picture that cannot be drawn.
    await qr.evaluate('(image) => image.decode()');

    const [sheet, ...rest] = await printed(page);
    expect(rest).toEqual([]);
    for (const text of [code, INES, COIMBRA.en, TITLE.en]) expect(sheet).toContain(text);
    await page.emulateMedia({ media: 'print' });
    expect(await page.getByRole('navigation').or(page.getByRole('button')).count()).toBe(0);
    await page.emulateMedia({ media: 'screen' });
  });

  it('shows in its outbox the mail, whose link asks for a click before it seats anybody', async () => {
    const { page, link } = organiser;
    await link('manage.invitations').click();
    await link('manage.mail').click();
    const letter = page.getByRole('listitem').filter({ hasText: ADDRESS });
    await letter.getByText(word('en', 'mail.read')).click();
    const text = (await letter.getByText('http').textContent()) as string;
    const { pathname, hash } = new URL(/https?:\S+/.exec(text)?.[0] as string);

    const phone = await openPersonScreen(browser, new BrowserClient(test.url), { lang: 'ar', phone: true });
    await phone.page.goto(pathname + hash);
    await phone.page.getByRole('heading', { name: TITLE.ar }).waitFor();
    expect(await phone.context.cookies()).toEqual([]);
    const accounts = () => test.db.query('SELECT name FROM account WHERE name = $1', [SALMA]);
    expect(await accounts()).toEqual([]);
    expect(await overflows(phone.page)).toBe(false);

    await phone.button('join.submit').tap();
    await phone.page.waitForURL(AT);
    await phone.text('now.quiet').waitFor();
    expect(await accounts()).toEqual([{ name: SALMA }]);
    const seated = colleague.page.getByRole('listitem').filter({ hasText: SALMA });
    await seated.getByText(COIMBRA.fr, { exact: true }).waitFor();
    expect(await stayed(colleague.page)).toBe(true);
    expect(phone.faults).toEqual([]);
  });
});

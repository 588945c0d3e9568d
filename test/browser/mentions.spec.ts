import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeThread } from '../support/contributions.js';
import { makeHall, makePerson, type Person } from '../support/people.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen } from './screens.js';
import { word } from './words.js';

const NAME = 'أمينة العلوي';

describeInBrowser('mentioning', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Awaited<ReturnType<typeof makeHall>>;
  let amina: Person;
  let thread: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    const { id: delegationId } = hall.otherDelegation;
    amina = await makePerson(test, hall.forum.id, 'delegate', { delegationId, name: NAME });
    await makeThread(test, hall, 'Les fontaines', [
      { author: hall.delegate, lang: 'fr', text: 'Parlons-en.' },
    ]);
    [{ id: thread }] = await test.db.query('SELECT id FROM thread');
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  const cityName = async (lang: string): Promise<string> =>
    (await test.db.query('SELECT name FROM city WHERE id = $1', [hall.otherDelegation.cityId]))[0].name[lang];

  it('finds a person and a delegation by the keyboard, on a phone in Arabic, and they are told', async () => {
    const { page, field, button, faults } = await openPersonScreen(browser, hall.delegate.client, {
      lang: 'ar',
      phone: true,
    });
    await page.goto(`/f/${hall.forum.slug}/discussion/${thread}`);
    const box = field('thread.body');
    await box.focus();
    await page.keyboard.type('مرحبا @أمي');
    const option = page.getByRole('option', { name: NAME });
    await option.waitFor();
    // The focus stays in the box, which names the option that is chosen.
    const active = async () => page.locator(`#${CSS_ID(await box.getAttribute('aria-activedescendant'))}`);
    expect(await (await active()).textContent()).toContain(NAME);
    expect(await overflows(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    expect(await box.inputValue()).toBe(`مرحبا @${NAME} `);

    const city = await cityName('ar');
    await page.keyboard.type(`و@`);
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.keyboard.type(' @City');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.keyboard.type('x');
    expect(await page.getByRole('listbox').count()).toBe(0);
    // Closed for this one only.
    for (let at = 0; at < '@Cityx'.length; at++) await page.keyboard.press('Backspace');
    await page.keyboard.type('@City');
    await page
      .getByRole('option', { name: word('ar', 'mention.delegation') })
      .nth(1)
      .waitFor();
    while (!(await (await active()).textContent())?.includes(city)) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await button('post.send').click();
    const post = page.locator('.rich-text', { hasText: 'مرحبا' });
    await post.waitFor();
    expect(await post.locator('[data-mention]').allTextContents()).toEqual([`@${NAME}`, `@${city}`]);
    expect(faults).toEqual([]);

    const screen = await openPersonScreen(browser, amina.client, { lang: 'fr' });
    await screen.page.goto(`/f/${hall.forum.slug}/notifications`);
    await screen.text('told.post.mentioned').waitFor();
    await screen.page.getByRole('main').getByRole('link', { name: 'Les fontaines' }).press('Enter');
    await screen.page.locator('article:focus', { hasText: 'مرحبا' }).waitFor();
    expect(await screen.page.locator(':focus [data-mention]').allTextContents()).toEqual([
      `@${NAME}`,
      `@${await cityName('fr')}`,
    ]);
    expect(screen.faults).toEqual([]);
  });

  it('stays when the post is edited', async () => {
    const { page, button, faults } = await openPersonScreen(browser, hall.delegate.client, {
      lang: 'en',
    });
    await page.goto(`/f/${hall.forum.slug}/discussion/${thread}`);
    const post = page.locator('article', { hasText: 'مرحبا' });
    await post.getByRole('button', { name: word('en', 'post.edit'), exact: true }).click();
    const box = post.getByRole('textbox');
    expect(await box.inputValue()).toContain(`@${NAME} `);
    await box.press('End');
    await page.keyboard.type(' See you.');
    await button('do.save').click();
    await post.locator('.rich-text', { hasText: 'See you.' }).waitFor();
    expect(await post.locator('[data-mention]').allTextContents()).toEqual([
      `@${NAME}`,
      `@${await cityName('en')}`,
    ]);
    const rows = await test.db.query('SELECT FROM mention');
    expect(rows).toHaveLength(2);
    expect(faults).toEqual([]);
  });

  it('finds people while a proposal is written, by the keyboard on a phone in Arabic, and they are told', async () => {
    await test.db.query(`UPDATE forum SET admission = '{"delegations": 9, "regions": 3}'`);
    const { page, field, button, text, faults } = await openPersonScreen(browser, hall.delegate.client, {
      lang: 'ar',
      phone: true,
    });
    await page.goto(`/f/${hall.forum.slug}/proposals/new`);
    await field('proposal.title').fill('ترميم السقايات');
    const box = page.getByRole('textbox', { name: word('ar', 'proposal.text'), exact: true });
    await box.tap();
    await page.keyboard.type('تُرمَّم السقايات.');
    await page.keyboard.press('Enter');
    await page.keyboard.type('مع @أمي');
    await page.getByRole('option', { name: NAME }).waitFor();
    const active = async () => page.locator(`#${CSS_ID(await box.getAttribute('aria-activedescendant'))}`);
    expect(await (await active()).textContent()).toContain(NAME);
    expect(await overflows(page)).toBe(false);
    expect(await axeFaults(page)).toEqual([]);
    await page.keyboard.press('Enter');
    await page.keyboard.type('ومع @city');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    const city = await cityName('ar');
    while (!(await (await active()).textContent())?.includes(city)) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    // Behind a name, and where the list was closed, Enter begins a new paragraph.
    expect(await page.getByRole('listbox').count()).toBe(0);
    await page.keyboard.press('Enter');
    await page.keyboard.type('@City');
    await page.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('listbox').waitFor({ state: 'detached' });
    await page.keyboard.press('Enter');
    await page.keyboard.type('تمّ.');
    await page.waitForURL(/proposals\/[\w-]+\/edit$/);
    await text('save.saved').waitFor();
    await button('proposal.save-draft').tap();
    await button('handling.submit').tap();
    await text('reading.about-submitted-rule').waitFor();
    const [{ paragraphs }] = await test.db.query('SELECT paragraphs FROM proposal_text');
    expect(paragraphs.map(({ html }: { html: string }) => html.trim())).toEqual([
      'تُرمَّم السقايات.',
      `مع @${NAME} ومع @${city}`,
      '@City',
      'تمّ.',
    ]);
    expect(faults).toEqual([]);

    const screen = await openPersonScreen(browser, amina.client, { lang: 'fr' });
    await screen.page.goto(`/f/${hall.forum.slug}/notifications`);
    await screen.text('told.proposal.mentioned').waitFor();
    expect(await screen.text('told.proposal.mentioned').count()).toBe(1);
    await screen.page.getByRole('main').getByRole('link', { name: 'ترميم السقايات' }).press('Enter');
    await screen.page.getByText(`@${NAME}`).waitFor();
    expect(screen.faults).toEqual([]);
  });
});

/** React's ids hold signs that a selector has to escape. */
const CSS_ID = (id: string | null): string => (id ?? 'none').replace(/[^\w-]/g, '\\$&');

import type { Browser, Locator } from 'playwright-core';
import type { AppealView } from '../../src/appeal/appeal.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, ledBy } from '../support/drafts.js';
import { TranslatingMachine } from '../support/translating-machine.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { word } from './words.js';

describeInBrowser('the three texts of an appeal', () => {
  let test: TestApp;
  let machine: TranslatingMachine;
  let browser: Browser;
  let debate: Debate;
  let appeal: AppealView;
  let chair: PersonScreen;
  let delegate: PersonScreen;
  let at: string;

  beforeAll(async () => {
    machine = await TranslatingMachine.start();
    test = await startApp({ NIDAA_TRANSLATE_URL: machine.url });
    browser = await openBrowser();
    debate = await makeDebate(test);
    appeal = await compiled(debate);
    const { hall } = debate;
    at = `/f/${hall.forum.slug}/appeal?view=languages`;
    chair = await openPersonScreen(browser, hall.moderator.client, { lang: 'fr' });
    delegate = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
    await machine?.stop();
  });
  afterEach(() => {
    expect([chair, delegate].flatMap(({ faults }) => faults)).toEqual([]);
  });

  /** The clause of the adopted proposal, in one language, on a screen. */
  const column = ({ page }: PersonScreen, text: string): Locator =>
    page.locator('.language-column').filter({ hasText: text });
  const texts = () => ledBy(appeal, debate.adopted).texts as { ar: string; fr: string; en: string };
  const press = (
    { page, lang }: PersonScreen,
    text: string,
    key: 'languages.approve' | 'languages.translate',
  ) => column({ page } as PersonScreen, text).getByRole('button', { name: word(lang, key) });

  it('are approved by the keyboard, by name, and another screen shows it without a reload', async () => {
    await delegate.page.goto(at);
    await column(delegate, texts().ar).getByText(word('ar', 'languages.state.unapproved')).waitFor();
    await mark(delegate.page);
    await chair.page.goto(at);
    for (const text of [texts().fr, texts().ar, texts().en]) {
      await press(chair, text, 'languages.approve').focus();
      await chair.page.keyboard.press('Enter');
      await column(chair, text).getByText(word('fr', 'languages.state.approved'), { exact: true }).waitFor();
    }
    await column(delegate, texts().ar).getByText(word('ar', 'languages.state.approved')).waitFor();
    expect(await stayed(delegate.page)).toBe(true);
    expect(await delegate.page.getByRole('button', { name: word('ar', 'languages.approve') }).count()).toBe(
      0,
    );
  });

  it('are to be looked at again once the source moves on', async () => {
    const { id, version } = ledBy(appeal, debate.adopted);
    const source = 'Nous confions aux habitants une part du budget de chaque ville.';
    await debate.hall.moderator.client.patch(`/api/v1/appeals/${appeal.id}/clauses/${id}`, {
      texts: { fr: source },
      version,
    });
    for (const screen of [chair, delegate])
      await column(screen, texts().ar).getByText(word(screen.lang, 'languages.state.stale')).waitFor();
    await column(chair, source).getByText(word('fr', 'languages.state.stale')).waitFor();
  });

  it('are translated by a machine where one is asked, and marked as such', async () => {
    await chair.page
      .getByRole('button', { name: word('fr', 'languages.translate') })
      .first()
      .click();
    await chair.page.locator('.language-remark', { hasText: word('fr', 'languages.machine') }).waitFor();
  });

  it('warn where a fixed term is rendered otherwise', async () => {
    const { page, field, button } = chair;
    const { client } = debate.hall.moderator;
    const TERM = { ar: 'ميزانية', fr: 'budget', en: 'budgeting' };
    for (const [lang, name] of [
      ['ar', 'العربية'],
      ['fr', 'Français'],
      ['en', 'English'],
    ] as const)
      await page.getByLabel(word('fr', 'glossary.term-in', { language: name })).fill(TERM[lang]);
    await button('glossary.add').click();
    await column(chair, texts().en).locator('.language-remark', { hasText: 'budgeting' }).waitFor();
    expect(await column(chair, texts().ar).locator('.language-remark').count()).toBe(0);
    expect(await field('languages.only-waiting').count()).toBe(1);
    expect((await client.get(`/api/v1/forums/${debate.hall.forum.slug}/glossary`)).status).toBe(200);
  });

  it('stand without fault on a desk in French and from right to left on a phone', async () => {
    for (const screen of [chair, delegate]) {
      expect([await axeFaults(screen.page), await overflows(screen.page)]).toEqual([[], false]);
    }
  });
});

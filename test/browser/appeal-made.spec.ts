import type { Browser, Locator } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { makePerson } from '../support/people.js';
import { whileHeld } from '../support/while-held.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { type Key, word } from './words.js';

const ADOPTED = 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.';
const EDITED = 'We undertake to let residents decide on a part of the budget of every city.';
const OWN = 'Les villes ouvrent leurs médinas aux écoles.';
/** With the no-break space that French has before a colon. */
const QUOTE = 'pour toutes les générations\u00a0: gardons-le.';

describeInBrowser('an appeal, from its draft to its publication, on three screens', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let rapporteur: PersonScreen;
  let chair: PersonScreen;
  let delegate: PersonScreen;
  let forum: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    const { hall } = debate;
    forum = `/f/${hall.forum.slug}`;
    const second = await makePerson(test, hall.forum.id, 'moderator');
    rapporteur = await openPersonScreen(browser, hall.moderator.client, { lang: 'en' });
    chair = await openPersonScreen(browser, second.client, { lang: 'fr' });
    delegate = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  const moderators = () => [rapporteur, chair];
  const dialog = () => rapporteur.page.getByRole('dialog');
  const clause = ({ page }: PersonScreen, text: string): Locator =>
    page.locator('li.clause').filter({ hasText: text });
  /** What the rapporteur can do with the clause that has `text`. */
  const act = (key: Key, text: string): Locator =>
    clause(rapporteur, text).getByRole('button', { name: word('en', key, { name: '' }) });
  const inDialog = (key: Key) => dialog().getByRole('button', { name: word('en', key), exact: true });

  it('is compiled in the chosen language, and both moderators see how far it has come', async () => {
    for (const { page, button } of moderators()) {
      await page.goto(`${forum}/appeal`);
      await button('appeal.compile').waitFor();
      await mark(page);
    }
    await delegate.page.goto(forum);
    await delegate.text('now.news').waitFor();
    await mark(delegate.page);
    await whileHeld(test.db, 'clause', async () => {
      await rapporteur.page.getByRole('radiogroup').getByText('Français').click();
      await rapporteur.button('appeal.compile').click();
      for (const { text } of moderators()) await text('appeal.compiling').waitFor();
    });
    for (const { page, lang } of moderators())
      for (const name of [word(lang, 'appeal.preamble'), /^Topic 0/])
        await page.getByRole('heading', { level: 2, name }).waitFor();
  });

  it('shows under each clause whose words it rests on', async () => {
    const shown = clause(rapporteur, ADOPTED);
    await shown.getByText(word('en', 'sources.count_one', { count: 1 })).click();
    await shown.getByRole('blockquote').filter({ hasText: ADOPTED }).waitFor();
    const from = shown.getByRole('link', { name: word('en', 'contribution.kind.proposal') });
    expect(await from.getAttribute('href')).toBe(`${forum}/proposals/${debate.adopted}`);
  });

  it('is edited on one screen and read on the other', async () => {
    await act('do.edit', ADOPTED).click();
    await dialog().getByLabel('English', { exact: true }).fill(EDITED);
    await inDialog('do.save').click();
    await clause(chair, EDITED).waitFor();

    await rapporteur.button('clauses.add').click();
    await dialog().getByLabel(word('en', 'form.topic')).selectOption({ label: 'Topic 0' });
    await dialog().getByLabel('Français', { exact: true }).fill(OWN);
    await inDialog('do.save').click();
    await clause(chair, OWN).getByText(word('fr', 'sources.missing')).waitFor();
  });

  it('takes a source from a discussion, cut to the words that count', async () => {
    await clause(rapporteur, OWN).getByText(word('en', 'sources.missing')).click();
    await act('sources.add', OWN).click();
    await dialog().getByText(word('en', 'nav.discussion'), { exact: true }).click();
    await dialog().getByRole('button', { name: 'Le patrimoine' }).click();
    await dialog().getByRole('button', { name: 'Le patrimoine des médinas' }).click();
    await dialog().getByLabel(word('en', 'sources.quote')).fill(QUOTE);
    await inDialog('sources.add').click();
    const shown = clause(chair, OWN);
    await shown.getByText(word('fr', 'sources.count_one', { count: 1 })).click();
    await shown.getByRole('blockquote').getByText(QUOTE, { exact: true }).waitFor();
    await shown.getByRole('link', { name: word('fr', 'contribution.kind.post') }).click();
    await chair.page.locator('article:focus').getByText(QUOTE).waitFor();
    expect(new URL(chair.page.url()).pathname).toBe(`${forum}/discussion/${debate.threadId}`);
    await chair.page.goBack();
  });

  it('moves a clause, on both screens', async () => {
    const numbers = () =>
      Promise.all(moderators().map((screen) => clause(screen, OWN).locator('h3').textContent()));
    expect(await numbers()).toEqual(['Clause 3', 'Clause 3']);
    await act('do.move-up', OWN).click();
    await clause(chair, OWN).getByRole('heading', { name: 'Clause 2' }).waitFor();
    expect(await numbers()).toEqual(['Clause 2', 'Clause 2']);
  });

  it('waits with its publication until each contribution has a fate', async () => {
    const { page, button, text } = rapporteur;
    await page.getByRole('tab', { name: word('en', 'appeal.publish') }).click();
    const missing = page.getByRole('listitem').filter({ hasText: '4' });
    await missing.getByText(word('en', 'missing.appeal.fates-undecided_other', { count: 4 })).waitFor();
    expect(await button('publish.do').isDisabled()).toBe(true);
    await missing.getByRole('link', { name: word('en', 'publish.go') }).click();
    await page.getByRole('checkbox', { name: 'Jumelages' }).check({ force: true });
    await button('fates.confirm-count_one', { count: '1' }).click();
    await text('fates.left_other', { count: 3 }).waitFor();
    await button('fates.confirm-all').click();
    const sure = page.getByRole('alertdialog');
    await sure.getByRole('button', { name: word('en', 'fates.confirm-count_other', { count: 3 }) }).click();
    await sure.waitFor({ state: 'detached' });
  });

  it('is published, and appears on the screens of all, none of which was reloaded', async () => {
    const { page, button, text } = rapporteur;
    await page.getByRole('tab', { name: word('en', 'appeal.publish') }).click();
    await text('publish.ready').waitFor();
    await whileHeld(test.db, 'release_file', async () => {
      await button('publish.do').click();
      await page
        .getByRole('alertdialog')
        .getByRole('button', { name: word('en', 'publish.do') })
        .click();
      for (const { text } of moderators()) await text('appeal.publishing').waitFor();
    });
    for (const { text } of moderators()) await text('published.read').waitFor();
    await clause(rapporteur, OWN).getByText(word('en', 'clauses.untranslated')).waitFor();
    const main = delegate.page.getByRole('main');
    const news = main.getByRole('listitem').filter({ hasText: word('ar', 'now.kind-appeal') });
    await news.getByText(word('ar', 'appeal.state.published')).waitFor();
    const everyone = [...moderators(), delegate];
    expect(await Promise.all(everyone.map(({ page }) => stayed(page)))).toEqual([true, true, true]);
    await news.getByRole('link').tap();
    await delegate.page.locator('html[lang=ar][dir=rtl]').waitFor();
    await delegate.page.getByText('نلتزم بأن نعهد إلى السكان').waitFor();
    expect(everyone.flatMap(({ faults }) => faults)).toEqual([]);
  });
});

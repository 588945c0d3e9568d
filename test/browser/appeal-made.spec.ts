import type { Browser, Locator } from 'playwright-core';
import type { AppealSummary } from '../../src/appeal/appeal.contract.js';
import { LANGS } from '../../src/kernel/localized.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import { translateAll } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { makePerson } from '../support/people.js';
import { castVote } from '../support/polls.js';
import { until } from '../support/until.js';
import { whileHeld } from '../support/while-held.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { moveOn } from './sitting.js';
import { type Key, word } from './words.js';

const ADOPTED = 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.';
const EDITED = 'We undertake to let residents decide on a part of the budget of every city.';
const OWN = 'Les villes ouvrent leurs médinas aux écoles.';
const AUTONYM = { ar: 'العربية', fr: 'Français', en: 'English' };
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

  it('gives each contribution a fate', async () => {
    const { page, button, text } = rapporteur;
    await page.getByRole('tab', { name: word('en', 'appeal.fates') }).click();
    await page.getByRole('checkbox', { name: 'Jumelages' }).check({ force: true });
    await button('fates.confirm-count_one', { count: '1' }).click();
    await text('fates.left_other', { count: 3 }).waitFor();
    await button('fates.confirm-all').click();
    const sure = page.getByRole('alertdialog');
    await sure.getByRole('button', { name: word('en', 'fates.confirm-count_other', { count: 3 }) }).click();
    await sure.waitFor({ state: 'detached' });
  });

  it('is laid before the delegations, and put to adoption once somebody stands for every language', async () => {
    const { page, button, text } = rapporteur;
    await page.getByRole('tab', { name: word('en', 'appeal.adoption') }).click();
    await moveOn(rapporteur, 'adoption.do.review');
    await chair.page.getByText(word('fr', 'appeal.state.reviewing')).first().waitFor();
    expect(await button('adoption.do.adoption').isDisabled()).toBe(true);
    const missing = page.getByRole('listitem').filter({ hasText: /texts are missing/ });
    await missing.getByRole('link', { name: word('en', 'publish.go') }).click();
    await page.getByRole('heading', { name: word('en', 'languages.title') }).waitFor();
    const { body } = await debate.hall.moderator.client.get<{ items: AppealSummary[] }>(debate.path);
    await translateAll(debate.hall, body.items[0]?.id as string);
    // Each of what was written anew is seen before somebody stands for it.
    await text('languages.no-text').first().waitFor({ state: 'detached' });
    const total = await page.locator('.language-clauses > li').count();
    for (const lang of LANGS) {
      await button('languages.approve-all', { language: AUTONYM[lang] }).click();
      const sure = page.getByRole('alertdialog');
      await sure.getByRole('button', { name: word('en', 'languages.approve'), exact: true }).click();
      await sure.waitFor({ state: 'detached' });
    }
    expect(total).toBeGreaterThan(3);
    await page.getByRole('tab', { name: word('en', 'appeal.adoption') }).click();
    await text('adoption.ready.adoption').waitFor();
    await moveOn(rapporteur, 'adoption.do.adoption');
    await chair.page.getByText(word('fr', 'appeal.state.adopting')).first().waitFor();
  });

  it('is voted on by the forum, and adopted', async () => {
    const { page, button } = rapporteur;
    await button('adoption.vote').click();
    await page.getByRole('button', { name: word('en', 'adoption.prepare-vote') }).click();
    await page.waitForURL(/\/polls\//);
    await moveOn(rapporteur, 'chair.open');
    const id = page.url().split('/').at(-1) as string;
    let poll = {} as PollView;
    await until(async () => {
      poll = (await debate.hall.moderator.client.get<PollView>(`/api/v1/polls/${id}`)).body;
      return poll.state === 'open';
    });
    expect(poll.subject?.kind).toBe('appeal');
    for (const person of [debate.hall.delegate, debate.hall.otherDelegate])
      expect((await castVote(poll, person, { choice: 'yes' })).status).toBe(200);
    await moveOn(rapporteur, 'chair.close');
    await page.getByRole('link', { name: word('en', 'poll.go-to-appeal') }).click();
    await chair.page.getByText(word('fr', 'appeal.state.adopted')).first().waitFor();
  });

  it('is published, and appears on the screens of all, none of which was reloaded', async () => {
    const { page, text } = rapporteur;
    await page.getByRole('tab', { name: word('en', 'appeal.adoption') }).click();
    await text('adoption.ready.publication').waitFor();
    await whileHeld(test.db, 'release_file', async () => {
      await moveOn(rapporteur, 'adoption.do.publish');
      for (const { text } of moderators()) await text('appeal.publishing').waitFor();
    });
    for (const { text } of moderators()) await text('published.read').waitFor();
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

import type { Browser } from 'playwright-core';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { makePerson } from '../support/people.js';
import { until } from '../support/until.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { clauseWith, putCaret } from './together.js';
import { word } from './words.js';

const ADOPTED = 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.';
const TYPED = 'Ensemble, ';
/** What a browser says of requests while it has no network, as one screen has none for a while. */
const OFFLINE = 'ERR_INTERNET_DISCONNECTED';

describeInBrowser('an appeal that is written together, on three screens', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let id: string;
  let rapporteur: PersonScreen;
  let chair: PersonScreen;
  let delegate: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    const { hall, path } = debate;
    id = (await hall.moderator.client.post<AppealSummary>(path, { lang: 'fr' })).body.id;
    await until(async () => (await view()).state === 'drafting');
    const second = await makePerson(test, hall.forum.id, 'moderator', { name: 'Amina Alaoui' });
    rapporteur = await openPersonScreen(browser, hall.moderator.client, { lang: 'en' });
    chair = await openPersonScreen(browser, second.client, { lang: 'fr' });
    delegate = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'ar', phone: true });
    for (const { page } of [rapporteur, chair, delegate]) {
      await page.goto(`/f/${hall.forum.slug}/appeal?view=together`);
      await page.locator('.together-text [data-clause]').first().waitFor();
    }
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  const view = async () => (await debate.hall.moderator.client.get<AppealView>(`/api/v1/appeals/${id}`)).body;

  it('is typed on one screen and appears on the others, letter by letter, in the rows too', async () => {
    await putCaret(chair, ADOPTED);
    await chair.page.keyboard.type(TYPED);
    await clauseWith(rapporteur, TYPED + ADOPTED).waitFor();
    // Who only reads sees it as well, in the language they look at.
    await delegate.page.getByRole('button', { name: 'Français' }).tap();
    await clauseWith(delegate, TYPED + ADOPTED).waitFor();
    expect(await clauseWith(delegate, TYPED).getAttribute('contenteditable')).toBeNull();
    expect(
      await delegate.page.locator('.together-column[lang=fr] .together-text').getAttribute('contenteditable'),
    ).toBe('false');
    await chair.text('together.saved').waitFor();
    await until(async () => (await view()).clauses.some(({ texts }) => texts.fr === TYPED + ADOPTED));
  });

  it('shows who is writing where, and holds back who would part what another writes in', async () => {
    await putCaret(chair, ADOPTED);
    await chair.page.keyboard.type('!');
    await chair.page.keyboard.press('Backspace');
    const marked = clauseWith(rapporteur, ADOPTED);
    await until(async () => ((await marked.getAttribute('data-present')) ?? '').includes('Amina Alaoui'));
    await putCaret(rapporteur, ADOPTED);
    await rapporteur.page.keyboard.press('Control+Enter');
    await rapporteur.page
      .getByRole('alert')
      .getByText(word('en', 'together.held', { name: 'Amina Alaoui' }))
      .waitFor();
    await until(async () => (await marked.getAttribute('data-present')) === 'Amina Alaoui', 20_000);
  });

  it('is split by a key into two clauses with the same source, in all languages', async () => {
    const before = (await view()).clauses.length;
    await putCaret(rapporteur, ADOPTED, 'End');
    await rapporteur.page.keyboard.press('Control+Enter');
    await rapporteur.page.keyboard.type('Chaque année.');
    await clauseWith(chair, 'Chaque année.').waitFor();
    await until(async () => (await view()).clauses.length === before + 1);
    const part = (await view()).clauses.find(({ texts }) => texts.fr === 'Chaque année.');
    expect(part?.sources[0]?.contribution.id).toBe(debate.adopted);
    const counts = await Promise.all(
      ['fr', 'ar', 'en'].map((lang) =>
        chair.page.locator(`.together-column[lang=${lang}] [data-clause]`).count(),
      ),
    );
    expect(new Set(counts).size).toBe(1);
    await rapporteur.page.keyboard.press('Control+z');
    await rapporteur.page.keyboard.press('Control+z');
    await clauseWith(chair, 'Chaque année.').waitFor({ state: 'detached' });
  });

  it('goes on without a connection, and is brought together when the line is back', async () => {
    await chair.context.setOffline(true);
    await chair.text('together.offline').waitFor();
    await putCaret(chair, ADOPTED);
    await chair.page.keyboard.type('Hors ligne, ');
    await chair.text('together.offline-kept').waitFor();
    await putCaret(rapporteur, ADOPTED, 'End');
    await rapporteur.page.keyboard.type(' En ligne.');
    await chair.context.setOffline(false);
    for (const screen of [chair, rapporteur])
      await clauseWith(screen, `Hors ligne, ${TYPED}${ADOPTED} En ligne.`).waitFor();
  });

  it('takes a source for the clause at hand by the keyboard, and by dragging it onto a clause', async () => {
    const { page, button } = rapporteur;
    await putCaret(rapporteur, ADOPTED);
    await page.locator('.together-panel').getByText(word('en', 'together.contributions')).click();
    await page.locator('.together-finder').getByText(word('en', 'nav.discussion'), { exact: true }).click();
    await page.locator('.together-finder').getByRole('button', { name: 'Le patrimoine' }).click();
    const passage = page
      .locator('.together-finder')
      .getByRole('button', { name: 'Le patrimoine des médinas' });
    await passage.focus();
    await page.keyboard.press('Enter');
    const add = () =>
      page.getByRole('dialog').getByRole('button', { name: word('en', 'sources.add'), exact: true });
    await add().click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    const sources = async () =>
      (await view()).clauses.filter(({ sources: all }) =>
        all.some(({ contribution }) => contribution.id === debate.posts[0]),
      ).length;
    await until(async () => (await sources()) === 1);
    await passage.dragTo(clauseWith(rapporteur, 'Créer un fonds commun'));
    await add().click();
    await until(async () => (await sources()) === 2);
    expect(await button('clauses.add').count()).toBe(0);
  });

  it('is kept as a version, compared, and brought back', async () => {
    const { page, field, button } = chair;
    await page.getByRole('tab', { name: word('fr', 'appeal.versions') }).click();
    await field('versions.name').fill('Première lecture');
    await button('versions.keep').click();
    await page.getByText('1. Première lecture').first().waitFor({ state: 'attached' });
    await putCaret(rapporteur, ADOPTED, 'End');
    await rapporteur.page.keyboard.type(' Puis changé.');
    await page.locator('.put-in').filter({ hasText: 'Puis changé' }).waitFor();
    await button('versions.restore').click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: word('fr', 'versions.restore') })
      .click();
    await clauseWith(rapporteur, 'Puis changé.').waitFor({ state: 'detached' });
    await page.getByText('2. Première lecture').first().waitFor({ state: 'attached' });
  });

  it('can be used by everybody: no fault that axe finds, nothing that sticks out', async () => {
    if (process.env.NIDAA_SHOTS) {
      for (const [name, { page }] of Object.entries({ rapporteur, chair, delegate }))
        await page.screenshot({ path: `${process.env.NIDAA_SHOTS}/${name}.png`, fullPage: true });
    }
    for (const screen of [rapporteur, chair, delegate]) {
      expect(await axeFaults(screen.page)).toEqual([]);
      expect(await overflows(screen.page)).toBe(false);
    }
    expect(
      [rapporteur, chair, delegate]
        .flatMap(({ faults }) => faults)
        .filter((fault) => !fault.includes(OFFLINE)),
    ).toEqual([]);
  });
});

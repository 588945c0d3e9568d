import type { Browser, Locator } from 'playwright-core';
import type { AppealView } from '../../src/appeal/appeal.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, ledBy } from '../support/drafts.js';
import { makeDelegation, makePerson } from '../support/people.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { word } from './words.js';

const WAS = 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.';
const OURS = 'Nous nous engageons à confier aux habitantes et habitants une part du budget de chaque ville.';
const THEIRS = 'Nous nous engageons à confier aux jeunes une part du budget de chaque ville.';

const plain = (text: string): string => text.replace(/\s+/g, ' ');

describeInBrowser('an appeal that is compiled again, on two screens', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let draft: AppealView;
  let desk: PersonScreen;
  let phone: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    const { hall } = debate;
    draft = await compiled(debate);
    const second = await makePerson(test, hall.forum.id, 'moderator');
    desk = await openPersonScreen(browser, hall.moderator.client, { lang: 'fr' });
    phone = await openPersonScreen(browser, second.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  /** People changed the clause of the adopted proposal, dropped a formula, and the authors have other words now. */
  async function workOn(): Promise<void> {
    const { client } = debate.hall.moderator;
    const { id, version } = ledBy(draft, debate.adopted);
    await client.patch(`/api/v1/appeals/${draft.id}/clauses/${id}`, { texts: { fr: OURS }, version });
    await client.delete(`/api/v1/appeals/${draft.id}/clauses/${ledBy(draft, debate.open).id}`);
    await test.db.query("UPDATE proposal_text SET plain = $2 WHERE proposal_id = $1 AND lang = 'fr'", [
      debate.adopted,
      THEIRS,
    ]);
    await test.db.query("UPDATE proposal_text SET plain = $2 WHERE proposal_id = $1 AND lang = 'fr'", [
      debate.open,
      'Créer un fonds commun pour les voyages de jeunes entre les villes jumelées.',
    ]);
  }

  const card = ({ page, lang }: PersonScreen, what: 'changed' | 'back'): Locator =>
    page.locator('li.suggestion').filter({ hasText: word(lang, `suggestions.is-${what}`) });
  const press = (screen: PersonScreen, what: 'changed' | 'back', act: 'keep' | 'take') =>
    card(screen, what).getByRole('button', { name: word(screen.lang, `suggestions.${act}-${what}`) });

  it('keeps the words of those who edited it, and shows what it would have beside them', async () => {
    await workOn();
    await desk.page.goto(`/f/${debate.hall.forum.slug}/appeal?view=adoption`);
    await desk.button('appeal.compile-again').click();
    await desk.page.getByRole('tab', { name: word('fr', 'appeal.suggestions') }).click();
    const shown = card(desk, 'changed');
    await shown.getByText('jeunes').waitFor();
    expect((await shown.locator('.suggested-version').allTextContents()).map(plain)).toEqual([
      expect.stringContaining('habitantes et'),
      expect.stringContaining('jeunes'),
    ]);
    await card(desk, 'back').waitFor();
    expect(await axeFaults(desk.page)).toEqual([]);
  });

  it('is decided on a phone, in Arabic, and the other moderator sees it go', async () => {
    await phone.page.goto(`/f/${debate.hall.forum.slug}/appeal?view=suggestions`);
    await card(phone, 'changed').waitFor();
    expect([await overflows(phone.page), await axeFaults(phone.page)]).toEqual([false, []]);
    await press(phone, 'changed', 'keep').tap();
    await card(phone, 'changed').waitFor({ state: 'detached' });
    await card(desk, 'changed').waitFor({ state: 'detached' });
    await press(desk, 'back', 'take').click();
    await card(phone, 'back').waitFor({ state: 'detached' });
    await phone.page.getByRole('tab', { name: word('ar', 'appeal.text') }).tap();
    await desk.page.getByRole('tab', { name: word('fr', 'appeal.text') }).click();
    await desk.page.locator('li.clause').filter({ hasText: OURS }).waitFor();
    await desk.page.locator('li.clause').filter({ hasText: 'voyages de jeunes' }).waitFor();
    expect(await desk.page.locator('.clause-words').filter({ hasText: WAS }).count()).toBe(0);
    expect([...desk.faults, ...phone.faults]).toEqual([]);
  });

  it('shows how each city fared, on a phone one card each, and names those left out', async () => {
    const { cityId } = await makeDelegation(test, debate.hall.forum.id);
    const [{ name }] = await test.db.query('SELECT name FROM city WHERE id = $1', [cityId]);
    for (const { page, lang } of [desk, phone]) {
      await page.goto(`/f/${debate.hall.forum.slug}/appeal?view=coverage`);
      const table = page.getByRole('table', { name: word(lang, 'coverage.by-city') });
      const cells = table.getByRole('row', { name: name[lang] }).getByRole('cell');
      await cells.first().waitFor();
      expect((await cells.allTextContents()).map(Number)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      await page.getByText(word(lang, 'coverage.left-out_one', { names: name[lang], count: 1 })).waitFor();
      expect([await overflows(page), await axeFaults(page)]).toEqual([false, []]);
    }
  });

  it('tells the second of two who decide at once', async () => {
    await test.db.query(
      "UPDATE suggestion SET decision = NULL, decided_by_id = NULL, decided_at = NULL WHERE decision = 'keep'",
    );
    for (const { page } of [desk, phone]) {
      await page.goto(`/f/${debate.hall.forum.slug}/appeal?view=suggestions`);
    }
    await card(phone, 'changed').waitFor();
    await desk.page.route('**/suggestions/*', async (route) => {
      await press(phone, 'changed', 'keep').tap();
      await card(phone, 'changed').waitFor({ state: 'detached' });
      await route.continue();
    });
    const answer = desk.page.waitForResponse('**/suggestions/*');
    await press(desk, 'changed', 'take').click();
    expect(await (await answer).json()).toMatchObject({ code: 'suggestion.decided' });
    await card(desk, 'changed').waitFor({ state: 'detached' });
  });
});

import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeThread } from '../support/contributions.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled } from '../support/drafts.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen } from './screens.js';
import { word } from './words.js';

const FRENCH = 'Chaque ville doit publier une fois par an les comptes des médinas.';
const ARABIC = 'ينبغي أن تُرمَّم البيوت العتيقة بمشاركة سكان المدينة القديمة.';

describeInBrowser('what was discussed, below a draft', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let posts: string[];

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    const { hall } = debate;
    posts = await makeThread(test, hall, 'Les comptes et les maisons', [
      { author: hall.delegate, lang: 'fr', text: FRENCH },
      { author: hall.otherDelegate, lang: 'ar', text: ARABIC },
    ]);
    await test.db.query(
      `INSERT INTO city_endorsement (forum_id, proposal_id, delegation_id, participant_id, created_at)
       SELECT forum_id, $1, delegation_id, id, now() FROM participant WHERE id = $2`,
      [debate.open, hall.delegate.participantId],
    );
    await compiled(debate);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it.each([
    { lang: 'ar', phone: true },
    { lang: 'en', phone: false },
    { lang: 'fr', phone: false },
  ] as const)(
    'is quoted in its own direction, with the way to its post, in $lang',
    async ({ lang, phone }) => {
      const screen = await openPersonScreen(browser, debate.hall.delegate.client, { lang, phone });
      const { page } = screen;
      await page.goto(`/f/${debate.hall.forum.slug}/appeal`);
      const section = page
        .locator('section.section')
        .filter({ has: page.getByRole('heading', { name: word(lang, 'discussed.title') }) });
      await section.getByText(word(lang, 'discussed.what')).waitFor();
      for (const [text, dir] of [
        [FRENCH, 'ltr'],
        [ARABIC, 'rtl'],
      ] as const)
        expect(await section.locator('blockquote', { hasText: text }).getAttribute('dir')).toBe(dir);
      // Behind the clause that a city stands behind as such, that is said.
      const clause = page.locator('details.sources', { hasText: 'Créer un fonds commun' });
      await clause.locator('summary').click();
      await clause.getByText(word(lang, 'sources.endorsing-cities_one', { count: 1 })).waitFor();
      expect(await overflows(page)).toBe(false);
      expect(await axeFaults(page)).toEqual([]);
      await section
        .locator('li', { hasText: FRENCH })
        .getByRole('link', { name: word(lang, 'contribution.kind.post') })
        .click();
      await page.waitForURL(`**/discussion/*#post-${posts[0]}`);
    },
  );
});

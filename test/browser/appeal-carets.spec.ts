import type { Browser, Locator } from 'playwright-core';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import type { Lang } from '../../src/kernel/localized.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { makePerson, type Person } from '../support/people.js';
import { until } from '../support/until.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { clauseWith, putCaret } from './together.js';
import { word } from './words.js';

const FRENCH = 'Nous nous engageons à confier aux habitants une part du budget de chaque ville.';
const ARABIC = 'نلتزم بأن نعهد إلى السكان بجزء من ميزانية كل مدينة.';
const NAMES = { desk: 'Jean-Baptiste Montpellier', phone: 'أمينة العلوي' };
/** What a browser says of requests while it has no network. */
const OFFLINE = 'ERR_INTERNET_DISCONNECTED';

describeInBrowser('two who write in one text, in French at a desk and in Arabic on a phone', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let id: string;
  let second: Person;
  let desk: PersonScreen;
  let phone: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    const { hall, path } = debate;
    id = (await hall.moderator.client.post<AppealSummary>(path, { lang: 'fr' })).body.id;
    await until(async () => (await view()).state === 'drafting');
    second = await makePerson(test, hall.forum.id, 'moderator', { name: NAMES.phone });
    await hall.moderator.client.patch('/api/v1/me', { name: NAMES.desk });
    desk = await openPersonScreen(browser, hall.moderator.client, { lang: 'fr' });
    phone = await openPersonScreen(browser, second.client, { lang: 'ar', phone: true });
    await Promise.all([openText(desk), openText(phone)]);
    const clause = (await view()).clauses.find(({ texts }) => texts.fr === FRENCH);
    await hall.moderator.client.patch(`/api/v1/appeals/${id}/clauses/${clause?.id}`, {
      texts: { ar: ARABIC },
      version: clause?.version,
    });
    await clauseWith(phone, ARABIC, 'ar').waitFor();
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  const view = async () => (await debate.hall.moderator.client.get<AppealView>(`/api/v1/appeals/${id}`)).body;
  const openText = async ({ page }: PersonScreen) => {
    await page.goto(`/f/${debate.hall.forum.slug}/appeal?view=together`);
    await page.locator('.together-shown [data-clause]').first().waitFor();
  };
  const caretIn = ({ page }: PersonScreen, lang: Lang, which = ''): Locator =>
    page.locator(`.together-column[lang=${lang}] .together-caret${which}`);
  /** A caret is a line of no width, which the browser's driver takes for hidden. */
  const see = (caret: Locator) => caret.waitFor({ state: 'attached' });
  /** The words of the line in which another's caret stands, up to it. */
  const before = ({ page }: PersonScreen, lang: Lang): Promise<string> =>
    page.evaluate<string>(`(() => {
      const caret = document.querySelector('.together-column[lang=${lang}] .together-caret');
      const range = document.createRange();
      range.setStart(caret.closest('p'), 0);
      range.setEndBefore(caret);
      return range.toString();
    })()`);
  const shoot = async (name: string, { page }: PersonScreen) => {
    if (process.env.NIDAA_SHOTS)
      await page.screenshot({ path: `${process.env.NIDAA_SHOTS}/${name}.png`, fullPage: true });
  };

  it('see each other’s caret with its name, and where the other is in words', async () => {
    await putCaret(phone, ARABIC, 'End', 'ar');
    await see(caretIn(desk, 'ar', `[data-name="${NAMES.phone}"]`));
    await putCaret(desk, FRENCH);
    await phone.page.getByRole('button', { name: 'Français' }).tap();
    await see(caretIn(phone, 'fr', `[data-name="${NAMES.desk}"]`));
    expect(await caretIn(desk, 'fr').count()).toBe(0);
    const people = desk.page.getByRole('list', { name: word('fr', 'together.here') });
    expect(await people.textContent()).toMatch(new RegExp(`${NAMES.phone} · Clause 1 .*\\(العربية\\)`));
    await shoot('caret-desk', desk);
    await shoot('caret-phone', phone);
    // The name goes after a moment, the caret stays.
    await see(caretIn(desk, 'ar', '.together-caret-still'));
  });

  it('see it stay at its word while another writes before it, and what is selected', async () => {
    expect(await before(desk, 'ar')).toBe(ARABIC);
    await putCaret(desk, ARABIC, 'Home', 'ar');
    await desk.page.keyboard.type('معًا ');
    await until(async () => (await before(desk, 'ar')) === `معًا ${ARABIC}`);
    await phone.page.getByRole('button', { name: 'العربية' }).tap();
    await see(caretIn(phone, 'ar'));
    await until(async () => (await before(phone, 'ar')) === 'معًا ');
    await desk.page.keyboard.press('Control+Shift+ArrowLeft');
    await phone.page.locator('.together-selection').getByText('نلتزم').waitFor();
    await shoot('selection-phone', phone);
    // What was selected is taken back with the letters that were written.
    await desk.page.keyboard.press('ArrowRight');
    await phone.page.locator('.together-selection').waitFor({ state: 'detached' });
  });

  it('can be used by everybody, in the dark too', async () => {
    for (const screen of [desk, phone])
      for (const colorScheme of ['light', 'dark'] as const) {
        await screen.page.emulateMedia({ colorScheme });
        expect(await axeFaults(screen.page)).toEqual([]);
        expect(await overflows(screen.page)).toBe(false);
        if (colorScheme === 'dark') await shoot(`dark-${screen.lang}`, screen);
      }
  });

  /** Words typed without a line, before the page crashes. Answers once this browser keeps them. */
  async function typeAndCrash(words: string): Promise<void> {
    await openText(phone);
    await phone.page.getByRole('button', { name: 'العربية' }).tap();
    await phone.context.setOffline(true);
    await phone.text('together.offline').waitFor();
    await putCaret(phone, ARABIC, 'End', 'ar');
    await phone.page.keyboard.type(words);
    await phone.text('together.offline-kept').waitFor();
    await phone.page.close();
    await phone.context.setOffline(false);
  }
  /** The same device, used by somebody, with a new page. */
  async function openAs({ client }: Person): Promise<void> {
    const [name, value] = client.cookie.split('=') as [string, string];
    await phone.context.clearCookies();
    await phone.context.addCookies([{ name, value, url: client.url, httpOnly: true, sameSite: 'Lax' }]);
    const page = await phone.context.newPage();
    phone = { ...phone, page, text: (key) => page.getByText(word('ar', key), { exact: true }) };
    await openText(phone);
  }
  const kept = () =>
    phone.page.evaluate<number>(
      "Object.keys(localStorage).filter((name) => name.includes('appeal-text.')).length",
    );
  const stored = async (words: string) => JSON.stringify((await view()).clauses).includes(words);

  it('lose no word of a page that crashed without a line; nobody else on the device sees or sends them', async () => {
    await typeAndCrash(' كلمات لم تُرسل');
    await debate.hall.organiser.client.patch('/api/v1/me', { locale: 'ar' });
    await openAs(debate.hall.organiser);
    await phone.text('together.saved').waitFor();
    expect([await clauseWith(phone, 'لم تُرسل', 'ar').count(), await kept()]).toEqual([0, 1]);
    await phone.page.close();
    expect(await stored('لم تُرسل')).toBe(false);
    await openAs(second);
    await clauseWith(desk, `${ARABIC} كلمات لم تُرسل`, 'ar').waitFor();
    await phone.text('together.saved').waitFor();
    await until(() => stored(`${ARABIC} كلمات لم تُرسل`));
    expect(await kept()).toBe(0);
  });

  it('are shown what a text that was made anew does not take, until they let it go', async () => {
    await typeAndCrash(' قبل الاستعادة');
    // As a restored backup does.
    await test.db.query('UPDATE document SET epoch = gen_random_uuid() WHERE appeal_id = $1', [id]);
    await openAs(second);
    await phone.text('together.untaken').waitFor();
    const notice = phone.page.locator('.together-untaken blockquote');
    expect(await notice.textContent()).toContain('قبل الاستعادة');
    await shoot('untaken', phone);
    expect(await axeFaults(phone.page)).toEqual([]);
    await phone.page.reload();
    await notice.waitFor();
    await phone.page.getByRole('button', { name: word('ar', 'together.give-up') }).tap();
    await notice.waitFor({ state: 'detached' });
    expect(await kept()).toBe(0);
    expect(await stored('قبل الاستعادة')).toBe(false);
  });

  it('are shown what they may no longer write', async () => {
    await typeAndCrash(' بعد المنع');
    const path = `/api/v1/forums/${debate.hall.forum.slug}/participants/${second.participantId}`;
    await debate.hall.organiser.client.patch(path, { role: 'observer' });
    await openAs(second);
    await phone.text('error.auth.forbidden').waitFor();
    expect(await phone.page.locator('.together-untaken blockquote').textContent()).toContain('بعد المنع');
    await phone.page.getByRole('button', { name: word('ar', 'together.begin-again') }).tap();
    await phone.text('together.reading').waitFor();
    expect([await clauseWith(phone, 'بعد المنع', 'ar').count(), await kept()]).toEqual([0, 0]);
    expect([...desk.faults, ...phone.faults].filter((fault) => !fault.includes(OFFLINE))).toEqual([]);
  });
});

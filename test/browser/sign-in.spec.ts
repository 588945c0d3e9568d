import type { Browser } from 'playwright-core';
import { SignInLinks } from '../../src/identity/sign-in-links.service.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeThread } from '../support/contributions.js';
import { makeHall } from '../support/people.js';
import { until } from '../support/until.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import type { Hall } from './sitting.js';
import { word } from './words.js';

const PASSWORD = 'sept portes autour de la médina';
const SUBJECT = 'Les fontaines publiques';

const cookies = async ({ context }: PersonScreen) =>
  (await context.cookies()).map(({ name, httpOnly, sameSite }) => ({ name, httpOnly, sameSite }));

describeInBrowser('signing in and out', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let link: string;
  let email: string;
  let thread: string;
  let operator: PersonScreen;
  let phone: PersonScreen;
  let laptop: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    const { pathname, hash } = new URL((await test.app.get(SignInLinks).printFirstOrganiser()) as string);
    link = pathname + hash;
    hall = await makeHall(test);
    const { participantId } = hall.organiser;
    await test.db.query(
      'UPDATE participant SET account_id = (SELECT id FROM account WHERE operator) WHERE id = $1',
      [participantId],
    );
    const { delegate } = hall;
    // Without a choice made on a screen, it speaks the account's language.
    await delegate.client.patch('/api/v1/me', { locale: 'ar' });
    [{ email }] = await test.db.query('SELECT email FROM account WHERE id = $1', [delegate.accountId]);
    const [postId] = await makeThread(test, hall, SUBJECT, [
      { author: delegate, lang: 'fr', text: 'Combien ?' },
    ]);
    [{ thread_id: thread }] = await test.db.query('SELECT thread_id FROM post WHERE id = $1', [postId]);
    operator = await openPersonScreen(browser, hall.anonymous, { lang: 'fr' });
    phone = await openPersonScreen(browser, hall.anonymous, { lang: 'ar', phone: true });
    laptop = await openPersonScreen(browser, hall.anonymous, { lang: 'ar' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it('by the link that the start prints, after a click', async () => {
    const { page, button } = operator;
    await page.goto(link);
    await page.getByRole('heading', { name: word('fr', 'sign-in.confirm-title') }).waitFor();
    // The secret is out of the address before anybody can copy it from there.
    await page.waitForURL('/sign-in/link');
    expect(await cookies(operator)).toEqual([]);
    await button('sign-in.title').click();
    await page.waitForURL(`/f/${hall.forum.slug}`);
    expect(await cookies(operator)).toEqual([{ name: 'nidaa', httpOnly: true, sameSite: 'Lax' }]);
  });

  it('not by the same link once more, and says why', async () => {
    const { page, button, link: offer } = laptop;
    await page.goto(link);
    await button('sign-in.title').click();
    const alert = page.getByRole('alert').filter({ hasText: word('ar', 'error.sign-in.link-expired') });
    await alert.waitFor();
    expect(await cookies(laptop)).toEqual([]);
    // The refused request is all that the browser complains of.
    expect(laptop.faults.splice(0)).toEqual([expect.stringMatching(/status of 40\d/)]);
    await offer('sign-in.new-link').click();
    await page.waitForURL('/sign-in');
  });

  it('by a mailed code, which waits in the outbox of whoever runs the installation', async () => {
    const { page, button, field } = phone;
    await page.goto('/sign-in');
    await field('sign-in.email').fill(email);
    await button('sign-in.send-code').tap();
    await field('sign-in.code').waitFor();

    await operator.page.goto(`/f/${hall.forum.slug}/manage/mail`);
    const letter = operator.page.getByRole('listitem').filter({ hasText: email });
    const subject = (await letter.getByRole('heading').textContent()) as string;
    await field('sign-in.code').fill(/\w{4}-\w{4}/.exec(subject)?.[0] as string);
    await button('sign-in.title').tap();
    await page.waitForURL(`/f/${hall.forum.slug}`);
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
  });

  it('by the password that one chose on the own account', async () => {
    await phone.page.goto('/account');
    await phone.text('account.password-none').waitFor();
    await phone.field('account.password-new').fill(PASSWORD);
    await phone.button('account.password-set').tap();
    await phone.field('account.password-current').waitFor();

    const { page, button, field } = laptop;
    await page.getByRole('tab', { name: word('ar', 'sign-in.by-password') }).click();
    await field('sign-in.email').fill(email);
    await field('sign-in.password').fill(PASSWORD);
    await button('sign-in.title').click();
    await page.waitForURL(`/f/${hall.forum.slug}`);
  });

  it('until another of the own devices ends it: the line is cut, and the screen says so', async () => {
    const line = phone.page.waitForEvent('websocket');
    await phone.page.goto(`/f/${hall.forum.slug}/discussion/${thread}`);
    await phone.field('thread.body').waitFor();
    await mark(phone.page);
    const cut = (await line).waitForEvent('close');

    const { page, text } = laptop;
    await page.goto('/account');
    await text('account.sign-in-this').waitFor();
    const other = page.getByRole('button', { name: word('ar', 'account.sign-in-end') });
    await other.click();
    await other.waitFor({ state: 'detached' });
    await cut;
    await phone.page.getByRole('status').getByText(word('ar', 'app.signed-out')).waitFor();
    await phone.text('thread.read-only').waitFor();
    expect(await phone.field('thread.body').count()).toBe(0);
    await phone.link('app.sign-in').waitFor();
    expect(await stayed(phone.page)).toBe(true);
    expect([operator, phone, laptop].flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('so that on a shared device nobody comes upon what another has begun, and its author finds it again', async () => {
    const { page, context, button, field } = laptop;
    const begun = async () => {
      await page.goto(`/f/${hall.forum.slug}/discussion/new`);
      await field('thread.title').waitFor();
      return field('thread.title').inputValue();
    };
    const signOut = async () => {
      await button('app.account').click();
      await button('app.sign-out').click();
      await page.locator('.account-menu').waitFor({ state: 'hidden' });
      await until(async () => (await context.cookies()).length === 0);
    };
    await begun();
    await field('thread.title').fill(SUBJECT);
    await signOut();
    await hall.moderator.client.patch('/api/v1/me', { locale: 'ar' });
    const [name, value] = (hall.moderator.client.cookie as string).split('=') as [string, string];
    await context.addCookies([{ name, value, url: test.url, httpOnly: true, sameSite: 'Lax' }]);
    expect(await begun()).toBe('');
    await signOut();
    await page.goto('/sign-in');
    await page.getByRole('tab', { name: word('ar', 'sign-in.by-password') }).click();
    await field('sign-in.email').fill(email);
    await field('sign-in.password').fill(PASSWORD);
    await button('sign-in.title').click();
    await page.waitForURL(`/f/${hall.forum.slug}`);
    expect(await begun()).toBe(SUBJECT);
    expect(laptop.faults).toEqual([]);
  });
});

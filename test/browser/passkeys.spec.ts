import type { Browser } from 'playwright-core';
import { Config } from '../../src/platform/config/config.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { makeAccount } from '../support/people.js';
import { axeFaults, describeInBrowser, openBrowser } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { word } from './words.js';

const NAME = 'هاتفي';

describeInBrowser('a passkey', () => {
  let test: TestApp;
  let browser: Browser;
  let phone: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    // A browser makes keys for hosts with a name only.
    const url = test.url.replace('127.0.0.1', 'localhost');
    Object.assign(test.app.get(Config), { publicUrl: url });
    browser = await openBrowser();
    const { client } = await makeAccount(test);
    const local = Object.assign(new BrowserClient(url), { cookie: client.cookie });
    phone = await openPersonScreen(browser, local, { lang: 'ar', phone: true });
    const device = await phone.context.newCDPSession(phone.page);
    await device.send('WebAuthn.enable');
    await device.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect(phone.faults).toEqual([]);
  });

  it('is added in Arabic on a phone, from a page without fault', async () => {
    const { page, button, field, text } = phone;
    await page.goto('/account');
    await text('account.passkeys-empty').waitFor();
    expect(await axeFaults(page)).toEqual([]);
    await button('account.passkey-add').tap();
    await field('account.passkey-name').fill(NAME);
    await button('account.passkey-make').tap();
    await page.getByRole('main').getByText(NAME, { exact: true }).waitFor();
  });

  it('brings its owner back in with one press, and no address is asked for', async () => {
    const { page, context, button } = phone;
    await context.clearCookies();
    await page.goto('/sign-in?next=/account');
    await button('sign-in.by-passkey').tap();
    await page.getByRole('main').getByText(NAME, { exact: true }).waitFor();
    expect(await page.getByText(word('ar', 'account.passkey-unused')).count()).toBe(0);
  });

  it('is removed after a question, and then opens nothing', async () => {
    const { page, context, text } = phone;
    await page.getByRole('button', { name: new RegExp(NAME) }).tap();
    const remove = word('ar', 'account.passkey-remove');
    await page.getByRole('alertdialog').getByRole('button', { name: remove }).tap();
    await text('account.passkeys-empty').waitFor();
    await context.clearCookies();
    await page.goto('/sign-in');
    await phone.button('sign-in.by-passkey').tap();
    await page.getByText(word('ar', 'error.passkey.refused')).waitFor();
    // The browser tells every refusal of a server as an error.
    expect(phone.faults.splice(0)).toEqual([expect.stringContaining('401')]);
  });
});

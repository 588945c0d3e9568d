import type { Browser } from 'playwright-core';
import type { AppealView } from '../../src/appeal/appeal.contract.js';
import { ACTS, type Act } from '../../src/appeal/signatures/signatures.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { adopt } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled } from '../support/drafts.js';
import type { Person } from '../support/people.js';
import { ABSTAINED, makeHead, SIGNED, Signing } from '../support/signing.js';
import { axeFaults, describeInBrowser, openBrowser, overflows, type Screen } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { word } from './words.js';

const WORDS = 'Sous réserve du vote de notre conseil.';
const PROJECTOR = { width: 1920, height: 1080 };

describeInBrowser('the signatures of an appeal', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let appeal: AppealView;
  let signing: Signing;
  let url: string;
  let heads: Person[];
  let wall: PersonScreen;
  const screens: PersonScreen[] = [];

  beforeAll(async () => {
    test = await startApp();
    // A browser makes keys for hosts with a name only.
    url = test.url.replace('127.0.0.1', 'localhost');
    Object.assign(test.app.get(Config), { publicUrl: url });
    browser = await openBrowser();
    debate = await makeDebate(test);
    const { id } = await compiled(debate);
    appeal = await adopt(debate.hall, id);
    signing = new Signing(test, appeal.id);
    const { forum, delegate, otherDelegate } = debate.hall;
    const others = await Promise.all([1, 2, 3].map(() => makeHead(test, forum.id)));
    heads = [delegate, otherDelegate, ...others];
    wall = await screenOf(debate.hall.observer, { lang: 'en' });
    await wall.page.setViewportSize(PROJECTOR);
    await wall.page.goto(`/f/${forum.slug}/appeal/wall`);
    await count(0).waitFor();
    await mark(wall.page);
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect(screens.flatMap(({ faults }) => faults)).toEqual([]);
  });

  const count = (done: number) =>
    wall.page.getByText(word('en', 'signing.count_other', { count: done, total: 5 }), { exact: true });
  const head = (at: number): Person => heads[at] as Person;

  async function screenOf({ client }: Person, device: Parameters<typeof openPersonScreen>[2]) {
    const local = Object.assign(new BrowserClient(url), { cookie: client.cookie });
    const screen = await openPersonScreen(browser, local, device);
    screens.push(screen);
    return screen;
  }
  const choice = ({ page }: PersonScreen, act: Act) =>
    page.locator('.own-city .choice').nth(ACTS.indexOf(act));
  const toSigning = ({ page }: PersonScreen) =>
    page.goto(`/f/${debate.hall.forum.slug}/appeal?view=adoption`);
  const sound = async ({ page }: Pick<Screen, 'page'>) =>
    expect({ axe: await axeFaults(page), overflows: await overflows(page) }).toEqual({
      axe: [],
      overflows: false,
    });

  it('a head signs with a passkey on a phone in Arabic, and the wall fills', async () => {
    const phone = await screenOf(head(0), { lang: 'ar', phone: true });
    const { page, button, field } = phone;
    const device = await phone.context.newCDPSession(page);
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
    await page.goto('/account');
    await button('account.passkey-add').tap();
    await field('account.passkey-name').fill('هاتفي');
    await button('account.passkey-make').tap();
    await page.getByRole('main').getByText('هاتفي', { exact: true }).waitFor();
    await toSigning(phone);
    await choice(phone, 'signed').waitFor();
    await sound(phone);
    await choice(phone, 'signed').tap();
    await page.getByText(word('ar', 'signing.named')).tap();
    await button('signing.by-passkey').tap();
    await button('signing.change').waitFor();
    await sound(phone);
    await count(1).waitFor();
    expect(await stayed(wall.page)).toBe(true);
    expect((await signing.show(debate.hall.observer)).cities).toContainEqual(
      expect.objectContaining({ act: 'signed', confirmedBy: 'passkey', signer: expect.any(String) }),
    );
  }, 60_000);

  it('another signs with a reservation by code in French; nothing typed is lost by a reload', async () => {
    const desk = await screenOf(head(1), { lang: 'fr' });
    const { page, button, field } = desk;
    await toSigning(desk);
    await choice(desk, 'reserved').click();
    expect(await button('signing.by-code').isDisabled()).toBe(true);
    await field('signing.clause').selectOption({ index: 1 });
    await field('signing.words').fill(WORDS);
    await page.reload();
    await field('signing.words').waitFor();
    await sound(desk);
    expect(await field('signing.words').inputValue()).toBe(WORDS);
    await button('signing.by-code').focus();
    await page.keyboard.press('Enter');
    await field('signing.code').fill('AAAA-AAAA');
    await page.keyboard.press('Enter');
    await page.getByText(word('fr', 'error.signature.refused')).waitFor();
    // The browser tells every refusal of a server as an error.
    expect(desk.faults.splice(0)).toEqual([expect.stringContaining('409')]);
    await page.reload();
    await field('signing.code').waitFor();
    await sound(desk);
    await field('signing.code').fill(await signing.codeOf(head(1)));
    await button('signing.confirm').click();
    await page.locator('.reservation-list', { hasText: WORDS }).waitFor();
    await sound(desk);
    await count(2).waitFor();
  }, 60_000);

  it('a third abstains in English, takes it back and abstains again', async () => {
    const desk = await screenOf(head(2), { lang: 'en' });
    const { page, button, field } = desk;
    const abstain = async () => {
      await choice(desk, 'abstained').click();
      await button('signing.by-code').click();
      await field('signing.code').waitFor();
      await field('signing.code').fill(await signing.codeOf(head(2)));
      await button('signing.confirm').click();
      await button('signing.change').waitFor();
    };
    await toSigning(desk);
    await abstain();
    await count(3).waitFor();
    await button('signing.withdraw').click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: word('en', 'signing.withdraw') })
      .click();
    await count(2).waitFor();
    await abstain();
    await count(3).waitFor();
  }, 60_000);

  it('the wall shows all five without a reload, told by words, and fits the projector', async () => {
    await signing.byCode(head(3), SIGNED);
    await signing.byCode(head(4), ABSTAINED);
    await count(5).waitFor();
    expect(await stayed(wall.page)).toBe(true);
    const acts = await wall.page.locator('.wall-act').allTextContents();
    expect(acts.sort()).toEqual(
      ['signed', 'signed', 'reserved', 'abstained', 'abstained']
        .map((act) => word('en', `signing.short.${act}` as 'signing.short.signed'))
        .sort(),
    );
    await sound(wall);
  }, 60_000);

  it('forty cities stand on the wall without scrolling, each name within its tile', async () => {
    for (let i = 5; i < 40; i++) await makeHead(test, debate.hall.forum.id);
    const { page } = wall;
    await page.reload();
    await page.locator('.wall-tile').nth(39).waitFor();
    const fits = await page.evaluate(`(() => {
      const root = document.documentElement;
      const inside = [...document.querySelectorAll('.wall-tile')].every(
        (tile) => tile.scrollHeight <= tile.clientHeight + 1 && tile.scrollWidth <= tile.clientWidth + 1,
      );
      return { scrolls: root.scrollHeight > root.clientHeight + 1, inside };
    })()`);
    expect(fits).toEqual({ scrolls: false, inside: true });
  }, 60_000);
});

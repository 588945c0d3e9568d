import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { run as verify } from '../../src/cli/verify.js';
import type { PollView } from '../../src/voting/polls.contract.js';
import type { PollRecord } from '../../src/voting/records.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeHall, makePerson, type Person } from '../support/people.js';
import { Chair, castVote, makeOptions } from '../support/polls.js';
import { quietly } from '../support/quietly.js';
import { describeInBrowser, openBrowser, overflows } from './browser.js';
import { tabTo } from './keys.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { moveOn, unranked, verdict } from './sitting.js';
import { word } from './words.js';

const NAMES = ['Amina', 'Bilal', 'Chama', 'Driss', 'Elias'];

describeInBrowser('a secret election of three, ranked', () => {
  let test: TestApp;
  let browser: Browser;
  let folder: string;
  let others: Person[];
  let poll: PollView;
  let chair: PersonScreen;
  let phone: PersonScreen;
  let keyboard: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    folder = await mkdtemp(join(tmpdir(), 'nidaa-election-'));
    const { forum, delegation, delegate, otherDelegate, moderator } = await makeHall(test);
    await test.db.query(`UPDATE delegation SET weight = '1'`);
    others = [];
    for (let i = 0; i < 4; i++)
      others.push(await makePerson(test, forum.id, 'delegate', { delegationId: delegation.id }));
    const chairing = await Chair.of(test, forum);
    const terms = { method: 'stv', seats: 3, options: makeOptions(...NAMES), secrecy: 'secret' } as const;
    poll = await chairing.open({ ...terms, tieBreak: 'lot' });
    chair = await openPersonScreen(browser, moderator.client, { lang: 'fr' });
    phone = await openPersonScreen(browser, delegate.client, { lang: 'ar', phone: true });
    keyboard = await openPersonScreen(browser, otherDelegate.client, { lang: 'en' });
    for (const { page } of [chair, phone, keyboard]) await page.goto(`/f/${forum.slug}/polls/${poll.id}`);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const option = (screen: PersonScreen, name: string) =>
    unranked(screen, screen.lang === 'ar' ? `${name} ع` : name);
  const order = ({ page }: PersonScreen) => page.locator('.ranked-row bdi').allTextContents();

  it('is filled in by tapping in Arabic on a phone, and shown whole before it is sent', async () => {
    const { page, button, text } = phone;
    for (const name of ['Chama', 'Amina', 'Driss']) await option(phone, name).tap();
    expect(await order(phone)).toEqual(['Chama ع', 'Amina ع', 'Driss ع']);
    await page.locator('.ranked-row .ranked-name').nth(1).tap();
    expect(await order(phone)).toEqual(['Chama ع', 'Driss ع']);
    expect(await overflows(page)).toBe(false);
    await button('ballot.review').tap();
    await text('ballot.review-title').waitFor();
    await text('ballot.rest.tied-last').waitFor();
  });

  it('goes through a cut line: not shown as cast before it is, sent by itself, and counted once', async () => {
    const { page, button, text } = phone;
    await page.context().setOffline(true);
    await button('ballot.send').tap();
    await text('ballot.unsent').waitFor({ timeout: 60_000 });
    expect(await text('ballot.received').count()).toBe(0);
    await page.context().setOffline(false);
    await text('ballot.received').waitFor({ timeout: 60_000 });
    await text('ballot.lock').waitFor();
    await page.reload();
    // What was voted is kept nowhere in clear: the code is, on this device.
    await text('ballot.received').waitFor();
    expect(await page.locator('.receipt-code').count()).toBe(1);
    expect(await page.getByRole('main').getByText('Chama ع', { exact: true }).count()).toBe(0);
  });

  it('is ranked by keys alone, moved with the arrows, and sent', async () => {
    const { page, button, text } = keyboard;
    for (const name of ['Bilal', 'Elias']) {
      await tabTo(page, option(keyboard, name));
      await page.keyboard.press('Enter');
    }
    await tabTo(page, page.locator('.ranked-row .ranked-name').nth(1));
    await page.keyboard.press('ArrowUp');
    expect(await order(keyboard)).toEqual(['Elias', 'Bilal']);
    await tabTo(page, button('ballot.review'));
    await page.keyboard.press('Enter');
    await tabTo(page, button('ballot.send'));
    await page.keyboard.press('Enter');
    await text('ballot.received').waitFor();
  });

  it('is closed, and says in each language who is elected and how the votes went on', async () => {
    for (const [at, person] of others.entries())
      await castVote(poll, person, { ranking: [['1'], [at % 2 ? '3' : '4']] });
    await moveOn(chair, 'chair.close');
    for (const screen of [chair, phone, keyboard]) {
      await verdict(screen, 'result.elected');
      await screen.page.getByRole('heading', { name: word(screen.lang, 'result.flow') }).waitFor();
      await screen.text('result.steps').waitFor();
      expect(await overflows(screen.page)).toBe(false);
    }
    expect([...chair.faults, ...keyboard.faults]).toEqual([]);
  });

  it('shows the voter the own ballot in the record, which is downloaded and counts again', async () => {
    await phone.button('check.do').tap();
    await phone.page
      .getByText(/Chama ع.*Driss ع/)
      .first()
      .waitFor();
    const downloading = keyboard.page.waitForEvent('download');
    await keyboard.page.getByRole('link', { name: word('en', 'result.record') }).click();
    const path = join(folder, 'record.json');
    await (await downloading).saveAs(path);
    expect(await quietly(verify, [path])).toMatchObject({
      code: 0,
      out: expect.stringContaining('6 ballots'),
    });
    const record = JSON.parse(await readFile(path, 'utf8')) as PollRecord;
    expect(record.ballots.map(({ voterId }) => voterId)).toEqual(Array(6).fill(null));
  });
});

import type { Browser } from 'playwright-core';
import { LANGS } from '../../src/kernel/localized.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeHall, makePerson } from '../support/people.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { openPersonScreen, type PersonScreen } from './screens.js';
import { type Hall, moveOn, startSession, unranked, verdict } from './sitting.js';
import { word } from './words.js';

const QUESTION = { ar: 'من يمثلنا؟', fr: 'Qui nous représente ?', en: 'Who speaks for us?' };
const NAMES = [
  { ar: 'أمينة', fr: 'Amina', en: 'Amina B.' },
  { ar: 'بلال', fr: 'Bilal', en: 'Bilal C.' },
  { ar: 'شامة', fr: 'Chama', en: 'Chama D.' },
  { ar: 'إدريس', fr: 'Driss', en: 'Driss E.' },
];

describeInBrowser('an election of three, prepared by the chair', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let chair: PersonScreen;
  let phone: PersonScreen;
  let desk: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    await test.db.query(`UPDATE delegation SET weight = '1'`);
    // Two alone could be told apart in a secret vote.
    for (let i = 0; i < 3; i++)
      await makePerson(test, hall.forum.id, 'delegate', { delegationId: hall.delegation.id });
    await startSession(hall);
    const { moderator, delegate, otherDelegate } = hall;
    chair = await openPersonScreen(browser, moderator.client, { lang: 'fr' });
    phone = await openPersonScreen(browser, delegate.client, { lang: 'ar', phone: true });
    desk = await openPersonScreen(browser, otherDelegate.client, { lang: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  it('takes its terms from a template, its options in three languages, and what is changed after', async () => {
    const { page, button, text } = chair;
    await page.goto(`/f/${hall.forum.slug}/manage/polls/new`);
    await page.getByText(word('fr', 'template.secret-stv'), { exact: true }).click();
    for (const _ of NAMES.slice(2)) await button('prepare.option-add').click();
    const boxes = (name: string) => page.getByRole('group', { name, exact: true }).getByRole('textbox');
    for (const [at, lang] of LANGS.entries()) {
      await boxes(word('fr', 'prepare.question')).nth(at).fill(QUESTION[lang]);
      for (const [number, name] of NAMES.entries())
        await boxes(word('fr', 'prepare.option', { number: number + 1 }))
          .nth(at)
          .fill(name[lang]);
    }
    await page.getByText(word('fr', 'publication.by-chair'), { exact: true }).click();
    expect(await chair.field('prepare.seats').inputValue()).toBe('3');
    expect(await axeFaults(page)).toEqual([]);
    await button('polls.prepare').click();
    await text('chair.announce-hint').waitFor();
  });

  it('is rehearsed by a button, whose report says that every vote was counted', async () => {
    const { page, button } = chair;
    await page.getByText(word('fr', 'rehearsal.title'), { exact: true }).click();
    await chair.field('rehearsal.voters').fill('20');
    await button('rehearsal.start').click();
    await page.getByText(word('fr', 'rehearsal.held_other', { count: 20 })).waitFor({ timeout: 120_000 });
    await page
      .getByText(word('fr', 'rehearsal.figures', { acknowledged: 20, stored: 20, counted: 20 }).slice(0, 20))
      .waitFor();
  });

  it('is opened, and two vote', async () => {
    await moveOn(chair, 'chair.open');
    const path = new URL(chair.page.url()).pathname;
    for (const [screen, order] of [
      [phone, [2, 0]],
      [desk, [2, 1]],
    ] as const) {
      await screen.page.goto(path);
      for (const at of order) await unranked(screen, NAMES[at]?.[screen.lang] as string).click();
      await screen.button('ballot.review').click();
      await screen.button('ballot.send').click();
      await screen.text('ballot.received').waitFor();
    }
    await chair.text('poll.turnout-words', { cast: 2, entitled: 5 }).first().waitFor();
  });

  it('is counted down in front of everybody, and nobody but the chair sees what came of it', async () => {
    const { page, button } = chair;
    await button('chair.count-down').click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText(word('fr', 'chair.seconds-other'), { exact: true }).click();
    await dialog.getByLabel(word('fr', 'chair.seconds-typed')).fill('2');
    await dialog.getByRole('button', { name: word('fr', 'chair.count-down') }).click();
    for (const { text } of [phone, desk]) await text('poll.counted').waitFor();
    await verdict(chair, 'result.elected');
    expect(await desk.page.locator('.verdict').count()).toBe(0);
  });

  it('is published, and read in each language', async () => {
    await moveOn(chair, 'chair.publish');
    for (const screen of [chair, phone, desk]) {
      await verdict(screen, 'result.elected');
      await screen.page.getByRole('heading', { name: word(screen.lang, 'result.flow') }).waitFor();
      const said = await screen.page.locator('.verdict-word').textContent();
      expect(said).toContain(NAMES[2]?.[screen.lang]);
      expect({ axe: await axeFaults(screen.page), overflows: await overflows(screen.page) }).toEqual({
        axe: [],
        overflows: false,
      });
      expect(screen.faults).toEqual([]);
    }
  });
});

import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeDelegation, makeHall, makePerson, type Person } from '../support/people.js';
import { Chair, castVote } from '../support/polls.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { type Hall, moveOn, startSession, verdict, vote } from './sitting.js';
import { word } from './words.js';

const QUESTION = { ar: 'هل نلتقي في ليل؟', fr: 'Nous réunir à Lille ?', en: 'Shall we meet in Lille?' };

describeInBrowser('votes by city', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let chair: PersonScreen;
  let head: PersonScreen;
  let deputy: PersonScreen;
  let citizens: Person[];

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    const { forum, delegation, delegate, otherDelegate, moderator } = hall;
    // A third city with five delegates of its own, who outnumber the other two.
    const third = await makeDelegation(test, forum.id);
    citizens = [];
    for (let i = 0; i < 5; i++)
      citizens.push(await makePerson(test, forum.id, 'delegate', { delegationId: third.id, head: i === 0 }));
    await test.db.query(`UPDATE delegation SET weight = '1'`);
    const second = await makePerson(test, forum.id, 'delegate', { delegationId: delegation.id });
    await test.db.query('UPDATE participant SET deputy = true WHERE id = $1', [second.participantId]);
    await startSession(hall);
    chair = await openPersonScreen(browser, moderator.client, { lang: 'en' });
    head = await openPersonScreen(browser, delegate.client, { lang: 'ar', phone: true });
    deputy = await openPersonScreen(browser, second.client, { lang: 'fr', phone: true });
    citizens.push(otherDelegate);
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });

  const pollPath = () => new URL(chair.page.url()).pathname;

  it('are prepared by the chair from a template: a roll call that is seen live, one vote a city', async () => {
    const { page, button, text } = chair;
    await page.goto(`/f/${hall.forum.slug}/manage/polls/new`);
    await page.getByText(word('en', 'template.city-vote'), { exact: true }).click();
    await page.getByText(word('en', 'prepare.about-hint.question')).click();
    const boxes = page.getByRole('group', { name: word('en', 'prepare.question') });
    for (const [at, lang] of (['ar', 'fr', 'en'] as const).entries())
      await boxes.getByRole('textbox').nth(at).fill(QUESTION[lang]);
    expect(await axeFaults(page)).toEqual([]);
    await button('polls.prepare').click();
    await button('chair.announce').click();
    await text('poll.waiting').waitFor();
    await moveOn(chair, 'chair.open');
    await text('poll.turnout-words', { cast: 0, entitled: 3 }).first().waitFor();
  });

  it('are cast by the head for the city, seen name by name at once, and found cast by the deputy', async () => {
    for (const { page } of [head, deputy]) await page.goto(pollPath());
    await head.page.getByRole('heading', { name: QUESTION.ar }).waitFor();
    expect(await overflows(head.page)).toBe(false);
    await chair.page.getByText(word('en', 'roll.votes'), { exact: true }).click();
    await vote(head, 'yes');
    await chair.page.locator('.roll-line[data-choice=yes]').waitFor();
    await deputy.text('poll.received', { choice: word('fr', 'choice.yes') }).waitFor();
    expect(await deputy.page.getByRole('radiogroup').count()).toBe(0);
    await moveOn(chair, 'chair.close');
    for (const screen of [chair, head, deputy]) await verdict(screen, 'result.adopted');
  });

  it('that need a second person say on the first one’s screen at once that it confirmed', async () => {
    const poll = await (await Chair.of(test, hall.forum)).open({ electorate: 'cities', confirmed: true });
    for (const { page } of [head, deputy]) await page.goto(`/f/${hall.forum.slug}/polls/${poll.id}`);
    await vote(head, 'yes');
    await head.text('ballot.unconfirmed').waitFor();
    await mark(head.page);
    await deputy.button('ballot.confirm').tap();
    for (const { text } of [deputy, head]) await text('ballot.confirmed').waitFor();
    expect(await stayed(head.page)).toBe(true);
    await chair.page.goto(`/f/${hall.forum.slug}/polls/${poll.id}`);
    await moveOn(chair, 'chair.close');
    await verdict(head, 'result.adopted');
  });

  it('under a double majority are lost on the cities, though more heads are for it', async () => {
    const chairing = await Chair.of(test, hall.forum);
    const rule = { majority: 'simple', base: 'votes', groups: { by: 'cities', majority: 'simple' } } as const;
    const poll = await chairing.open({ rule });
    for (const { page } of [chair, head, deputy]) await page.goto(`/f/${hall.forum.slug}/polls/${poll.id}`);
    await vote(head, 'no');
    await vote(deputy, 'no');
    for (const [at, person] of citizens.entries())
      await castVote(poll, person, { choice: at < 5 ? 'yes' : 'no' });
    await chair.text('poll.turnout-words', { cast: 8, entitled: 8 }).first().waitFor();
    await moveOn(chair, 'chair.close');
    for (const screen of [chair, head, deputy]) {
      await verdict(screen, 'result.rejected');
      const { page, lang } = screen;
      const groups = page.getByRole('table').filter({ hasText: word(lang, 'result.by.cities') });
      await groups.waitFor();
      const rows = await groups.getByRole('row').allTextContents();
      expect(rows.slice(1).map((row) => row.replace(/\D/g, ''))).toEqual(['1', '2', '0']);
      expect(await axeFaults(page)).toEqual([]);
      expect(screen.faults).toEqual([]);
    }
  });
});

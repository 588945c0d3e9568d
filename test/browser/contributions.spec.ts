import type { Browser } from 'playwright-core';
import { startApp, type TestApp } from '../support/app.js';
import { makeHall } from '../support/people.js';
import { describeInBrowser, openBrowser } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import type { Hall } from './sitting.js';

const SUBJECT = 'Les cours des fondouks';
const FIRST = 'Qui a restauré un fondouk ?';
const REPLY = 'We did, with local stone.';
const TITLE = 'Ouvrir les fondouks aux artisans';

describeInBrowser('contributions, on two screens', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let author: PersonScreen;
  let other: PersonScreen;
  let moderator: PersonScreen;
  let at: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    at = `/f/${hall.forum.slug}`;
    author = await openPersonScreen(browser, hall.delegate.client, { lang: 'fr', phone: true });
    other = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'en' });
    moderator = await openPersonScreen(browser, hall.moderator.client, { lang: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([author, other, moderator].flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('shows a new discussion and a reply to it without a reload', async () => {
    await other.page.goto(`${at}/discussion`);
    await other.text('threads.empty').waitFor();
    await mark(other.page);

    await author.page.goto(`${at}/discussion/new`);
    await author.field('thread.title').fill(SUBJECT);
    await author.field('thread.body').fill(FIRST);
    await author.button('thread.open').tap();
    await author.page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
    await mark(author.page);

    await other.page.getByRole('link', { name: SUBJECT }).click();
    await other.page.getByText(FIRST).waitFor();
    await other.field('thread.body').fill(REPLY);
    await other.button('post.send').click();
    await author.page.getByRole('article').filter({ hasText: REPLY }).waitFor();
    expect([await stayed(author.page), await stayed(other.page)]).toEqual([true, true]);
  });

  it('takes a proposal from its draft to an endorsement', async () => {
    await moderator.page.goto(`${at}/proposals`);
    await moderator.text('proposals.empty').waitFor();
    await mark(moderator.page);

    await author.page.goto(`${at}/proposals/new`);
    await author.field('proposal.title').fill(TITLE);
    await author.field('proposal.text').fill('Chaque ville ouvre une cour.');
    await author.button('proposal.save-draft').tap();
    await author.text('reading.about-draft').waitFor();
    await mark(author.page);
    await author.button('handling.submit').tap();
    await author.text('reading.about-submitted').waitFor();

    await moderator.page.getByRole('link', { name: TITLE }).click();
    await moderator.button('handling.admit').click();
    await author.text('proposal.state.admitted').waitFor();

    await other.page.goto(`${at}/proposals`);
    await other.page.getByRole('link', { name: TITLE }).click();
    await other.button('reading.endorse').click();
    await author.text('proposal.endorsements_one', { count: 1 }).waitFor();
    expect([await stayed(author.page), await stayed(moderator.page)]).toEqual([true, true]);
  });
});

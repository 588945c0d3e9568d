import type { Browser, Page } from 'playwright-core';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeHall, makePerson, type Person } from '../support/people.js';
import { axeFaults, comeTo, describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import { type Hall, startSession } from './sitting.js';
import { word } from './words.js';

const p = (html: string, id?: string) => ({ kind: 'text', html, ...(id && { id }) });
const ENGLISH = {
  title: 'Keep the public ovens',
  summary: 'Every quarter keeps its oven.',
  paragraphs: [p('Every quarter keeps a public oven.'), p('The city pays for its wood.')],
};
const ARABIC = {
  title: 'الحفاظ على الأفران العمومية',
  summary: 'يحافظ كل حي على فرنه.',
  paragraphs: [p('يحافظ كل حي على فرن عمومي.'), p('تؤدي المدينة ثمن حطبه (UNESCO).')],
};
const OTHER = {
  title: 'Keep the old public ovens',
  summary: 'The ovens of our quarters are kept.',
  paragraphs: [p('Ovens are kept where they are.')],
};
const REASON = 'Both ask for the same ovens.';

describeInBrowser('the handling of proposals', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let author: Person;
  let moderator: PersonScreen;
  let fez: PersonScreen;
  let other: PersonScreen;
  let at: string;
  let one: ProposalView;
  let twin: ProposalView;

  async function sent<T = ProposalView>(
    { client }: Person,
    method: 'post' | 'put' | 'patch',
    path: string,
    body: object = {},
  ): Promise<T> {
    const reply = await client[method]<T>(`/api/v1${path}`, body);
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  const submit = ({ id, version }: ProposalView) =>
    sent(author, 'post', `/proposals/${id}/submit`, { version });

  /** Submitted, returned, changed in one word and one more paragraph, and submitted again: two versions. */
  async function twoVersions(): Promise<ProposalView> {
    const drafts = `/forums/${hall.forum.slug}/proposals`;
    const draft = await sent(author, 'post', drafts, { lang: 'en', ...ENGLISH });
    const path = `/proposals/${draft.id}`;
    const { version } = await sent(author, 'put', `${path}/texts/ar`, { ...ARABIC, version: draft.version });
    const first = await submit({ ...draft, version });
    const reason = 'Please say until when.';
    const returned = await sent(hall.moderator, 'post', `${path}/return`, { version: first.version, reason });
    const [kept, paid] = first.texts.find(({ lang }) => lang === 'en')?.paragraphs ?? [];
    const paragraphs = [
      p('Every quarter keeps a <strong>free</strong> public oven.', kept?.id),
      p('The city pays for its wood.', paid?.id),
      p('It is kept until 2030.'),
    ];
    const edited = await sent(author, 'patch', path, { ...ENGLISH, paragraphs, version: returned.version });
    return submit(edited);
  }

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    at = `/f/${hall.forum.slug}/proposals`;
    const { delegation, otherDelegation, forum } = hall;
    for (const [{ cityId }, country] of [
      [delegation, 'MA'],
      [otherDelegation, 'PT'],
    ] as const)
      await test.db.query('UPDATE city SET country = $2 WHERE id = $1', [cityId, country]);
    author = await makePerson(test, forum.id, 'delegate', { delegationId: delegation.id, name: 'Souad' });
    one = await twoVersions();
    const draft = await sent(author, 'post', `/forums/${forum.slug}/proposals`, { lang: 'en', ...OTHER });
    const submitted = await submit(draft);
    twin = await sent(hall.moderator, 'post', `/proposals/${draft.id}/admit`, { version: submitted.version });
    await sent(hall.delegate, 'put', `/proposals/${twin.id}/endorsement`);
    moderator = await openPersonScreen(browser, hall.moderator.client, { lang: 'en' });
    fez = await openPersonScreen(browser, hall.delegate.client, { lang: 'ar', phone: true });
    other = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'en' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([moderator, fez, other].flatMap(({ faults }) => faults.splice(0))).toEqual([]);
  });

  const sound = async (page: Page) =>
    expect({ axe: await axeFaults(page), overflows: await overflows(page) }).toEqual({
      axe: [],
      overflows: false,
    });

  it('begins with the organiser’s rule: who admits a proposal', async () => {
    const { page, button, field, text } = await openPersonScreen(browser, hall.organiser.client, {
      lang: 'en',
    });
    await page.goto(`/f/${hall.forum.slug}/manage/settings`);
    await page.getByText(word('en', 'settings.admission-by-cities')).click();
    await field('settings.admission-delegations').fill('2');
    await field('settings.admission-regions').fill('2');
    const form = page.locator('form').filter({ has: field('settings.admission-delegations') });
    await form.getByRole('button', { name: word('en', 'do.save') }).click();
    await page.getByText(word('en', 'do.saved')).waitFor();
    await sound(page);
    expect(await button('do.save').count()).toBeGreaterThan(1);
    expect(await text('settings.admission').count()).toBe(1);
    await page.context().close();
  });

  it('admits by the endorsements of cities in two regions, one on a phone in Arabic', async () => {
    await fez.page.goto(`${at}/${one.id}`);
    await fez.text('reading.about-submitted-rule').waitFor();
    await fez.button('reading.endorse-city').tap();
    await fez.text('reading.endorsed-city').waitFor();
    await fez.page.getByText(word('ar', 'reading.needs-regions_one')).waitFor();
    await sound(fez.page);
    await mark(fez.page);

    await other.page.goto(`${at}/${one.id}`);
    await other.button('reading.endorse-city').click();
    await other.text('reading.about-admitted').waitFor();
    await fez.text('reading.about-admitted').waitFor();
    expect(await stayed(fez.page)).toBe(true);
    await comeTo(other.page, other.text('story.move.admit-rule'));
    await fez.button('reading.endorse-city-withdraw').tap();
    await fez.button('reading.endorse-city').waitFor();
    expect(await fez.text('proposal.state.admitted').count()).toBeGreaterThan(0);
  });

  it('is debated, and takes in what asks for the same; whoever endorsed that is asked', async () => {
    const { page, button, field, text } = moderator;
    await page.goto(`${at}/${one.id}`);
    await button('handling.debate').click();
    await text('reading.about-debated').waitFor();

    await page.goto(`${at}/${twin.id}`);
    await button('handling.merge').click();
    const dialog = page.getByRole('dialog', { name: word('en', 'handling.merge-title') });
    const give = dialog.getByRole('button', { name: word('en', 'handling.merge'), exact: true });
    expect(await give.isDisabled()).toBe(true);
    await dialog.getByText(word('en', 'handling.is-similar')).waitFor();
    await dialog.getByText(ENGLISH.title, { exact: true }).click();
    await field('handling.reason').fill(REASON);
    await sound(page);
    await give.click();
    await text('reading.about-merged').waitFor();
    await page.getByText(REASON).first().waitFor();
    await mark(page);

    await fez.page.goto(`${at}/${one.id}`);
    await fez.page.getByText(word('ar', 'reading.asked', { number: twin.number })).waitFor();
    await sound(fez.page);
    await fez.button('reading.asked-yes').tap();
    await fez.text('reading.endorsed').waitFor();
    expect(await fez.button('reading.asked-no').count()).toBe(0);
  });

  it('can be taken apart again, with the reason, and linked instead', async () => {
    const { page, button, field, text } = moderator;
    await button('handling.unmerge').click();
    await field('handling.reason').fill('Its ovens are other ones.');
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: word('en', 'handling.unmerge') })
      .click();
    await text('reading.about-debated').waitFor();
    await button('handling.link').click();
    await page.getByRole('dialog').getByText(ENGLISH.title, { exact: true }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: word('en', 'handling.link'), exact: true })
      .click();
    await comeTo(page, page.getByRole('heading', { name: word('en', 'story.linked') }));
    expect(await stayed(page)).toBe(true);
    await page.getByRole('button', { name: word('en', 'story.unlink-from', { number: one.number }) }).click();
    await page.getByRole('heading', { name: word('en', 'story.linked') }).waitFor({ state: 'detached' });
  });

  it('is put on the programme of a session', async () => {
    await startSession(hall);
    const { page, button, field, text } = moderator;
    await page.goto(`${at}/${one.id}`);
    await button('handling.schedule').click();
    await field('handling.session').selectOption({ index: 1 });
    await page
      .getByRole('dialog')
      .getByRole('button', { name: word('en', 'handling.schedule') })
      .click();
    await text('reading.about-scheduled').waitFor();
    await sound(page);
  });

  it('shows its versions word by word, side by side at a desk', async () => {
    const { page } = moderator;
    const compare = page.getByRole('link', { name: word('en', 'story.compare') });
    await comeTo(page, compare);
    await compare.click();
    const said = (key: 'compare.put-in', text: string) =>
      `${word('en', key)} ${text} ${word('en', 'compare.end')} `;
    const added = page.getByRole('listitem').filter({ hasText: word('en', 'compare.added') });
    await added.waitFor();
    expect(await added.locator('ins').textContent()).toBe(said('compare.put-in', 'It is kept until 2030.'));
    expect(await page.getByRole('listitem').locator('ins').first().textContent()).toContain('free');
    await sound(page);
    await page.getByRole('button', { name: word('en', 'compare.sides') }).click();
    expect(new URL(page.url()).searchParams.get('view')).toBe('sides');
    const [before, after] = await page
      .locator('.compared-changed .compared-cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().x));
    expect(before).toBeLessThan(after as number);
    await sound(page);
  });

  it('shows them in Arabic on a phone, from right to left, one under the other', async () => {
    const { page, text } = fez;
    await page.goto(`${at}/${one.id}/versions?from=1&to=2&view=sides&lang=en`);
    await page.locator('.compared').waitFor();
    const english = page.locator('.compared-changed .compared-text').first();
    expect(await english.getAttribute('dir')).toBe('ltr');
    const [before, after] = await page
      .locator('.compared-changed .compared-cell')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().y));
    expect(before).toBeLessThan(after as number);
    await sound(page);
    await page.getByRole('button', { name: 'العربية' }).tap();
    await text('compare.same').waitFor();
    expect(await page.locator('.compared-text').first().getAttribute('dir')).toBe('rtl');
    expect(new URL(page.url()).searchParams.get('lang')).toBe('ar');
    await sound(page);
  });

  it('says in a translation which paragraphs lag behind', async () => {
    const { page, text } = fez;
    await page.goto(`${at}/${one.id}`);
    await text('proposal.stale-paragraph', { language: 'الإنجليزية' }).waitFor();
    await page.getByText(word('ar', 'proposal.stale-lacking_one')).waitFor();
  });

  it('is found in the list by what stands in the address, and the way to look is kept', async () => {
    const { page, button, field } = other;
    await page.goto(at);
    await page.getByRole('button', { name: /^In debate/ }).click();
    await page.getByRole('link', { name: OTHER.title }).waitFor();
    await page.getByRole('link', { name: ENGLISH.title, exact: true }).waitFor({ state: 'detached' });
    await field('proposals.sort').selectOption('breadth');
    expect(new URL(page.url()).search).toBe('?state=debated&sort=breadth');
    await button('proposals.save-filter').click();
    await field('proposals.filter-name').fill('Debates');
    await button('do.save').click();
    const saved = page.getByRole('button', { name: 'Debates', exact: true });
    await saved.waitFor();
    await sound(page);

    await button('do.clear').click();
    await page.getByRole('link', { name: ENGLISH.title, exact: true }).waitFor();
    await saved.click();
    await page.getByRole('link', { name: ENGLISH.title, exact: true }).waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('state')).toBe('debated');
    await page
      .getByRole('button', { name: word('en', 'proposals.drop-filter', { name: '\u2068Debates\u2069' }) })
      .click();
    await saved.waitFor({ state: 'detached' });
  });

  it('stands on the board under its state, on a phone too', async () => {
    const { page, button } = fez;
    await page.goto(at);
    await button('proposals.board').tap();
    const column = page.locator('.board-column').filter({ hasText: word('ar', 'proposal.state.scheduled') });
    await column.getByRole('link', { name: ARABIC.title }).waitFor();
    await sound(page);
  });
});

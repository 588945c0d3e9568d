import type { Browser, Locator } from 'playwright-core';
import type { AmendmentView } from '../../src/proposals/amendments/amendments.contract.js';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import type { BrowserClient } from '../support/browser-client.js';
import { makeHall } from '../support/people.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import type { Hall } from './sitting.js';
import { word } from './words.js';

const TEXT = [
  'Chaque quartier garde une fontaine publique.',
  'La ville paie son eau.',
  'Un conseil du quartier en prend soin.',
  'Les écoles y apprennent la valeur de l’eau.',
];
const THIRD = 'Un conseil élu de sept habitants en prend soin.';
/** What a browser says of a choice that came too late, which is what the test does. */
const MEANT = /409 \(Conflict\)/;

describeInBrowser('amendments merged by two', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let desk: PersonScreen;
  let phone: PersonScreen;
  let proposal: ProposalView;
  let at: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    proposal = await admitted();
    await amended({ 0: 'Chaque quartier garde une fontaine publique et propre.' });
    await amended({ 0: 'Chaque place garde une fontaine publique.' });
    await amended({ 1: 'La région paie son eau.' });
    await amended({ 1: 'L’État seul paie toute son eau.' });
    await amended({ 2: 'Un conseil de sages en prend soin.' });
    at = `/f/${hall.forum.slug}/proposals/${proposal.id}`;
    desk = await openPersonScreen(browser, hall.moderator.client, { lang: 'fr' });
    phone = await openPersonScreen(browser, hall.delegate.client, { lang: 'ar', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([desk, phone].flatMap(({ faults }) => faults).filter((fault) => !MEANT.test(fault))).toEqual([]);
  });

  async function sent<T>(client: BrowserClient, path: string, body: object): Promise<T> {
    const reply = await client.post<T>(`/api/v1${path}`, body);
    if (reply.status >= 300) throw new Error(`${path}: ${reply.status} ${JSON.stringify(reply.body)}`);
    return reply.body;
  }

  async function admitted(): Promise<ProposalView> {
    const { client } = hall.delegate;
    const text = {
      lang: 'fr',
      title: 'Des fontaines',
      paragraphs: TEXT.map((html) => ({ kind: 'text', html })),
    };
    const draft = await sent<ProposalView>(client, `/forums/${hall.forum.slug}/proposals`, text);
    const { version } = await sent<ProposalView>(client, `/proposals/${draft.id}/submit`, {
      version: draft.version,
    });
    return sent(hall.moderator.client, `/proposals/${draft.id}/admit`, { version });
  }

  async function amended(changes: Readonly<Record<number, string>>): Promise<void> {
    const { client } = hall.otherDelegate;
    const paragraphs = (proposal.texts[0]?.paragraphs ?? []).map((paragraph, place) => ({
      ...paragraph,
      html: changes[place] ?? paragraph.html,
    }));
    const { id, version } = await sent<AmendmentView>(client, `/proposals/${proposal.id}/amendments`, {
      reason: 'Plus clair.',
      paragraphs,
    });
    await sent(client, `/amendments/${id}/submit`, { version });
  }

  const card = ({ page, lang }: PersonScreen, number: number): Locator =>
    page.locator('.merge-card', {
      has: page.getByRole('heading', { name: word(lang, 'merging.paragraph', { number }) }),
    });
  const take = (screen: PersonScreen, number: number, wish: number): Locator =>
    card(screen, number).getByRole('button', {
      name: word(screen.lang, 'merging.take', { numbers: wish }),
      exact: true,
    });
  const press = (
    screen: PersonScreen,
    number: number,
    key: 'merging.write' | 'merging.undo',
  ): Promise<void> =>
    card(screen, number)
      .getByRole('button', { name: word(screen.lang, key), exact: true })
      .click();
  const says = (screen: PersonScreen, number: number, text: string): Promise<void> =>
    card(screen, number).getByText(text, { exact: true }).first().waitFor();
  async function faultsOn({ page }: PersonScreen): Promise<void> {
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  }

  it('is begun at a desk in French, and joined on a phone in Arabic', async () => {
    await desk.page.goto(at);
    await desk.link('handling.merge-amendments').click();
    await desk.button('merging.begin').click();
    await card(desk, 1).waitFor();
    await faultsOn(desk);
    await phone.page.goto(`${at}/merge`);
    await card(phone, 1).waitFor();
    expect(await phone.page.getByText(word('ar', 'merging.progress', { done: 0, of: 3 })).count()).toBe(1);
    await faultsOn(phone);
    await mark(phone.page);
  });

  it('shows the choice of one on the other’s screen: one, both, and the way back', async () => {
    await take(desk, 1, 1).click();
    await says(phone, 1, word('ar', 'merging.chosen-take', { numbers: 1 }));
    await take(phone, 1, 2).tap();
    await says(desk, 1, word('fr', 'merging.chosen-take', { numbers: '1, 2' }));
    const reads = card(desk, 1).locator('.merge-reads');
    expect(await reads.locator('ins').count()).toBe(2);
    await press(desk, 1, 'merging.undo');
    await says(phone, 1, word('ar', 'merging.chosen-take', { numbers: 1 }));
    await take(phone, 1, 2).tap();
    await says(desk, 1, word('fr', 'merging.chosen-take', { numbers: '1, 2' }));
  });

  it('puts aside what collides with what is taken', async () => {
    await take(desk, 2, 4).click();
    await says(phone, 2, word('ar', 'merging.chosen-take', { numbers: 4 }));
    await take(phone, 2, 3).tap();
    await says(desk, 2, word('fr', 'merging.chosen-take', { numbers: 3 }));
    expect(await take(desk, 2, 4).getAttribute('aria-pressed')).toBe('false');
  });

  it('keeps what is being written while another chooses in the same place', async () => {
    await press(phone, 3, 'merging.write');
    const text = phone.page.getByRole('textbox', { name: word('ar', 'merging.third'), exact: true });
    await text.fill(THIRD);
    await take(desk, 3, 5).click();
    const name = word('ar', 'merging.meanwhile', { name: '…' }).split('…')[0] as string;
    await card(phone, 3).getByText(name.trim()).waitFor();
    expect(await text.textContent()).toBe(THIRD);
    await faultsOn(phone);
    await phone.button('merging.save-over').tap();
    await says(desk, 3, word('fr', 'merging.chosen-write'));
    await card(desk, 3).locator('.merge-reads').getByText('sept').waitFor();
    expect(await stayed(phone.page)).toBe(true);
  });

  it('leads by keyboard to what is open, and shows only that', async () => {
    const { page, lang } = desk;
    await press(desk, 2, 'merging.undo');
    await says(desk, 2, word('fr', 'merging.chosen-take', { numbers: 4 }));
    await press(desk, 2, 'merging.undo');
    await card(desk, 2).getByText(word(lang, 'merging.open'), { exact: true }).waitFor();
    await card(desk, 1).getByRole('heading').focus();
    await page.keyboard.press('Alt+ArrowDown');
    const focused = page.locator(':focus');
    expect(await focused.textContent()).toContain(word(lang, 'merging.paragraph', { number: 2 }));
    await page.getByText(word(lang, 'merging.only-open'), { exact: true }).click();
    await card(desk, 3).waitFor({ state: 'detached' });
    await take(desk, 2, 3).click();
    await says(desk, 2, word(lang, 'merging.chosen-take', { numbers: 3 }));
    await page.getByText(word(lang, 'merging.only-open'), { exact: true }).click();
  });

  it('says each amendment’s fate before it finishes, and leads each word to its amendment', async () => {
    const { page, lang } = desk;
    await desk.button('merging.reject', { number: '4' }).click();
    await desk.field('merging.reject-reason').fill('Hors du thème.');
    await desk.button('merging.reject-do').click();
    await desk.page.getByText('Hors du thème.', { exact: true }).waitFor();
    await desk.button('merging.finish').click();
    const fates = page.getByRole('alertdialog').locator('.badge');
    await fates.first().waitFor();
    expect(await fates.allTextContents()).toEqual(
      (['accepted', 'accepted', 'accepted', 'rejected', 'modified'] as const).map((fate) =>
        word(lang, `merging.fate.${fate}`),
      ),
    );
    await faultsOn(desk);
    await desk.button('merging.finish-do').click();
    await page.getByRole('heading', { name: word(lang, 'traces.title', { number: 2 }) }).waitFor();
    const traced = page.locator('.traced');
    await traced.first().waitFor();
    expect((await traced.allTextContents()).join(' ')).toContain('région');
    expect(await page.locator('.merge-fate-line').count()).toBe(4);
    await faultsOn(desk);
    await phone.page.getByText(word('ar', 'merging.none'), { exact: true }).waitFor();
  });
});

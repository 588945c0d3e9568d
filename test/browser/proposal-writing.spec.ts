import type { Browser, Locator } from 'playwright-core';
import type { ProposalView } from '../../src/proposals/proposals.contract.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeProposal } from '../support/contributions.js';
import { makeHall, makePerson, type Person } from '../support/people.js';
import { axeFaults, describeInBrowser, openBrowser, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, stayed } from './screens.js';
import type { Hall } from './sitting.js';
import { word } from './words.js';

const ALIKE = {
  ar: { title: 'ترميم السقايات العمومية', text: 'تُرمَّم كل سقاية.' },
  fr: { title: 'Restaurer les fontaines publiques', text: 'Chaque fontaine est restaurée.' },
};
const ARABIC = {
  title: 'ترميم السقايات العمومية في المدن',
  first: 'تُرمّم كل مدينة سقاياتها.',
  second: 'ويُفتح ماؤها للجميع.',
  third: 'وتُعدّ سنويًا.',
};
const FRENCH = {
  title: 'Restaurer les fontaines des villes',
  first: 'Chaque ville restaure ses fontaines.',
  second: 'Leur eau est ouverte à tous.',
};
const NAME = 'Fatima Zahra';
/** What a browser says of requests when their line is cut, or that came too late: which is what the test does. */
const MEANT = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|WebSocket|409 \(Conflict\)/;

describeInBrowser('a proposal written by two', () => {
  let test: TestApp;
  let browser: Browser;
  let hall: Hall;
  let author: PersonScreen;
  let second: PersonScreen;
  let person: Person;
  let at: string;
  let id: string;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    hall = await makeHall(test);
    at = `/f/${hall.forum.slug}/proposals`;
    await makeProposal(test, hall, hall.otherDelegate, ALIKE, { number: 1 });
    person = await makePerson(test, hall.forum.id, 'delegate', {
      delegationId: hall.otherDelegation.id,
      name: NAME,
    });
    author = await openPersonScreen(browser, hall.delegate.client, { lang: 'ar', phone: true });
    second = await openPersonScreen(browser, person.client, { lang: 'fr' });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
  });
  afterEach(() => {
    expect([author, second].flatMap(({ faults }) => faults).filter((fault) => !MEANT.test(fault))).toEqual(
      [],
    );
  });

  const text = ({ page, lang }: PersonScreen): Locator =>
    page.getByRole('textbox', { name: word(lang, 'proposal.text'), exact: true });
  const part = ({ page, lang }: PersonScreen, number: number): Locator =>
    page.getByRole('textbox', { name: word(lang, 'translate.paragraph', { number }), exact: true });
  const proposal = async (): Promise<ProposalView> =>
    (await hall.delegate.client.get<ProposalView>(`/api/v1/proposals/${id}`)).body;
  const paragraphs = async (lang: string) =>
    (await proposal()).texts.find((each) => each.lang === lang)?.paragraphs ?? [];
  async function faultsOn({ page }: PersonScreen): Promise<void> {
    expect(await axeFaults(page)).toEqual([]);
    expect(await overflows(page)).toBe(false);
  }

  it('begins on a phone in Arabic, where one that is like it is noticed without leaving the form', async () => {
    const { page, field } = author;
    await page.goto(`${at}/new`);
    await field('proposal.title').fill(ARABIC.title);
    await page
      .getByRole('status')
      .filter({ hasText: word('ar', 'similar.found_one') })
      .waitFor();
    const alike = page.getByRole('link', { name: new RegExp(ALIKE.ar.title) });
    const [beside] = await Promise.all([page.context().waitForEvent('page'), alike.tap()]);
    await beside.getByRole('heading', { level: 1, name: ALIKE.ar.title }).waitFor();
    await beside.close();
    expect(await field('proposal.title').inputValue()).toBe(ARABIC.title);

    await page.reload();
    await author.text('form.draft-restored').waitFor();
    expect(await field('proposal.title').inputValue()).toBe(ARABIC.title);
  });

  it('is a draft at the server without a press, and one only where the answer to its first words is lost', async () => {
    const { page, button } = author;
    const drafts = async () =>
      (
        await hall.delegate.client.get<{ items: ProposalView[] }>(
          `/api/v1/forums/${hall.forum.slug}/proposals`,
        )
      ).body.items.filter(({ state }) => state === 'draft');
    await page.route(
      '**/proposals',
      async (route) => {
        await route.fetch();
        await route.abort();
      },
      { times: 1 },
    );
    await text(author).tap();
    await page.keyboard.insertText(ARABIC.first);
    await author.text('save.lost').waitFor();
    await mark(page);
    await page.keyboard.press('Enter');
    await page.keyboard.insertText(ARABIC.second);
    await button('editor.bullet').tap();
    expect(await button('editor.bullet').getAttribute('aria-pressed')).toBe('true');
    expect(await text(author).getAttribute('dir')).toBe('rtl');
    await faultsOn(author);
    await page.waitForURL(/proposals\/[\w-]+\/edit$/);
    await author.text('save.saved').waitFor();
    expect(await stayed(page)).toBe(true);
    const [draft, ...others] = await drafts();
    expect(others).toEqual([]);
    id = draft?.id as string;

    await page.reload();
    await text(author).getByText(ARABIC.second).waitFor();
    await button('do.save').tap();
    await author.text('reading.about-draft').waitFor();
    expect((await paragraphs('ar')).map(({ kind, html }) => [kind, html])).toEqual([
      ['text', ARABIC.first],
      ['bullet', ARABIC.second],
    ]);
  });

  it('asks a second person to sign, who agrees at a desk in French', async () => {
    await author.button('reading.signing').tap();
    await author.button('co-authors.invite').tap();
    await author.field('co-authors.search').fill('Fatima');
    await author.page.getByRole('button', { name: new RegExp(NAME) }).tap();
    await author.text('co-authors.asked').waitFor();
    await faultsOn(author);

    await second.page.goto(`${at}/${id}`);
    await second.text('co-authors.question').waitFor();
    await faultsOn(second);
    await second.button('co-authors.accept').click();
    await second.link('do.edit').click();
    await text(second).waitFor();
    await faultsOn(second);
    expect((await proposal()).coAuthors.map(({ name }) => name)).toEqual([NAME]);
  });

  it('saves by itself what is typed, and the other desk shows it without a reload', async () => {
    await mark(second.page);
    await author.page.goto(`${at}/${id}/edit`);
    await text(author).getByText(ARABIC.second).click();
    await author.page.keyboard.press('End');
    await author.page.keyboard.press('Enter');
    await author.page.keyboard.insertText(ARABIC.third);
    const before = await paragraphs('ar');
    await author.text('save.saved').waitFor();
    await second.text('save.replaced').waitFor();
    expect(await text(second).textContent()).toContain(ARABIC.third);
    expect(await stayed(second.page)).toBe(true);
    const after = await paragraphs('ar');
    expect(after.slice(0, 2)).toEqual(before);
    expect(after[2]?.html).toBe(ARABIC.third);
  });

  it('loses nothing that was typed just before a reload', async () => {
    await text(author).getByText(ARABIC.first).click();
    await author.page.keyboard.press('Home');
    await author.page.keyboard.insertText('أولًا: ');
    await author.page.reload();
    await text(author).getByText(`أولًا: ${ARABIC.first}`).waitFor();
    await author.text('save.saved').waitFor();
    expect((await paragraphs('ar'))[0]?.html).toBe(`أولًا: ${ARABIC.first}`);
  });

  it('keeps what is typed while the line is cut, and shows both texts where another was saved meanwhile', async () => {
    const { page } = author;
    await second.text('save.replaced').waitFor();
    await text(second).getByText(`أولًا: ${ARABIC.first}`).waitFor();
    await page.context().setOffline(true);
    await text(author).getByText(ARABIC.third).click();
    await page.keyboard.press('End');
    await page.keyboard.insertText(' قبل 2030.');
    await author.text('save.lost').waitFor();

    await text(second).getByText(ARABIC.second).click();
    await second.page.keyboard.press('End');
    await second.page.keyboard.insertText(' مجّانًا.');
    await second.text('save.saved').waitFor();

    await page.context().setOffline(false);
    await author.text('both.title').waitFor();
    await faultsOn(author);
    expect(await text(author).textContent()).toContain('قبل 2030');
    await author.button('both.take-paragraph', { number: '2' }).tap();
    await author.button('both.keep-mine').tap();
    await author.text('save.saved').waitFor();
    expect((await paragraphs('ar')).map(({ html }) => html)).toEqual([
      `أولًا: ${ARABIC.first}`,
      `${ARABIC.second} مجّانًا.`,
      `${ARABIC.third} قبل 2030.`,
    ]);
  });

  it('is translated beside its source, and what lags behind is marked', async () => {
    const { page, button, field } = second;
    await page.goto(`${at}/${id}/edit?lang=fr`);
    await field('proposal.title').fill(FRENCH.title);
    await part(second, 1).fill(FRENCH.first);
    await part(second, 2).fill(FRENCH.second);
    expect(await second.text('translate.missing').count()).toBe(1);
    await second.text('save.saved').waitFor();
    await faultsOn(second);
    const ids = (await paragraphs('ar')).map((each) => each.id);
    expect((await paragraphs('fr')).map((each) => [each.id, each.html])).toEqual([
      [ids[0], FRENCH.first],
      [ids[1], FRENCH.second],
    ]);

    await text(author).getByText(`أولًا: ${ARABIC.first}`).click();
    await author.page.keyboard.press('End');
    await author.page.keyboard.insertText(' كلّها.');
    await second.text('translate.stale').waitFor();
    await button('translate.check-part', { part: word('fr', 'translate.paragraph', { number: 1 }) }).click();
    await second.text('translate.stale').waitFor({ state: 'detached' });
    await second.text('save.saved').waitFor();
    const stale = (await proposal()).texts.find(({ lang }) => lang === 'fr')?.stale.paragraphs;
    expect(stale).toEqual([ids[2]]);
  });

  it('takes a text of Word in, says what went, and is submitted', async () => {
    const { page, button } = author;
    await text(author).getByText(ARABIC.third).click();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/html', '<h2>خاتمة</h2><p>نصّ<img src="x.png"></p>');
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('.editor-surface').dispatchEvent(paste);
    })()`);
    await page.getByText(word('ar', 'paste.gone.headings')).waitFor();
    await page.evaluate(`(() => {
      const data = new DataTransfer();
      data.setData('text/plain', 'x'.repeat(10_000_000));
      const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
      document.querySelector('.editor-surface').dispatchEvent(paste);
    })()`);
    await author.text('paste.too-long').waitFor();
    await button('do.save').tap();
    await button('handling.submit').tap();
    await author.text('reading.about-submitted').waitFor();
    const after = (await paragraphs('ar')).map(({ html }) => html);
    expect(after.slice(-2)).toEqual(['خاتمة', 'نصّ']);
  });
});

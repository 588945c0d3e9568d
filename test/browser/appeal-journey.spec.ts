import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import type { AppealSummary, AppealView } from '../../src/appeal/appeal.contract.js';
import { SITE_WORDS } from '../../src/appeal/release/words/site-words.js';
import { RELEASE_WORDS } from '../../src/appeal/release/words/words.js';
import { ACTS, type Act } from '../../src/appeal/signatures/signatures.contract.js';
import { LANGS, type Lang } from '../../src/kernel/localized.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { ledBy } from '../support/drafts.js';
import { makePerson, type Person } from '../support/people.js';
import { nidaa } from '../support/processes.js';
import { makeHead, Signing } from '../support/signing.js';
import { until } from '../support/until.js';
import { axeFaults, describeInBrowser, openBrowser, openScreen, overflows } from './browser.js';
import { mark, openPersonScreen, type PersonScreen, selectWords, stayed } from './screens.js';
import { moveOn, verdict, vote } from './sitting.js';
import { clauseWith, putCaret } from './together.js';
import { type Key, word } from './words.js';

/** The clause that an adopted proposal leads: a reader follows it back to the vote. */
const BUDGET = {
  ar: 'نلتزم بأن نعهد إلى السكان بجزء من ميزانية كل مدينة من مدننا',
  fr: 'Nous nous engageons à confier aux habitants une part du budget de chaque ville',
};
const PASSAGE = 'بجزء من ميزانية كل مدينة';
/** The clause that is written by two at once, and amended. */
const FUND = 'Créer un fonds commun pour les échanges de jeunes entre les villes jumelées.';
const AT_ITS_START = 'Ensemble, ';
const AT_ITS_END = ' Dès cette année.';
const WRITTEN = `${AT_ITS_START}${FUND}${AT_ITS_END}`;
const AMENDED = WRITTEN.replace('de jeunes', 'de jeunes et d’artisans');
const TRANSLATED = {
  ar: 'إنشاء صندوق مشترك لتبادل الشباب والحرفيين بين المدن المتوأمة.',
  en: 'Create a common fund for exchanges of young people and craftspeople between twin cities.',
};
const RESERVATION = 'Sous réserve du vote de notre conseil.';
const AUTONYM = { ar: 'العربية', fr: 'Français', en: 'English' };

describeInBrowser('an appeal, from its compile to a reader who checks it', () => {
  let test: TestApp;
  let browser: Browser;
  let debate: Debate;
  let signing: Signing;
  let heads: Person[];
  let folder: string;
  let at: string;
  let id: string;
  let rapporteur: PersonScreen;
  let chair: PersonScreen;
  let fez: PersonScreen;
  let coimbra: PersonScreen;

  beforeAll(async () => {
    test = await startApp();
    browser = await openBrowser();
    debate = await makeDebate(test);
    folder = await mkdtemp(join(tmpdir(), 'nidaa-journey-'));
    const { hall } = debate;
    at = `/f/${hall.forum.slug}/appeal`;
    const others = await Promise.all([1, 2, 3].map(() => makeHead(test, hall.forum.id)));
    heads = [hall.delegate, hall.otherDelegate, ...others];
    const second = await makePerson(test, hall.forum.id, 'moderator');
    rapporteur = await openPersonScreen(browser, hall.moderator.client, { lang: 'en' });
    chair = await openPersonScreen(browser, second.client, { lang: 'fr' });
    fez = await openPersonScreen(browser, hall.delegate.client, { lang: 'ar', phone: true });
    coimbra = await openPersonScreen(browser, hall.otherDelegate.client, { lang: 'fr', phone: true });
  });
  afterAll(async () => {
    await browser?.close();
    await test?.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    expect([rapporteur, chair, fez, coimbra].flatMap(({ faults }) => faults)).toEqual([]);
  });

  const appeal = async () =>
    (await debate.hall.moderator.client.get<AppealView>(`/api/v1/appeals/${id}`)).body;
  const sound = async ({ page }: Pick<PersonScreen, 'page'>) =>
    expect([await axeFaults(page), await overflows(page)]).toEqual([[], false]);
  const tab = ({ page, lang }: PersonScreen, key: Key) =>
    page.getByRole('tab', { name: word(lang, key) }).click();
  const card = ({ page }: PersonScreen, text: string): Locator =>
    page.locator('li.clause').filter({ hasText: text });
  /** Changes the words of a clause in the dialog of its card. */
  const edit = async (text: string, words: Partial<Record<Lang, string>>) => {
    const { page } = rapporteur;
    const name = word('en', 'do.edit');
    await card(rapporteur, text)
      .getByRole('button', { name: new RegExp(`^${name}`) })
      .click();
    const dialog = page.getByRole('dialog');
    for (const [lang, said] of Object.entries(words))
      await dialog.getByLabel(AUTONYM[lang as Lang], { exact: true }).fill(said);
    await dialog.getByRole('button', { name: word('en', 'do.save'), exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
  };
  /** Opens the poll that the rapporteur sees; the two phones vote on it, and it is closed. */
  const holdVote = async () => {
    await moveOn(rapporteur, 'chair.open');
    await rapporteur.button('chair.close').waitFor();
    const address = new URL(rapporteur.page.url()).pathname;
    for (const screen of [fez, coimbra]) {
      await screen.page.goto(address);
      await vote(screen, 'yes');
    }
    await moveOn(rapporteur, 'chair.close');
    await verdict(rapporteur, 'result.adopted');
  };

  it('is compiled, and each contribution gets its fate', async () => {
    const { page, button, text } = rapporteur;
    await page.goto(at);
    await page.getByRole('radiogroup').getByText('Français').click();
    await button('appeal.compile').click();
    await card(rapporteur, BUDGET.fr).waitFor();
    const { body } = await debate.hall.moderator.client.get<{ items: AppealSummary[] }>(debate.path);
    id = body.items[0]?.id as string;
    signing = new Signing(test, id);
    await tab(rapporteur, 'appeal.fates');
    await text('fates.left_other', { count: 4 }).waitFor();
    await button('fates.confirm-all').click();
    const sure = page.getByRole('alertdialog');
    await sure.getByRole('button', { name: word('en', 'fates.confirm-count_other', { count: 4 }) }).click();
    await sure.waitFor({ state: 'detached' });
    await sound(rapporteur);
  });

  it('is written by two at once in the same clause, and each finds the words of both', async () => {
    for (const { page } of [rapporteur, chair]) await page.goto(`${at}?view=together`);
    await putCaret(rapporteur, FUND, 'Home');
    await putCaret(chair, FUND, 'End');
    await Promise.all([rapporteur.page.keyboard.type(AT_ITS_START), chair.page.keyboard.type(AT_ITS_END)]);
    for (const screen of [rapporteur, chair]) await clauseWith(screen, WRITTEN).waitFor();
    await until(async () => (await appeal()).clauses.some(({ texts }) => texts.fr === WRITTEN));
  });

  it('keeps a comment with its words while what stands around them changes', async () => {
    const { page, button, field } = fez;
    await page.goto(`${at}?view=text`);
    await card(fez, BUDGET.ar).waitFor();
    const { id: clauseId } = ledBy(await appeal(), debate.adopted);
    await selectWords(fez, clauseId, 'ar', PASSAGE);
    await button('clauses.comment-words').tap();
    await field('comments.body').fill('هل يكفي جزء واحد؟');
    await button('comments.send').tap();
    const marked = page.locator('mark', { hasText: PASSAGE });
    await marked.waitFor();
    await mark(page);
    await rapporteur.page.goto(`${at}?view=text`);
    await edit(BUDGET.fr, { ar: BUDGET.ar.replace('نلتزم', 'نلتزم اليوم') });
    await page.getByText('نلتزم اليوم').waitFor();
    await marked.waitFor();
    expect(await stayed(page)).toBe(true);
    await sound(fez);
  });

  it('is laid before the delegations; what one of them amends is voted on and stands in the text', async () => {
    await tab(rapporteur, 'appeal.adoption');
    await moveOn(rapporteur, 'adoption.do.review');
    await chair.page.getByText(word('fr', 'appeal.state.reviewing')).first().waitFor();
    const { page, button, field } = coimbra;
    await page.goto(`${at}?view=amendments`);
    await button('amending.suggest').tap();
    await field('reviewing.clause').selectOption(ledBy(await appeal(), debate.open).id);
    await field('reviewing.words').fill(AMENDED);
    await page.locator('ins', { hasText: 'artisans' }).waitFor();
    await field('amending.reason').fill('Les métiers s’échangent aussi.');
    await button('amending.submit').tap();
    await page.locator('.badge', { hasText: word('fr', 'amendment.state.submitted') }).waitFor();
    await sound(coimbra);

    await rapporteur.page.goto(`${at}?view=amendments`);
    await rapporteur.button('votes.prepare_one', { count: '1' }).click();
    await rapporteur.page
      .locator('form')
      .getByRole('button', { name: word('en', 'votes.prepare_one', { count: 1 }) })
      .click();
    await rapporteur.page
      .locator('.badge', { hasText: word('en', 'amendment.state.voted') })
      .first()
      .waitFor();
    await rapporteur.link('reviewing.to-vote').click();
    await rapporteur.page.waitForURL(/\/polls\/[^/]+$/);
    await holdVote();
    await rapporteur.link('poll.go-to-amendment').click();
    await rapporteur.page.locator('.badge', { hasText: word('en', 'amendment.state.adopted') }).waitFor();
    expect(ledBy(await appeal(), debate.open).texts.fr).toBe(AMENDED);
  });

  it('has somebody stand for it in three languages', async () => {
    const { page, button, text } = rapporteur;
    await page.goto(`${at}?view=text`);
    await edit(AMENDED, TRANSLATED);
    for (const { texts, lang } of (await appeal()).clauses) {
      const said = texts as Record<string, string>;
      const lacking = LANGS.filter((each) => !said[each]);
      const own = said[lang] as string;
      if (lacking.length > 0) await edit(own, Object.fromEntries(lacking.map((each) => [each, own])));
    }
    await tab(rapporteur, 'appeal.languages');
    for (const lang of LANGS) {
      await button('languages.approve-all', { language: AUTONYM[lang] }).click();
      const sure = page.getByRole('alertdialog');
      await sure.getByRole('button', { name: word('en', 'languages.approve'), exact: true }).click();
      await sure.waitFor({ state: 'detached' });
    }
    await tab(rapporteur, 'appeal.adoption');
    await text('adoption.ready.adoption').waitFor();
    await sound(rapporteur);
  });

  it('is put to adoption, voted on and adopted', async () => {
    const { page, button } = rapporteur;
    await moveOn(rapporteur, 'adoption.do.adoption');
    await chair.page.getByText(word('fr', 'appeal.state.adopting')).first().waitFor();
    await button('adoption.vote').click();
    await button('adoption.prepare-vote').click();
    await page.waitForURL(/\/polls\//);
    await holdVote();
    await chair.page.getByText(word('fr', 'appeal.state.adopted')).first().waitFor();
  });

  it('is signed by five cities, of which one reserves a clause', async () => {
    for (const [i, head] of heads.entries()) {
      const lang = LANGS[i % LANGS.length] as Lang;
      const screen = await openPersonScreen(browser, head.client, { lang, phone: true });
      const { page, button, field } = screen;
      await page.goto(`${at}?view=adoption`);
      const act: Act = i === 1 ? 'reserved' : 'signed';
      await page.locator('.own-city .choice').nth(ACTS.indexOf(act)).tap();
      if (act === 'reserved') {
        await field('signing.clause').selectOption({ index: 1 });
        await field('signing.words').fill(RESERVATION);
      }
      await button('signing.by-code').tap();
      await field('signing.code').waitFor();
      await field('signing.code').fill(await signing.codeOf(head));
      await button('signing.confirm').tap();
      await button('signing.change').waitFor();
      if (i < LANGS.length) await sound(screen);
      expect(screen.faults).toEqual([]);
      await screen.context.close();
    }
    await chair.page.goto(`${at}/wall`);
    await chair.text('signing.count_other', { count: 5, total: 5 }).waitFor();
    await chair.page.getByText(word('fr', 'signing.short.reserved')).waitFor();
    await sound(chair);
  });

  it('is published', async () => {
    const { page, text } = rapporteur;
    await page.goto(`${at}?view=adoption`);
    await text('adoption.ready.publication').waitFor();
    await moveOn(rapporteur, 'adoption.do.publish');
    await text('published.read').waitFor();
    const { state } = await appeal();
    expect(state).toBe('published');
  });

  it('is followed by a reader from a sentence to the count of its vote', async () => {
    const reader = await openPersonScreen(browser, debate.hall.anonymous, { lang: 'fr', phone: true });
    const { page, faults } = reader;
    await page.goto(`${(await appeal()).page}?lang=fr`);
    const sentence = page.locator('.clause').filter({ hasText: BUDGET.fr });
    await sentence.locator('summary').last().tap();
    const counted = RELEASE_WORDS.fr.tally('2', '0', '0');
    await sound(reader);
    await sentence.getByRole('link', { name: `${SITE_WORDS.fr.voted(true)} (${counted})` }).tap();
    await verdict(reader, 'result.adopted');
    await page.getByText(/: 2 pour, 0 contre/).waitFor();
    await page.getByRole('link', { name: word('fr', 'poll.on-proposal', { number: 1 }) }).waitFor();
    await sound(reader);
    // The reservation stands under its clause, the amended words in theirs.
    await page.goBack();
    await page.getByText(RESERVATION).waitFor();
    await page.locator('.clause > p', { hasText: AMENDED }).waitFor();
    expect(faults).toEqual([]);
  });

  it('holds where anybody checks it, and is refused once a byte is another', async () => {
    const { page, faults } = await openScreen(browser, test.url, { locale: 'en' });
    await page.goto(`${(await appeal()).page}?lang=en`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: RELEASE_WORDS.en.zip }).click(),
    ]);
    const path = join(folder, download.suggestedFilename());
    await download.saveAs(path);
    const good = await nidaa(['verify', path]);
    expect([good.code, good.stderr]).toEqual([0, '']);
    expect(good.stdout).toContain('Everything holds.');

    const bytes = await readFile(path);
    const place = bytes.indexOf(Buffer.from(RESERVATION));
    bytes.writeUInt8(bytes.readUInt8(place) ^ 1, place);
    await writeFile(path, bytes);
    const bad = await nidaa(['verify', path]);
    expect([bad.code, bad.stdout]).toEqual([
      1,
      expect.stringMatching(/DOES NOT HOLD: appeal\.[\w.]+: was changed/),
    ]);

    await page.getByRole('link', { name: SITE_WORDS.en.checkHere }).click();
    await page.getByRole('button', { name: word('en', 'verify.from-site') }).click();
    await page.getByText(word('en', 'verify.holds'), { exact: true }).waitFor();
    await page.locator(`input[type=file][aria-label="${word('en', 'verify.file')}"]`).setInputFiles(path);
    await page.getByText(word('en', 'verify.holds-not'), { exact: true }).waitFor();
    expect(faults).toEqual([]);
  });
});

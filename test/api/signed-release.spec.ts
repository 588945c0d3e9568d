import type { AppealView } from '../../src/appeal/appeal.contract.js';
import type { AppealDocument } from '../../src/appeal/release/release.format.js';
import type { SignaturesView } from '../../src/appeal/signatures/signatures.contract.js';
import { run as verify } from '../../src/cli/verify.js';
import { adopt } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled, settled } from '../support/drafts.js';
import { quietly } from '../support/quietly.js';
import { ABSTAINED, makeHead, SIGNED, Signing } from '../support/signing.js';

const WORDS = 'Sous réserve de notre loi communale.';

let test: TestApp;
let debate: Debate;
let published: AppealView;
let reserved: string;

/** Adopted, signed by three cities each in its own way, and published. */
beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
  debate = await makeDebate(test);
  const { hall } = debate;
  const { id, clauses, version } = await adopt(hall, (await compiled(debate)).id);
  reserved = clauses.at(-1)?.id as string;
  const signing = new Signing(test, id);
  const reservations = [{ clauseId: reserved, lang: 'fr' as const, text: WORDS }];
  await signing.byPasskey(hall.delegate, SIGNED, { named: true });
  await signing.byCode(hall.otherDelegate, { act: 'reserved', reservations });
  await signing.byCode(await makeHead(test, hall.forum.id), ABSTAINED);
  const { client } = hall.moderator;
  await client.post(`/api/v1/appeals/${id}/fates`, {});
  const ready = (await client.get<AppealView>(`/api/v1/appeals/${id}`)).body;
  expect(ready.version).toBe(version + 1);
  await client.post(`/api/v1/appeals/${id}/publish`, { version: ready.version });
  published = await settled(hall, id, 'publishing');
});
afterAll(() => test.stop());

const read = async (path: string) => (await debate.hall.anonymous.get(`${published.page}${path}`)).body;

it('names the vote that adopted the text, and what each city did', async () => {
  const appeal = (await read('/release/appeal.json')) as AppealDocument;
  expect(appeal).toMatchObject({
    textHash: published.textHash,
    adoption: { round: published.adoption?.roundId },
  });
  const acts = appeal.signatures.map(({ act, confirmedBy, proof }) => [act, confirmedBy, proof !== null]);
  expect(acts.sort()).toEqual([
    ['abstained', 'code', false],
    ['reserved', 'code', false],
    ['signed', 'passkey', true],
  ]);
  const [{ name }] = await test.db.query('SELECT name FROM account WHERE id = $1', [
    debate.hall.delegate.accountId,
  ]);
  expect(appeal.signatures.flatMap(({ signer }) => signer ?? [])).toEqual([name]);
  // Who did not agree is in the record of votes, as everybody on the roll, and nowhere else.
  const [other] = await test.db.query('SELECT name FROM account WHERE id = $1', [
    debate.hall.otherDelegate.accountId,
  ]);
  expect(JSON.stringify(appeal)).not.toContain(`"${other.name}"`);
});

it('prints reservations with the text, and below the clause that they are about', async () => {
  const page = (await read('?lang=fr')) as string;
  expect(page).toContain('<h2 id="signatures">Signatures</h2>');
  expect(page).toContain(WORDS);
  const anchor = `c${published.clauses.findIndex(({ id }) => id === reserved) + 1}`;
  const clause = page.slice(
    page.indexOf(`id="${anchor}"`),
    page.indexOf('</section>', page.indexOf(`id="${anchor}"`)),
  );
  expect(clause).toContain('Réserve : City');
  expect(await read('?lang=ar')).toContain('<h2 id="signatures">التوقيعات</h2>');
});

it('holds, with the vote and every signature checked', async () => {
  const { code, out, err } = await quietly(verify, [`${test.url}${published.page}`]);
  expect([code, err]).toEqual([0, '']);
  expect(out).toContain(`are those that the vote ${published.adoption?.roundId} adopted`);
  expect(out).toContain('signatures on these words: 1, with a reservation: 1, abstentions: 1');
  expect(out).toContain('a device’s proof that holds: 1');
});

it('keeps its signatures in a correction while the words are the same, and loses them with the words', async () => {
  const { client } = debate.hall.moderator;
  const { id, version } = published;
  const reason = 'Une source était fausse.';
  const begun = (await client.post<AppealView>(`/api/v1/appeals/${id}/correct`, { reason, version })).body;
  const acts = async () =>
    (await client.get<SignaturesView>(`/api/v1/appeals/${begun.id}/signatures`)).body.cities
      .flatMap(({ act }) => act ?? [])
      .sort();
  expect(await acts()).toEqual(['abstained', 'reserved', 'signed']);
  const title = { ...begun.title, en: 'Another title' };
  await client.patch(`/api/v1/appeals/${begun.id}`, { title, version: begun.version });
  expect(await acts()).toEqual([]);
});

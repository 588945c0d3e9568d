import type { AppealView } from '../../src/appeal/appeal.contract.js';
import { proofHolds } from '../../src/appeal/signatures/proof.js';
import { Signature } from '../../src/appeal/signatures/signature.entity.js';
import type { Act, CitySignature } from '../../src/appeal/signatures/signatures.contract.js';
import { statementHash } from '../../src/appeal/signatures/statement.js';
import type { NewApiToken } from '../../src/identity/identity.contract.js';
import { adopt, approveAll, voteOn } from '../support/adopted-appeal.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { type Debate, makeDebate } from '../support/debate.js';
import { compiled } from '../support/drafts.js';
import { makeHall, makePerson, type Person } from '../support/people.js';
import { ABSTAINED, makeHead, SIGNED, Signing } from '../support/signing.js';

let test: TestApp;
let debate: Debate;
let appeal: AppealView;
let signing: Signing;
let head: Person;
let other: Person;

beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
  debate = await makeDebate(test);
  appeal = await adopt(debate.hall, (await compiled(debate)).id);
  signing = new Signing(test, appeal.id);
});
afterAll(() => test.stop());
/** Others for each test: what one may ask for in an hour is bounded. */
beforeEach(async () => {
  [head, other] = [await makeHead(test, debate.hall.forum.id), await makeHead(test, debate.hall.forum.id)];
});

const clause = (place: number): string => appeal.clauses[place]?.id as string;
const reserved = (...reservations: [place: number, text: string][]) => ({
  act: 'reserved' as Act,
  reservations: reservations.map(([place, text]) => ({ clauseId: clause(place), lang: 'fr' as const, text })),
});
const delegationOf = async ({ participantId }: Person): Promise<string> =>
  (await test.db.query('SELECT delegation_id FROM participant WHERE id = $1', [participantId]))[0]
    .delegation_id;
const kept = async (person: Person) =>
  test.db.manager.findOneBy(Signature, { appealId: appeal.id, delegationId: await delegationOf(person) });
/** A city as everybody with a seat sees it. */
async function cityOf(person: Person, reader: Person = debate.hall.observer): Promise<CitySignature> {
  const [{ city_id: cityId }] = await test.db.query('SELECT city_id FROM delegation WHERE id = $1', [
    await delegationOf(person),
  ]);
  const { cities } = await signing.show(reader);
  return cities.find((city) => city.cityId === cityId) as CitySignature;
}

describe('a head of delegation', () => {
  it('signs with a passkey, whose answer proves the statement to anybody', async () => {
    const { status, body } = await signing.byPasskey(head, SIGNED);
    expect([status, body.textHash]).toEqual([200, appeal.textHash]);
    expect(await cityOf(head)).toMatchObject({ act: 'signed', confirmedBy: 'passkey', signer: null });
    const { act, at, reservations, textHash, proof } = (await kept(head)) as Signature;
    const { cityId } = await cityOf(head);
    const hash = statementHash({ textHash, city: cityId, act, reservations, at });
    expect(proof && proofHolds(proof, hash)).toBe(true);
    const events = await test.db.query(
      "SELECT payload FROM event WHERE subject_id = $1 AND type = 'appeal.signed' AND actor_id = $2",
      [appeal.id, head.accountId],
    );
    expect(events).toEqual([{ payload: { cityId } }]);
    // The device's answer is the release's: no screen needs it.
    expect(JSON.stringify(body)).not.toContain(proof?.signature);
  });

  it('signs with a mailed code that says what it confirms, in the language of the account', async () => {
    const { body } = await signing.prepare(head, SIGNED, 'code');
    const letter = await signing.letterTo(head);
    expect(body).toMatchObject({ textHash: appeal.textHash, request: null, mailedTo: letter.recipient });
    expect(letter).toMatchObject({ locale: 'fr', subject: expect.stringContaining('code pour confirmer') });
    expect(letter.body).toContain(`signe « ${appeal.title.fr} »`);
    expect(letter.body).toContain(appeal.textHash);
    const code = (await signing.codeOf(head)).toLowerCase().replace('-', ' ');
    expect((await signing.confirm(head, body, SIGNED, { code })).status).toBe(200);
    expect(await cityOf(head)).toMatchObject({ act: 'signed', confirmedBy: 'code' });
    expect(await kept(head)).toMatchObject({ proof: null });
  });

  it('signs with reservations, which stand in the order of the clauses', async () => {
    const wanted = reserved([2, 'Sous réserve de nos lois.'], [1, 'Pas avant 2016.']);
    expect((await signing.byCode(head, wanted)).status).toBe(200);
    expect((await signing.letterTo(head)).body).toContain('¶ 2 (“Pas avant 2016.”), ¶ 3');
    expect(await cityOf(head)).toMatchObject({
      act: 'reserved',
      reservations: [
        { clauseId: clause(1), text: 'Pas avant 2016.' },
        { clauseId: clause(2), text: 'Sous réserve de nos lois.' },
      ],
    });
  });

  it('abstains, and takes another position in the place of it', async () => {
    const phone = await signing.phoneOf(head);
    await signing.byPasskey(head, ABSTAINED, {}, phone);
    expect(await cityOf(head)).toMatchObject({ act: 'abstained' });
    await signing.byPasskey(head, reserved([1, 'Non.']), {}, phone);
    expect(await cityOf(head)).toMatchObject({ act: 'reserved' });
    await signing.byCode(head, SIGNED);
    expect(await cityOf(head)).toMatchObject({ act: 'signed', confirmedBy: 'code', reservations: [] });
    expect(await test.db.manager.countBy(Signature, { delegationId: await delegationOf(head) })).toBe(1);
  });

  it('takes the signature back, once', async () => {
    await signing.byCode(head, SIGNED);
    expect((await head.client.delete(signing.path)).status).toBe(200);
    expect(await cityOf(head)).toMatchObject({ act: null, signer: null, signedAt: null });
    expect(await head.client.delete(signing.path)).toMatchObject({
      status: 404,
      body: { code: 'object.missing' },
    });
  });

  it('is named where the person agrees to it, and nowhere else', async () => {
    const named = await makeHead(test, debate.hall.forum.id, 'Amina la nommée');
    const unnamed = await makeHead(test, debate.hall.forum.id, 'Badr le discret');
    await signing.byCode(named, SIGNED, { named: true });
    await signing.byPasskey(unnamed, reserved([1, 'Non.']), { named: false });
    expect(await cityOf(named)).toMatchObject({ signer: 'Amina la nommée' });
    for (const reader of [debate.hall.observer, named, debate.hall.organiser])
      expect(JSON.stringify(await signing.show(reader))).not.toContain('Badr');
    await signing.byCode(named, SIGNED, { named: false });
    expect((await cityOf(named)).signer).toBeNull();
  });

  it('is told of the own city, and of the ways to sign; nobody else is', async () => {
    await signing.phoneOf(head);
    const { own } = await signing.show(head);
    const { recipient } = await signing.letterTo(head);
    expect(own).toEqual({ cityId: (await cityOf(head)).cityId, passkeys: 1, email: recipient });
    expect((await signing.show(debate.hall.moderator)).own).toBeNull();
  });
});

it('five cities at once sign, each for itself', async () => {
  const heads = await Promise.all(Array.from({ length: 5 }, () => makeHead(test, debate.hall.forum.id)));
  const answers = await Promise.all(
    heads.map((each, i) => (i % 2 ? signing.byCode(each, SIGNED) : signing.byPasskey(each, ABSTAINED))),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
  const acts = await Promise.all(heads.map(async (each) => (await cityOf(each)).act));
  expect(acts).toEqual(['abstained', 'signed', 'abstained', 'signed', 'abstained']);
});

it('one city that presses twice at once has one position', async () => {
  const phone = await signing.phoneOf(head);
  const answers = await Promise.all([
    signing.byPasskey(head, SIGNED, {}, phone),
    signing.byPasskey(head, ABSTAINED, {}, phone),
    signing.byCode(head, SIGNED),
  ]);
  expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThan(0);
  expect(answers.map(({ status }) => status).filter((status) => status >= 500)).toEqual([]);
  expect(await test.db.manager.countBy(Signature, { delegationId: await delegationOf(head) })).toBe(1);
});

describe('nobody else signs', () => {
  const { delegate, observer, moderator, suspended, foreign, anonymous } = {
    delegate: async () =>
      makePerson(test, debate.hall.forum.id, 'delegate', { delegationId: await delegationOf(head) }),
    observer: async () => debate.hall.observer,
    moderator: async () => debate.hall.moderator,
    suspended: async () => {
      await test.db.query('UPDATE participant SET suspended_at = now() WHERE id = $1', [head.participantId]);
      return head;
    },
    foreign: async () => (await makeHall(test)).delegate,
    anonymous: async () => ({ client: debate.hall.anonymous }) as Person,
  };
  it.each([
    ['a delegate who is no head', delegate, 403, 'auth.forbidden'],
    ['an observer', observer, 403, 'auth.forbidden'],
    ['a moderator without a delegation', moderator, 403, 'auth.forbidden'],
    // Who is suspended reads like anybody else, and a draft is not everybody's.
    ['a head who was suspended', suspended, 404, 'object.missing'],
    ['the head of another forum’s delegation', foreign, 404, 'object.missing'],
    ['who has no account', anonymous, 404, 'object.missing'],
  ])('%s', async (_, find, status, code) => {
    const who = await find();
    const at = new Date().toISOString();
    const answers = [
      await signing.prepare(who, SIGNED, 'code'),
      await signing.confirm(who, { at }, SIGNED, { code: 'ABCD-EFGH' }),
      await who.client.delete<{ code?: string }>(signing.path),
    ];
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual(
      answers.map(() => [status, code]),
    );
  });

  it('a program with the token of a head', async () => {
    const wish = { name: 'writer', scopes: ['read', 'write'], days: 1 };
    const { body } = await head.client.post<NewApiToken>('/api/v1/me/api-tokens', wish);
    const send = (method: string, path: string, data?: object) =>
      new BrowserClient(test.url).send<{ code?: string }>(method, path, data, {
        authorization: `Bearer ${body.token}`,
      });
    const sent = { ...SIGNED, at: new Date().toISOString(), named: false, code: 'ABCD-EFGH' };
    const answers = [
      await send('POST', `${signing.path}/prepare`, { ...SIGNED, by: 'code' }),
      await send('POST', signing.path, sent),
      await send('DELETE', signing.path),
    ];
    expect(answers.map((answer) => answer.body.code)).toEqual(answers.map(() => 'token.scope'));
    expect((await send('GET', signing.path)).status).toBe(200);
  });

  it('who was head when it was prepared and is no more', async () => {
    const { body } = await signing.prepare(head, SIGNED, 'code');
    const code = await signing.codeOf(head);
    await test.db.query('UPDATE participant SET head = false WHERE id = $1', [head.participantId]);
    expect((await signing.confirm(head, body, SIGNED, { code })).body.code).toBe('auth.forbidden');
  });
});

describe('an appeal is signed while it is adopted', () => {
  afterEach(async () => {
    await test.db.query("UPDATE appeal SET state = 'adopted' WHERE id = $1", [appeal.id]);
  });
  it.each(['drafting', 'reviewing', 'adopting', 'publishing', 'published', 'superseded'])(
    'not while it is %s',
    async (state) => {
      await signing.byCode(other, SIGNED);
      const { body } = await signing.prepare(head, SIGNED, 'code');
      const code = await signing.codeOf(head);
      await test.db.query('UPDATE appeal SET state = $2 WHERE id = $1', [appeal.id, state]);
      const answers = [
        await signing.prepare(head, SIGNED, 'passkey'),
        await signing.confirm(head, body, SIGNED, { code }),
        await other.client.delete<{ code?: string }>(signing.path),
      ];
      expect(answers.map((answer) => answer.body.code)).toEqual(answers.map(() => 'appeal.state'));
      expect((await signing.show(head)).own).toBeNull();
      expect(await cityOf(other)).toMatchObject({ act: 'signed' });
    },
  );
});

describe('a code is refused', () => {
  const refused: Record<string, () => Promise<string>> = {
    'that is wrong': async () => 'AAAA-AAAA',
    'that is no code': async () => '   ',
    'that confirms another statement': async () => {
      await signing.prepare(head, ABSTAINED, 'code');
      return signing.codeOf(head);
    },
    'that is another person’s': async () => {
      await signing.prepare(other, SIGNED, 'code');
      return signing.codeOf(other);
    },
    'that is for signing in': async () => {
      const { recipient: email } = await signing.letterTo(head);
      await head.client.post('/api/v1/sign-in/code', { email, locale: 'fr' });
      return signing.codeOf(head);
    },
    'that is too old': async () => {
      await test.db.query("UPDATE email_code SET expires_at = now() - interval '1 second'");
      return signing.codeOf(head);
    },
  };
  it.each(Object.keys(refused))('%s', async (which) => {
    const { body } = await signing.prepare(head, SIGNED, 'code');
    const code = await refused[which]?.();
    const answer = await signing.confirm(head, body, SIGNED, { code });
    expect([answer.status, answer.body.code]).toEqual([409, 'signature.refused']);
    expect(await kept(head)).toBeNull();
  });

  it('that was used before, and where there is none', async () => {
    const { body } = await signing.prepare(head, SIGNED, 'code');
    const code = await signing.codeOf(head);
    const answers = await Promise.all([1, 2, 3].map(() => signing.confirm(head, body, SIGNED, { code })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect((await signing.confirm(head, body, SIGNED, {})).body.code).toBe('signature.refused');
  });

  it('after ten tries, the right one too', async () => {
    const { body } = await signing.prepare(head, SIGNED, 'code');
    const code = await signing.codeOf(head);
    for (let i = 0; i < 10; i++) await signing.confirm(head, body, SIGNED, { code: 'AAAA-AAAA' });
    expect((await signing.confirm(head, body, SIGNED, { code })).body.code).toBe('request.too-many');
  });

  it('and signs nobody in, nor gives anybody the address', async () => {
    await signing.prepare(head, SIGNED, 'code');
    const code = await signing.codeOf(head);
    const { recipient: email } = await signing.letterTo(head);
    const stranger = new BrowserClient(test.url);
    expect((await stranger.post('/api/v1/sign-in/code/confirm', { email, code })).status).toBe(401);
    expect((await head.client.post('/api/v1/me/email/confirm', { email, code })).status).toBe(401);
    expect(stranger.cookie).toBe('');
  });

  it('is not mailed to who has no address', async () => {
    await test.db.query('UPDATE account SET email = NULL WHERE id = $1', [head.accountId]);
    expect((await signing.prepare(head, SIGNED, 'code')).body.code).toBe('email.none');
    expect((await signing.show(head)).own).toMatchObject({ email: null });
  });
});

describe('a passkey’s answer is refused', () => {
  it('to another statement, of another account, of an unwatched device, given before, or too late', async () => {
    const [phone, others] = [await signing.phoneOf(head), await signing.phoneOf(other)];
    const { body: mine } = await signing.prepare(head, SIGNED, 'passkey');
    const { body: abstention } = await signing.prepare(head, ABSTAINED, 'passkey');
    const { body: theirs } = await signing.prepare(other, SIGNED, 'passkey');
    const request = mine.request as NonNullable<typeof mine.request>;
    const answers = {
      'another statement': phone.answer(abstention.request as typeof request),
      'another city': phone.answer(theirs.request as typeof request),
      'another account': others.answer(request),
      unwatched: phone.answer(request, { verified: false }),
      'another site': phone.at('https://example.org').answer(request),
    };
    for (const [which, answer] of Object.entries(answers)) {
      const { status, body } = await signing.confirm(head, mine, SIGNED, { answer });
      expect([which, status, body.code]).toEqual([which, 409, 'signature.refused']);
    }
    expect(await kept(head)).toBeNull();
    const answer = phone.answer(request);
    expect((await signing.confirm(head, mine, SIGNED, { answer })).status).toBe(200);
    expect((await signing.confirm(head, mine, SIGNED, { answer })).body.code).toBe('signature.refused');
    const late = phone.answer(abstention.request as typeof request);
    await test.db.query("UPDATE passkey_challenge SET expires_at = now() - interval '1 second'");
    expect((await signing.confirm(head, abstention, ABSTAINED, { answer: late })).body.code).toBe(
      'signature.refused',
    );
  });

  it('that would sign somebody in', async () => {
    const phone = await signing.phoneOf(head);
    const { body } = await signing.prepare(head, SIGNED, 'passkey');
    const answer = phone.answer(body.request as NonNullable<typeof body.request>);
    const stranger = new BrowserClient(test.url);
    expect((await stranger.post('/api/v1/sign-in/passkey', { answer })).status).toBe(401);
    expect((await signing.confirm(head, body, SIGNED, { answer })).status).toBe(200);
  });
});

describe('reservations', () => {
  const invalid: Record<string, () => object> = {
    'on no clause of the text': () => ({
      ...reserved([1, 'Non.']),
      reservations: [{ clauseId: appeal.id, lang: 'fr', text: 'Non.' }],
    }),
    'twice on the same clause': () => reserved([1, 'Non.'], [1, 'Encore non.']),
    'without any': () => reserved(),
    'beside a signature': () => ({ ...reserved([1, 'Non.']), act: 'signed' }),
    'beside an abstention': () => ({ ...reserved([1, 'Non.']), act: 'abstained' }),
  };
  it.each(Object.keys(invalid))('are refused %s', async (which) => {
    const { status, body } = await signing.prepare(head, invalid[which]?.() as typeof SIGNED, 'code');
    expect([status, body.code]).toEqual([400, 'signature.reservations']);
  });

  it.each([
    ['without words', { text: '  ' }],
    ['too long', { text: 'é'.repeat(2_001) }],
    ['in no language of the house', { lang: 'xx' }],
    ['on what is no id', { clauseId: 'c1' }],
    ['with members of their own', { __proto__: null, city: 'Fez' }],
  ])('are refused %s', async (_, more) => {
    const wanted = reserved([1, 'Non.']);
    const broken = { ...wanted, reservations: [{ ...wanted.reservations[0], ...more }] };
    const { status, body } = await signing.prepare(head, broken as typeof SIGNED, 'code');
    expect([status, body.code]).toEqual([400, 'request.invalid']);
  });

  it('are cleaned of what turns or hides text, and are words in the letter, not markup', async () => {
    const hostile = '  <script>alert(1)</script>\u202e\u0000 x\u0301\nBcc: all@example.org\u2066 ';
    const wanted = reserved([1, hostile]);
    expect((await signing.byCode(head, wanted)).status).toBe(200);
    const [reservation] = (await cityOf(head)).reservations;
    expect(reservation?.text).toMatch(/^<script>alert\(1\)<\/script> ?x\u0301 Bcc: all@example.org$/);
    const letter = await signing.letterTo(head);
    expect(letter.subject).not.toContain('Bcc');
  });

  it('are bounded in number', async () => {
    const wanted = reserved(...Array.from({ length: 51 }, (): [number, string] => [1, 'Non.']));
    expect((await signing.prepare(head, wanted, 'code')).body.code).toBe('request.invalid');
  });
});

describe('a text that goes on', () => {
  const chair = () => debate.hall.moderator.client;
  const show = async () => (await chair().get<AppealView>(`/api/v1/appeals/${appeal.id}`)).body;
  const move = async (name: string, more: object = {}) =>
    chair().post<AppealView>(`/api/v1/appeals/${appeal.id}/${name}`, {
      version: (await show()).version,
      ...more,
    });

  it('is not signed by a confirmation of the earlier one, whose signatures count again if the words come back', async () => {
    await signing.byPasskey(other, SIGNED, { named: true });
    const { body: prepared } = await signing.prepare(head, SIGNED, 'code');
    const code = await signing.codeOf(head);
    const before = appeal.textHash;

    await move('redraft', { reason: 'Un titre.' });
    const title = { ...appeal.title, fr: 'Un autre titre' };
    await chair().patch(`/api/v1/appeals/${appeal.id}`, { title, version: (await show()).version });
    expect(await cityOf(other)).toMatchObject({ act: null, signer: null });
    await approveAll(debate.hall, appeal.id);
    await move('review');
    await move('adoption');
    await voteOn(debate.hall, { kind: 'appeal', id: appeal.id });
    expect((await signing.show(head)).textHash).not.toBe(before);
    expect((await signing.confirm(head, prepared, SIGNED, { code })).body.code).toBe('signature.refused');
    expect((await signing.show(head)).cities.every(({ act }) => act === null)).toBe(true);
    await signing.byCode(head, ABSTAINED);

    await move('redraft', { reason: 'Comme avant.' });
    await chair().patch(`/api/v1/appeals/${appeal.id}`, {
      title: appeal.title,
      version: (await show()).version,
    });
    await move('review');
    await move('adoption');
    if ((await show()).state === 'adopting') await voteOn(debate.hall, { kind: 'appeal', id: appeal.id });
    expect(await show()).toMatchObject({ state: 'adopted', textHash: before });
    expect(await cityOf(other)).toMatchObject({ act: 'signed' });
    // The head's last word was on the other text.
    expect(await cityOf(head)).toMatchObject({ act: null });
  });

  it('without anybody’s vote is signed by nobody', async () => {
    const { body } = await signing.prepare(head, SIGNED, 'code');
    const code = await signing.codeOf(head);
    const [{ title }] = await test.db.query('SELECT title FROM appeal WHERE id = $1', [appeal.id]);
    await test.db.query('UPDATE appeal SET title = $2 WHERE id = $1', [
      appeal.id,
      { ...title, en: 'Otherwise' },
    ]);
    expect((await signing.confirm(head, body, SIGNED, { code })).body.code).toBe('appeal.not-adopted');
    await test.db.query('UPDATE appeal SET title = $2 WHERE id = $1', [appeal.id, title]);
    expect((await signing.confirm(head, body, SIGNED, { code })).status).toBe(200);
  });
});

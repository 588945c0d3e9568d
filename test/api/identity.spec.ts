import { Accounts } from '../../src/identity/accounts.service.js';
import type { ApiTokenView, Me, NewApiToken, SignInView } from '../../src/identity/identity.contract.js';
import { hashPassword } from '../../src/identity/passwords.js';
import { SignInLinks } from '../../src/identity/sign-in-links.service.js';
import { Mail } from '../../src/platform/mail/mail.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { makeAccount, makeForum } from '../support/people.js';

let test: TestApp;
beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
});
afterAll(() => test.stop());

const newcomer = () => new BrowserClient(test.url);
const withAccount = (email: string, more: object = {}) =>
  test.app.get(Accounts).create(test.db.manager, { name: 'Amina', locale: 'ar', email, ...more });
const lastMail = (recipient: string) =>
  test.db.manager.findOneOrFail(Mail, { where: { recipient }, order: { createdAt: 'DESC' } });
const codeIn = (body: string) => /[0-9A-Z]{4}-[0-9A-Z]{4}/.exec(body)?.[0] as string;

describe('a mailed code', () => {
  it('signs in once, in whatever way it is typed, and its mail is in the language of the account', async () => {
    await withAccount('amina@example.org');
    const client = newcomer();
    const asked = await client.post('/api/v1/sign-in/code', { email: ' Amina@Example.org ', locale: 'en' });
    expect(asked.status).toBe(202);
    const mail = await lastMail('amina@example.org');
    expect(mail.locale).toBe('ar');
    const code = codeIn(mail.body);
    const typed = { email: 'amina@example.org', code: code.toLowerCase().replace('-', ' ') };
    const entered = await client.post<Me>('/api/v1/sign-in/code/confirm', typed);
    expect(entered.body.account?.email).toBe('amina@example.org');
    expect((await client.get<Me>('/api/v1/me')).body.account?.name).toBe('Amina');
    expect(await newcomer().post('/api/v1/sign-in/code/confirm', typed)).toMatchObject({
      status: 401,
      body: { code: 'sign-in.failed' },
    });
  });

  it('spent at the same time by two lets one in', async () => {
    await withAccount('race@example.org');
    await newcomer().post('/api/v1/sign-in/code', { email: 'race@example.org', locale: 'fr' });
    const code = codeIn((await lastMail('race@example.org')).body);
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() =>
        newcomer().post('/api/v1/sign-in/code/confirm', { email: 'race@example.org', code }),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401, 401, 401]);
  });

  it('tells the same to who asks for an address without account, and mails nothing', async () => {
    const answer = await newcomer().post('/api/v1/sign-in/code', {
      email: 'nobody@example.org',
      locale: 'fr',
    });
    expect(answer).toMatchObject({ status: 202, body: '' });
    expect(await test.db.manager.countBy(Mail, { recipient: 'nobody@example.org' })).toBe(0);
  });

  it('cannot be guessed: after ten tries the right one is refused too', async () => {
    await withAccount('guessed@example.org');
    await newcomer().post('/api/v1/sign-in/code', { email: 'guessed@example.org', locale: 'fr' });
    const code = codeIn((await lastMail('guessed@example.org')).body);
    const attempt = (typed: string) =>
      newcomer().post<{ code: string }>('/api/v1/sign-in/code/confirm', {
        email: 'guessed@example.org',
        code: typed,
      });
    for (let i = 0; i < 10; i++) expect((await attempt('AAAA-AAAA')).body.code).toBe('sign-in.failed');
    const refused = await attempt(code);
    expect(refused).toMatchObject({ status: 429, body: { code: 'request.too-many' } });
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});

describe('a password', () => {
  it('signs in; a wrong one and an unknown address are told the same', async () => {
    await withAccount('p@example.org', { passwordHash: await hashPassword('une longue phrase à moi') });
    const client = newcomer();
    const entered = await client.post<Me>('/api/v1/sign-in/password', {
      email: 'p@example.org',
      password: 'une longue phrase à moi',
    });
    expect(entered.status).toBe(200);
    const cookie = entered.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    const [wrong, unknown] = await Promise.all([
      newcomer().post<{ code: string }>('/api/v1/sign-in/password', {
        email: 'p@example.org',
        password: 'wrong wrong wrong',
      }),
      newcomer().post<{ code: string }>('/api/v1/sign-in/password', {
        email: 'q@example.org',
        password: 'wrong wrong wrong',
      }),
    ]);
    expect([wrong.body.code, unknown.body.code]).toEqual(['sign-in.failed', 'sign-in.failed']);
  });

  it('is refused when it is weak, and a new one ends the other sign-ins and cuts their sockets', async () => {
    const person = await makeAccount(test);
    const account = await test.app.get(Accounts).find(person.accountId);
    const elsewhere = newcomer();
    await person.client.put('/api/v1/me/password', { password: 'a first long sentence' });
    await elsewhere.post('/api/v1/sign-in/password', {
      email: account?.email,
      password: 'a first long sentence',
    });
    const socket = await elsewhere.socket();
    const cut = new Promise((resolve) => socket.io.once('disconnect', resolve));
    const weak = await person.client.put('/api/v1/me/password', {
      current: 'a first long sentence',
      password: 'aaaaaaaaaaaaaaaa',
    });
    expect(weak).toMatchObject({ status: 400, body: { code: 'password.weak' } });
    expect(
      await person.client.put('/api/v1/me/password', {
        current: 'not it at all',
        password: 'a second long sentence',
      }),
    ).toMatchObject({ status: 401 });
    const changed = await person.client.put('/api/v1/me/password', {
      current: 'a first long sentence',
      password: 'a second long sentence',
    });
    expect(changed.status).toBe(204);
    await cut;
    expect((await elsewhere.get<Me>('/api/v1/me')).body.account).toBeNull();
    expect((await person.client.get<Me>('/api/v1/me')).body.account).not.toBeNull();
  });
});

describe('a sign-in', () => {
  it('is listed and can be revoked by its owner only; its sockets are cut', async () => {
    const [owner, stranger] = [await makeAccount(test), await makeAccount(test)];
    const { body } = await owner.client.get<{ items: SignInView[] }>('/api/v1/me/sign-ins');
    const mine = body.items.find(({ current }) => current) as SignInView;
    expect(await stranger.client.delete(`/api/v1/me/sign-ins/${mine.id}`)).toMatchObject({ status: 404 });
    const socket = await owner.client.socket();
    const cut = new Promise((resolve) => socket.io.once('disconnect', resolve));
    expect((await owner.client.delete(`/api/v1/me/sign-ins/${mine.id}`)).status).toBe(204);
    await cut;
    expect((await owner.client.get<Me>('/api/v1/me')).body.account).toBeNull();
  });

  it('by cookie writes nothing without the header that forms of other sites cannot send', async () => {
    const { client } = await makeAccount(test);
    const response = await fetch(`${test.url}/api/v1/me`, {
      method: 'PATCH',
      headers: { cookie: client.cookie, 'content-type': 'application/json' },
      body: '{"name":"Eve"}',
    });
    expect(response.status).toBe(403);
  });

  it('is stored by its hash only', async () => {
    const { client } = await makeAccount(test);
    const token = client.cookie.slice('nidaa='.length);
    const [{ found }] = await test.db.query(
      'SELECT count(*)::int AS found FROM sign_in WHERE token_hash = $1',
      [token],
    );
    expect(found).toBe(0);
  });
});

describe('a link of the start', () => {
  it('for trying out works from this machine, through no proxy, until the next start', async () => {
    const { accountId } = await makeAccount(test);
    const links = test.app.get(SignInLinks);
    const tokenOf = (address: string | undefined) => address?.split('#')[1] as string;
    const token = tokenOf((await links.printTrial([accountId]))[0]);
    const forwarded = await newcomer().post(
      '/api/v1/sign-in/link',
      { token },
      { 'x-forwarded-for': '203.0.113.9' },
    );
    expect(forwarded).toMatchObject({ status: 401, body: { code: 'sign-in.link-expired' } });
    expect((await newcomer().post<Me>('/api/v1/sign-in/link', { token })).body.account?.id).toBe(accountId);
    await links.printTrial([accountId]);
    expect((await newcomer().post('/api/v1/sign-in/link', { token })).status).toBe(401);
  });

  it('for the first organiser works once, and makes one who may make forums', async () => {
    const link = await test.app.get(SignInLinks).printFirstOrganiser();
    const token = link?.split('#')[1];
    const client = newcomer();
    expect((await client.post<Me>('/api/v1/sign-in/link', { token })).body.abilities.createForum).toBe(true);
    expect((await newcomer().post('/api/v1/sign-in/link', { token })).status).toBe(401);
    expect(await test.app.get(SignInLinks).printFirstOrganiser()).toBeNull();
  });
});

describe('an API token', () => {
  it('does what its scopes say, is shown once, and ends when revoked', async () => {
    const { client, accountId } = await makeAccount(test);
    const { body } = await client.post<NewApiToken>('/api/v1/me/api-tokens', {
      name: 'reader',
      scopes: ['read'],
      days: 30,
    });
    const as = (method: string, path: string, data?: unknown) =>
      newcomer().send<any>(method, path, data, { authorization: `Bearer ${body.token}` });
    expect((await as('GET', '/api/v1/me')).body.account.id).toBe(accountId);
    expect((await as('PATCH', '/api/v1/me', { name: 'X' })).body.code).toBe('token.scope');
    const listed = await client.get<{ items: ApiTokenView[] }>('/api/v1/me/api-tokens');
    expect(JSON.stringify(listed.body)).not.toContain(body.token);
    await client.delete(`/api/v1/me/api-tokens/${body.id}`);
    expect((await as('GET', '/api/v1/me')).status).toBe(401);
  });

  it('never changes the keys of its account, so that it ends for good when it is revoked', async () => {
    const { client } = await makeAccount(test);
    const wish = { name: 'writer', scopes: ['read', 'write'], days: 30 };
    const { body } = await client.post<NewApiToken>('/api/v1/me/api-tokens', wish);
    const me = '/api/v1/me';
    const as = async (method: string, path: string, data?: unknown) =>
      (await newcomer().send<any>(method, me + path, data, { authorization: `Bearer ${body.token}` })).body;
    expect((await as('PATCH', '', { name: 'Y' })).account.name).toBe('Y');
    const [{ id: signInId }] = (await client.get<{ items: { id: string }[] }>(`${me}/sign-ins`)).body
      .items as [{ id: string }];
    const refused = await Promise.all([
      as('POST', '/api-tokens', wish),
      as('DELETE', `/api-tokens/${body.id}`),
      as('DELETE', `/sign-ins/${signInId}`),
      as('PUT', '/password', { password: 'correct horse battery staple' }),
      as('POST', '/email', { email: 'other@example.org' }),
      as('POST', '/email/confirm', { email: 'other@example.org', code: 'ABCDEFGH' }),
    ]);
    expect(refused.map(({ code }) => code)).toEqual(refused.map(() => 'token.scope'));
  });
});

describe('an address of the own', () => {
  it('is taken once a code proved it, and not when it is another’s', async () => {
    const [first, second] = [await makeAccount(test), await makeAccount(test)];
    for (const person of [first, second])
      await person.client.post('/api/v1/me/email', { email: 'shared@example.org' });
    const mails = await test.db.manager.find(Mail, {
      where: { recipient: 'shared@example.org' },
      order: { createdAt: 'ASC' },
    });
    const [one, two] = mails.map(({ body }) => codeIn(body));
    const confirm = (person: typeof first, code?: string) =>
      person.client.post<any>('/api/v1/me/email/confirm', { email: 'shared@example.org', code });
    expect((await confirm(second, one)).body.code).toBe('sign-in.failed');
    expect((await confirm(first, one)).body.account.email).toBe('shared@example.org');
    expect((await confirm(second, two)).status).toBeGreaterThanOrEqual(400);
  });
});

describe('forums', () => {
  it('are made by who may, with their maker as organiser; a taken slug is told', async () => {
    const { client } = await makeAccount(test, 'Plain');
    await makeForum(test);
    expect((await client.get<{ items: object[] }>('/api/v1/forums')).body.items.length).toBeGreaterThan(0);
    const wanted = {
      slug: 'new-forum',
      title: { ar: 'ا', fr: 'b', en: 'c' },
      theme: { ar: 'ا', fr: 'b', en: 'c' },
      place: { ar: 'ا', fr: 'b', en: 'c' },
      startsOn: '2027-01-02',
      endsOn: '2027-01-01',
    };
    expect((await client.post('/api/v1/forums', wanted)).status).toBe(403);
    const operator = await withAccount('op@example.org', {
      operator: true,
      passwordHash: await hashPassword('operators have long ones'),
    });
    const op = newcomer();
    await op.post('/api/v1/sign-in/password', {
      email: operator.email,
      password: 'operators have long ones',
    });
    expect((await op.post<any>('/api/v1/forums', wanted)).body.code).toBe('forum.dates');
    expect(
      (await op.post<any>('/api/v1/forums', { ...wanted, endsOn: '2027-01-03' })).body.abilities.manage,
    ).toBe(true);
    expect((await op.post<any>('/api/v1/forums', { ...wanted, endsOn: '2027-01-03' })).body.code).toBe(
      'forum.slug-taken',
    );
    expect(
      (await op.patch<any>('/api/v1/forums/new-forum', { endsOn: '2026-01-01', version: 1 })).body.code,
    ).toBe('forum.dates');
    expect(
      (await op.patch<any>('/api/v1/forums/new-forum', { endsOn: '2027-02-01', version: 1 })).body.version,
    ).toBe(2);
  });
});

import type { Me } from '../../src/identity/identity.contract.js';
import type {
  PasskeyAnswer,
  PasskeyCreation,
  PasskeyRequest,
  PasskeyView,
} from '../../src/identity/passkeys/passkeys.contract.js';
import { Config } from '../../src/platform/config/config.js';
import { Mail } from '../../src/platform/mail/mail.entity.js';
import { startApp, type TestApp } from '../support/app.js';
import { Authenticator } from '../support/authenticator.js';
import { BrowserClient } from '../support/browser-client.js';
import { makeAccount } from '../support/people.js';

let test: TestApp;
let phone: Authenticator;
let owner: Awaited<ReturnType<typeof makeAccount>>;

beforeAll(async () => {
  test = await startApp({ LOG_LEVEL: 'silent' });
});
afterAll(() => test.stop());
beforeEach(async () => {
  owner = await makeAccount(test);
  phone = new Authenticator(test.app.get(Config).publicUrl);
});

const keys = async (): Promise<PasskeyView[]> =>
  (await owner.client.get<{ items: PasskeyView[] }>('/api/v1/me/passkeys')).body.items;
const stranger = () => new BrowserClient(test.url);
const begin = async (client: BrowserClient) =>
  (await client.post<PasskeyRequest>('/api/v1/sign-in/passkey/begin')).body;
const signIn = (client: BrowserClient, answer: PasskeyAnswer) =>
  client.post<Me & { code?: string }>('/api/v1/sign-in/passkey', { answer });
const creation = async () => (await owner.client.post<PasskeyCreation>('/api/v1/me/passkeys/begin')).body;
const add = (made: object, client = owner.client) =>
  client.post<PasskeyView & { code?: string }>('/api/v1/me/passkeys', { name: 'Key', made });

describe('a passkey', () => {
  it('is added, listed and signs its owner in on another device', async () => {
    const id = await phone.enrol(owner.client, 'My phone');
    expect(await keys()).toMatchObject([{ id, name: 'My phone', usedAt: null }]);
    const client = stranger();
    const { body, status } = await signIn(client, phone.answer(await begin(client)));
    expect([status, body.account?.id]).toEqual([200, owner.accountId]);
    expect((await client.get<Me>('/api/v1/me')).body.account?.id).toBe(owner.accountId);
    expect((await keys())[0]?.usedAt).not.toBeNull();
  });

  it('is told to its owner by mail', async () => {
    const email = `${owner.accountId}@example.org`;
    await test.db.query('UPDATE account SET email = $1 WHERE id = $2', [email, owner.accountId]);
    await phone.enrol(owner.client, 'My phone');
    const [mail] = await test.db.manager.findBy(Mail, { recipient: email });
    expect(mail?.body).toContain('My phone');
  });

  it('signs nobody in once it is removed', async () => {
    const id = await phone.enrol(owner.client);
    expect((await owner.client.delete(`/api/v1/me/passkeys/${id}`)).status).toBe(204);
    const client = stranger();
    expect((await signIn(client, phone.answer(await begin(client)))).body.code).toBe('passkey.refused');
    expect(client.cookie).toBe('');
  });

  it('belongs to one account, and an account has ten at most', async () => {
    await phone.enrol(owner.client);
    const other = await makeAccount(test);
    const { body: options } = await other.client.post<PasskeyCreation>('/api/v1/me/passkeys/begin');
    expect((await add(phone.make(options), other.client)).body.code).toBe('passkey.refused');
    const asked = await Promise.all(Array.from({ length: 12 }, creation));
    const answers = await Promise.all(asked.map((each) => add(new Authenticator(phone.origin).make(each))));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(9);
    expect(new Set(answers.map(({ body }) => body.code))).toEqual(new Set([undefined, 'passkey.too-many']));
    expect(await keys()).toHaveLength(10);
  });
});

describe('an answer is refused', () => {
  const refused: Record<string, () => Promise<PasskeyAnswer>> = {
    'that was given before': async () => {
      const answer = phone.answer(await begin(stranger()));
      expect((await signIn(stranger(), answer)).status).toBe(200);
      return answer;
    },
    'to a challenge that nobody gave': async () =>
      phone.answer({ challenge: Buffer.alloc(32, 7).toString('base64url'), host: 'localhost' }),
    'to a challenge for adding a key': async () =>
      phone.answer({ challenge: (await creation()).challenge, host: 'localhost' }),
    'that was made for another site': async () =>
      phone.at('https://example.org').answer(await begin(stranger())),
    'of a device that did not look at its owner': async () =>
      phone.answer(await begin(stranger()), { verified: false }),
    'of a key that is not known here': async () =>
      new Authenticator(phone.origin).answer(await begin(stranger())),
    'whose signature is another key’s': async () =>
      Object.assign(new Authenticator(phone.origin), { credentialId: phone.credentialId }).answer(
        await begin(stranger()),
      ),
    'of a copy whose count of uses lags behind': async () => {
      await test.db.query('UPDATE passkey SET counter = 1000 WHERE account_id = $1', [owner.accountId]);
      return phone.answer(await begin(stranger()));
    },
    'that came too late': async () => {
      const request = await begin(stranger());
      await test.db.query(
        "UPDATE passkey_challenge SET expires_at = now() - interval '1 second' WHERE challenge = $1",
        [request.challenge],
      );
      return phone.answer(request);
    },
    'that is no answer': async () => ({
      ...phone.answer(await begin(stranger())),
      clientDataJSON: Buffer.from('[]').toString('base64url'),
    }),
    'whose data are cut off': async () => ({
      ...phone.answer(await begin(stranger())),
      authenticatorData: 'AAEC',
    }),
  };
  it.each(Object.keys(refused))('%s', async (which) => {
    await phone.enrol(owner.client);
    const answer = await refused[which]?.();
    const client = stranger();
    const { status, body } = await signIn(client, answer as PasskeyAnswer);
    expect([status, body.code]).toEqual([401, 'passkey.refused']);
    expect(client.cookie).toBe('');
  });

  it('where two give the same at once: one of them is in', async () => {
    await phone.enrol(owner.client);
    const answer = phone.answer(await begin(stranger()));
    const answers = await Promise.all([signIn(stranger(), answer), signIn(stranger(), answer)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  it('and a program adds and removes none', async () => {
    const { body } = await owner.client.post<{ token: string }>('/api/v1/me/api-tokens', {
      name: 'A program',
      scopes: ['read', 'write'],
      days: 1,
    });
    const asked = await fetch(`${test.url}/api/v1/me/passkeys/begin`, {
      method: 'POST',
      headers: { authorization: `Bearer ${body.token}` },
    });
    expect([asked.status, ((await asked.json()) as { code: string }).code]).toEqual([403, 'token.scope']);
  });
});

import type {
  DelegationView,
  InvitationPreview,
  InvitationView,
  MailView,
} from '../../src/forum/forum.contract.js';
import { Invitation } from '../../src/forum/invitation.entity.js';
import { Participant } from '../../src/forum/participant.entity.js';
import { Account } from '../../src/identity/account.entity.js';
import type { Me } from '../../src/identity/identity.contract.js';
import type { Page } from '../../src/kernel/pagination.js';
import { startApp, type TestApp } from '../support/app.js';
import { BrowserClient } from '../support/browser-client.js';
import { makeAccount, makeForum, makeHall } from '../support/people.js';

let test: TestApp;
let hall: Awaited<ReturnType<typeof makeHall>>;
let path: string;

beforeAll(async () => {
  test = await startApp();
  hall = await makeHall(test);
  path = `/api/v1/forums/${hall.forum.slug}`;
});
afterAll(() => test.stop());

const newcomer = () => new BrowserClient(test.url);
const invite = async (...invitations: object[]): Promise<(InvitationView & { code: string })[]> => {
  const answer = await hall.organiser.client.post<{ items: InvitationView[] }>(`${path}/invitations`, {
    invitations,
  });
  expect(answer.status).toBe(201);
  return answer.body.items as (InvitationView & { code: string })[];
};
const inviteOne = async (over: object = {}) =>
  (await invite({ role: 'delegate', delegationId: hall.delegation.id, ...over }))[0]!;
const join = (client: BrowserClient, code: string, name = 'Amina Alaoui') =>
  client.post<{ me: Me; slug: string }>('/api/v1/join', { code, name, locale: 'ar' });
const preview = (code: string) => newcomer().post<InvitationPreview>('/api/v1/join/preview', { code });
const shown = async (id: string) =>
  (await hall.organiser.client.get<Page<InvitationView>>(`${path}/invitations?limit=100`)).body.items.find(
    (invitation) => invitation.id === id,
  );

describe('an invitation', () => {
  it('shows what it offers, lets one person in, and is told to whoever watches', async () => {
    const { id, code, link } = await inviteOne({ name: 'Amina' });
    expect(code).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(link).toMatch(new RegExp(`/join#${code}$`));
    expect((await preview(code.toLowerCase().replace('-', ' '))).body).toMatchObject({
      forum: { slug: hall.forum.slug },
      role: 'delegate',
      name: 'Amina',
      cityName: { en: expect.any(String) },
    });
    const watcher = await hall.anonymous.socket();
    await watcher.ask('forum.watch', { slug: hall.forum.slug });
    const client = newcomer();
    const joined = await join(client, code);
    expect(joined).toMatchObject({
      status: 200,
      body: {
        slug: hall.forum.slug,
        me: {
          account: { name: 'Amina Alaoui', email: null, locale: 'ar' },
          seats: [{ role: 'delegate', delegationId: hall.delegation.id, head: false }],
        },
      },
    });
    const { participantId } = joined.body.me.seats[0]!;
    await watcher.hear<{ type: string; id: string }>(
      'hint',
      (hint) => hint.type === 'participant.joined' && hint.id === participantId,
    );
    watcher.close();
    expect((await client.get<Me>('/api/v1/me')).body.seats).toHaveLength(1);
    expect(await shown(id)).toMatchObject({ state: 'used', code: null, link: null });
    expect(await preview(code)).toMatchObject({ status: 409, body: { code: 'invitation.used' } });
  });

  it('taken by many at once lets exactly one in and leaves no account of the others behind', async () => {
    const { code } = await inviteOne();
    const before = await test.db.manager.count(Account);
    const answers = await Promise.all(Array.from({ length: 8 }, () => join(newcomer(), code)));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(7).fill(409)]);
    expect(await test.db.manager.count(Account)).toBe(before + 1);
  });

  it('is taken with the own account by who is signed in, once a forum', async () => {
    const [first, second] = await invite({ role: 'observer' }, { role: 'observer' });
    const { client, accountId } = await makeAccount(test, 'Signed In');
    const joined = await join(client, first!.code, 'Another Name');
    expect(joined.body.me.account).toMatchObject({ id: accountId, name: 'Signed In' });
    expect(await join(client, second!.code)).toMatchObject({
      status: 409,
      body: { code: 'participant.known' },
    });
    expect((await shown(second!.id))?.state).toBe('open');
  });

  it('that is unknown, revoked or expired is refused with the same words', async () => {
    const [revoked, expired] = await invite({ role: 'observer' }, { role: 'observer' });
    expect((await hall.organiser.client.delete(`${path}/invitations/${revoked!.id}`)).status).toBe(204);
    expect((await hall.organiser.client.delete(`${path}/invitations/${revoked!.id}`)).status).toBe(204);
    await test.db.manager.update(Invitation, { id: expired!.id }, { expiresAt: new Date(0) });
    const answers = await Promise.all(
      [revoked!.code, expired!.code, '00000-00000'].flatMap((code) => [
        preview(code),
        join(newcomer(), code),
      ]),
    );
    for (const { status, body } of answers) {
      const { requestId, ...said } = body as unknown as Record<string, unknown>;
      expect([status, said]).toEqual([
        404,
        {
          type: 'urn:nidaa:error:invitation.invalid',
          title: 'invitation.invalid',
          status,
          code: 'invitation.invalid',
        },
      ]);
      expect(requestId).toEqual(expect.any(String));
    }
    expect([(await shown(revoked!.id))?.state, (await shown(expired!.id))?.state]).toEqual([
      'revoked',
      'expired',
    ]);
  });

  it('that was used cannot be revoked any more', async () => {
    const { id, code } = await inviteOne();
    await join(newcomer(), code);
    expect(await hall.organiser.client.delete(`${path}/invitations/${id}`)).toMatchObject({
      status: 409,
      body: { code: 'invitation.used' },
    });
  });

  it('is stored so that a copy of the database lets nobody in', async () => {
    const { id, code } = await inviteOne();
    const row = JSON.stringify(await test.db.manager.findOneBy(Invitation, { id }));
    expect(row).not.toContain(code);
    expect(row).not.toContain(code.replace('-', ''));
  });
});

describe('inviting', () => {
  it('is for organisers, needs a delegation of this forum for delegates, and makes all or none', async () => {
    const { client } = hall.organiser;
    const count = await test.db.manager.count(Invitation);
    const tries: [object, string][] = [
      [{ role: 'delegate' }, 'delegate.needs-delegation'],
      [{ role: 'delegate', delegationId: (await makeHall(test)).delegation.id }, 'object.missing'],
      [{ role: 'observer', head: true }, 'request.invalid'],
      [{ role: 'delegate', delegationId: hall.delegation.id, head: true }, 'delegation.has-head'],
      [{ role: 'king' }, 'request.invalid'],
      [{ role: 'observer', email: 'nowhere' }, 'request.invalid'],
    ];
    for (const [wrong, code] of tries)
      expect(
        await client.post(`${path}/invitations`, { invitations: [{ role: 'observer' }, wrong] }),
      ).toMatchObject({ body: { code } });
    expect(await test.db.manager.count(Invitation)).toBe(count);
    const body = { invitations: [{ role: 'organiser' }] };
    for (const person of [hall.moderator, hall.delegate, hall.observer])
      expect((await person.client.post(`${path}/invitations`, body)).status).toBe(403);
    expect((await hall.moderator.client.get(`${path}/invitations`)).status).toBe(403);
    expect((await hall.anonymous.get(`${path}/invitations`)).status).toBe(401);
  });

  it('two heads of one delegation lets the first who joins be it', async () => {
    const other = await makeHall(test);
    const at = `/api/v1/forums/${other.forum.slug}`;
    const { client } = other.organiser;
    await client.patch(`${at}/participants/${other.delegate.participantId}`, { head: false });
    const head = { role: 'delegate', delegationId: other.delegation.id, head: true };
    const codes: string[] = [];
    for (let n = 0; n < 2; n++) {
      const made = await client.post<{ items: InvitationView[] }>(`${at}/invitations`, {
        invitations: [head],
      });
      codes.push(made.body.items[0]!.code as string);
    }
    const answers = await Promise.all(codes.map((code) => join(newcomer(), code, 'Head')));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    const delegations = await client.get<{ items: DelegationView[] }>(`${at}/delegations`);
    expect(delegations.body.items.find(({ id }) => id === other.delegation.id)?.head).toBe('Head');
  });

  it('prints the badge code of an open invitation for organisers', async () => {
    const { id, code } = await inviteOne();
    const qr = await hall.organiser.client.get<string>(`${path}/invitations/${id}/qr.svg`);
    expect(qr.headers.get('content-type')).toBe('image/svg+xml');
    expect(qr.headers.get('cache-control')).toBe('no-store');
    expect(qr.body).toMatch(/^<svg [^>]*>.*<path .*<\/svg>\s*$/s);
    expect((await hall.delegate.client.get(`${path}/invitations/${id}/qr.svg`)).status).toBe(403);
    await join(newcomer(), code);
    expect(await hall.organiser.client.get(`${path}/invitations/${id}/qr.svg`)).toMatchObject({
      status: 404,
      body: { code: 'invitation.invalid' },
    });
  });

  it('by mail writes in the language asked for and shows it in the outbox to organisers', async () => {
    const { code } = await inviteOne({ email: ' Leila@Example.ORG', locale: 'ar', name: 'ليلى' });
    const outbox = (client: BrowserClient) => client.get<Page<MailView>>(`${path}/mail`);
    const [mail] = (await outbox(hall.organiser.client)).body.items;
    expect(mail).toMatchObject({ to: 'leila@example.org', sentAt: null });
    expect(mail?.subject).toMatch(/^دعوتكم: /);
    expect(mail?.body).toContain(`/join#${code}`);
    expect((await outbox(hall.moderator.client)).status).toBe(403);
    expect((await outbox(hall.anonymous)).status).toBe(401);
  });

  it('by mail opens no account that the address belongs to', async () => {
    const victim = await makeAccount(test, 'Victim');
    const { email } = await test.db.manager.findOneByOrFail(Account, { id: victim.accountId });
    const { code } = await inviteOne({ email });
    const joined = await join(newcomer(), code, 'Somebody');
    expect(joined.body.me.account).toMatchObject({ name: 'Somebody', email: null });
    expect(joined.body.me.account?.id).not.toBe(victim.accountId);
  });

  it('leaves codes to sign in with out of the outbox, but for an operator', async () => {
    const asked = { email: `p${Date.now()}@example.org`, locale: 'en' };
    await test.db.query(
      'INSERT INTO account (id, email, name, locale) VALUES (gen_random_uuid(), $1, $2, $3)',
      [asked.email, 'Forgetful', 'en'],
    );
    await newcomer().post('/api/v1/sign-in/code', asked);
    const sees = async () =>
      (await hall.organiser.client.get<Page<MailView>>(`${path}/mail`)).body.items.some(
        ({ to }) => to === asked.email,
      );
    expect(await sees()).toBe(false);
    await test.db.manager.update(Account, { id: hall.organiser.accountId }, { operator: true });
    expect(await sees()).toBe(true);
  });
});

describe('a hall behind one address', () => {
  it('joins: 400 delegates at once', async () => {
    const forum = await makeForum(test);
    await test.db.manager.insert(Participant, {
      id: crypto.randomUUID(),
      forumId: forum.id,
      accountId: hall.organiser.accountId,
      role: 'organiser',
      createdAt: new Date(),
    });
    const { body } = await hall.organiser.client.post<{ items: InvitationView[] }>(
      `/api/v1/forums/${forum.slug}/invitations`,
      { invitations: Array.from({ length: 400 }, () => ({ role: 'observer' })) },
    );
    const statuses = await Promise.all(
      body.items.map(async ({ code }, index) => {
        const seen = await preview(code as string);
        const joined = await join(newcomer(), code as string, `Delegate ${index}`);
        return [seen.status, joined.status];
      }),
    );
    expect(statuses.filter(([seen, joined]) => seen === 200 && joined === 200)).toHaveLength(400);
    expect(await test.db.manager.countBy(Participant, { forumId: forum.id })).toBe(401);
    // Some seconds on an idle machine; a busy one must not fail it.
  }, 180_000);

  it('stops who tries one code again and again, and nobody beside', async () => {
    const tries: number[] = [];
    for (let n = 0; n < 21; n++) tries.push((await preview('ZZZZZ-ZZZZZ')).status);
    expect(tries).toEqual([...Array(20).fill(404), 429]);
    expect((await preview('ZZZZZ-ZZZZY')).status).toBe(404);
  });
});

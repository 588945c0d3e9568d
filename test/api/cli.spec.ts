import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { COMMANDS } from '../../src/cli/commands.js';
import { Config } from '../../src/platform/config/config.js';
import { startApp, type TestApp } from '../support/app.js';
import { makeAccount, makeHall } from '../support/people.js';
import { nidaa } from '../support/processes.js';
import { until } from '../support/until.js';

let test: TestApp;
let env: Record<string, string>;

beforeAll(async () => {
  test = await startApp();
  const { databaseUrl, dataDir } = test.app.get(Config);
  env = { DATABASE_URL: databaseUrl as string, NIDAA_DATA_DIR: dataDir };
});
afterAll(() => test.stop());

describe('nidaa', () => {
  it('lists every command that there is, and has each that it lists', async () => {
    const { code, stdout } = await nidaa(['--help']);
    expect(code).toBe(0);
    for (const name of Object.keys(COMMANDS)) {
      expect(stdout).toContain(`nidaa ${name}`);
      await access(join(import.meta.dirname, '..', '..', 'src', 'cli', `${name}.ts`));
    }
  });

  it.each([
    [['vote'], 'nidaa: there is no command "vote": see nidaa --help.\n'],
    [['backup'], 'nidaa: backup: the file to write is missing.\n'],
    [['restore', '/nowhere/at/all'], 'nidaa: restore: /nowhere/at/all is not there.\n'],
    [['audit', 'now'], 'nidaa: audit: "now" is one word too many.\n'],
    [
      ['token', 'create', '--scope', 'all', '--email', 'a@example.org'],
      expect.stringContaining('--scope must be one of'),
    ],
  ])('explains %j in one sentence and exits 2', async (args, sentence) => {
    expect(await nidaa(args, env)).toEqual({ code: 2, stdout: '', stderr: sentence });
  });

  it('names a value of the environment that is wrong, and a database that is not there', async () => {
    expect(await nidaa(['audit'], { ...env, PORT: 'many' })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('PORT must be'),
    });
    expect(await nidaa(['audit'], { ...env, DATABASE_URL: 'postgres://127.0.0.1:1/none' })).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/^nidaa: audit: .*ECONNREFUSED.*\n$/),
    });
  });
});

describe('nidaa token', () => {
  it('makes a token that opens what its scopes say and no more', async () => {
    await makeAccount(test, 'Rapporteur');
    const [{ email }] = await test.db.query(`SELECT email FROM account WHERE name = 'Rapporteur'`);
    const made = await nidaa(['token', 'create', '--email', email, '--scope', 'read', '--days', '7'], env);
    expect(made).toMatchObject({ code: 0, stderr: '' });
    const { token, scopes } = JSON.parse(made.stdout);
    expect(scopes).toEqual(['read']);
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const me = await fetch(`${test.url}/api/v1/me`, { headers });
    expect(await me.json()).toMatchObject({ account: { name: 'Rapporteur' } });
    const write = await fetch(`${test.url}/api/v1/me`, {
      method: 'PATCH',
      headers,
      body: '{"name":"Other"}',
    });
    expect(await write.json()).toMatchObject({ code: 'token.scope' });
  });

  it('tells whoever runs the system that no account has the address', async () => {
    expect(
      await nidaa(['token', 'create', '--email', 'none@example.org', '--scope', 'read'], env),
    ).toMatchObject({
      code: 2,
      stderr: 'nidaa: token: no account has the address none@example.org.\n',
    });
  });
});

describe('nidaa audit', () => {
  it('accepts a whole log, and names the first link that does not hold', async () => {
    const hall = await makeHall(test);
    const path = `/api/v1/forums/${hall.forum.slug}/sessions`;
    const title = { ar: 'x', fr: 'x', en: 'x' };
    const [startsAt, endsAt] = ['2014-06-12T09:00:00Z', '2014-06-12T10:00:00Z'];
    for (const place of ['one', 'two', 'three'])
      await hall.moderator.client.post(path, { kind: 'plenary', title, place, startsAt, endsAt });
    const placed = `SELECT count(*)::int AS n FROM event WHERE forum_id = $1 AND seq IS NOT NULL`;
    await until(async () => (await test.db.query(placed, [hall.forum.id]))[0].n === 3);
    expect(await nidaa(['audit'], env)).toMatchObject({ code: 0, stderr: '' });

    await test.db.query('ALTER TABLE event DISABLE TRIGGER event_append_only');
    await test.db.query(`UPDATE event SET payload = '{"by":"night"}' WHERE forum_id = $1 AND seq = 2`, [
      hall.forum.id,
    ]);
    const { code, stdout, stderr } = await nidaa(['audit'], env);
    expect(code).toBe(1);
    expect(JSON.parse(stdout).broken).toEqual([
      { forumId: hall.forum.id, seq: 2, reason: 'an event was altered' },
    ]);
    expect(stderr).toContain('does not hold at 2');
  });
});

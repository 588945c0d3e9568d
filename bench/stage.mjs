/** A Postgres of the bench's own, the built app on it, and a hall with an open poll. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { hashSecret, newId, newSecret } from '../dist/src/kernel/ids.js';
import { startEmbeddedPostgres } from '../dist/src/platform/embedded/embedded-postgres.js';

const ROOT = join(import.meta.dirname, '..');
const IN_ALL = JSON.stringify({ ar: 'x', fr: 'x', en: 'x' });

/** Resolves to the stage; `close()` ends everything that was started on it, the last first. */
export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), 'nidaa-bench-'));
  await chmod(folder, 0o755);
  const closing = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (let end = closing.pop(); end; end = closing.pop()) await end();
  };
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder });
    closing.push(() => server.stop());
    const start = async (script, env) => {
      const { child, url } = await startProcess(join(ROOT, script), { DATABASE_URL: server.url, ...env });
      closing.push(async () => {
        const ended = once(child, 'exit');
        if (child.exitCode === null && child.kill()) await ended;
      });
      return url;
    };
    const app = await start('dist/src/main.js', { NIDAA_DATA_DIR: folder, NIDAA_SAMPLE: '0' });
    const db = new pg.Client({ connectionString: server.url });
    await db.connect();
    closing.push(() => db.end());
    return { app, db, close, startReference: (script) => start(`bench/${script}`, {}) };
  } catch (error) {
    await close();
    throw error;
  }
}

/** A process that says "ready" when it listens on the PORT that it is given. */
async function startProcess(script, env) {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  const child = spawn(process.execPath, [script], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('ready') && resolve());
    child.on('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

/** Delegates with sign-ins and a poll that the chair has opened. Resolves to the poll's id and their cookies. */
export async function openPoll({ app, db }, voters) {
  const [forum, city, delegation, session, poll] = Array.from({ length: 5 }, newId);
  const people = Array.from({ length: voters + 1 }, () => ({
    account: newId(),
    seat: newId(),
    token: newSecret(),
  }));
  const run = (sql, ...values) => db.query(sql, values);
  await run(
    `INSERT INTO forum (id, slug, title, theme, place, starts_on, ends_on)
     VALUES ($1, 'bench', $2, $2, $2, '2014-06-12', '2014-06-14')`,
    forum,
    IN_ALL,
  );
  await run('INSERT INTO city (id, name, latitude, longitude) VALUES ($1, $2, 34, -5)', city, IN_ALL);
  await run('INSERT INTO delegation (id, forum_id, city_id) VALUES ($1, $2, $3)', delegation, forum, city);
  const accounts = people.map(({ account }) => account);
  await run(
    `INSERT INTO account (id, name, locale) SELECT id, 'x', 'en' FROM unnest($1::uuid[]) AS id`,
    accounts,
  );
  await run(
    `INSERT INTO participant (id, forum_id, account_id, role, delegation_id)
     SELECT id, $3, account, role, CASE role WHEN 'delegate' THEN $4::uuid END
       FROM unnest($1::uuid[], $2::uuid[], $5::text[]) AS seat (id, account, role)`,
    people.map(({ seat }) => seat),
    accounts,
    forum,
    delegation,
    people.map((_, index) => (index === 0 ? 'moderator' : 'delegate')),
  );
  await run(
    `INSERT INTO sign_in (id, account_id, token_hash, device, expires_at)
     SELECT gen_random_uuid(), account, hash, 'bench', now() + interval '1 day'
       FROM unnest($1::uuid[], $2::text[]) AS s (account, hash)`,
    accounts,
    people.map(({ token }) => hashSecret(token)),
  );
  await run(
    `INSERT INTO session (id, forum_id, kind, title, starts_at, ends_at, state)
     VALUES ($1, $2, 'plenary', $3, now(), now() + interval '1 day', 'running')`,
    session,
    forum,
    IN_ALL,
  );
  await run(
    `INSERT INTO poll (id, forum_id, session_id, subject_kind, subject_id, question, text_hashes, rule)
     VALUES ($1, $2, $3, 'proposal', $4, $5, '{}', '{"majority":"simple","base":"votes"}')`,
    poll,
    forum,
    session,
    newId(),
    IN_ALL,
  );
  const [chair, ...cookies] = people.map(({ token }) => `nidaa=${token}`);
  const opened = await fetch(`${app}/api/v1/polls/${poll}/open`, {
    method: 'POST',
    headers: { cookie: chair, 'x-nidaa': '1', 'content-type': 'application/json' },
    body: '{"version":1}',
  });
  if (!opened.ok) throw new Error(`the poll did not open: ${await opened.text()}`);
  return { poll, cookies };
}

export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)];
}

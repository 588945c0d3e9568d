/** A Postgres of the bench's own, the built app on it, and whatever else a bench starts: all ended at the close. */
import { fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startEmbeddedPostgres } from '../dist/src/platform/embedded/embedded-postgres.js';

const ROOT = join(import.meta.dirname, '..');

/** Everything else is as `npm start` has it, so each commit waits for the disk. */
const SETTINGS = { shared_preload_libraries: 'pg_stat_statements' };

/** Resolves to the stage; `close()` ends everything that was started on it, the last first. */
export async function openStage() {
  const folder = await mkdtemp(join(tmpdir(), 'nidaa-bench-'));
  await chmod(folder, 0o755);
  const closing = [() => rm(folder, { recursive: true, force: true })];
  const close = async () => {
    for (let end = closing.pop(); end; end = closing.pop()) await end();
  };
  const endLater = (child) =>
    closing.push(async () => {
      const ended = once(child, 'exit');
      if (child.exitCode === null && child.kill()) await ended;
    });
  try {
    const server = await startEmbeddedPostgres({ dataDir: folder, settings: SETTINGS });
    closing.push(() => server.stop());
    const start = async (script, env) => {
      const { child, url } = await startProcess(join(ROOT, script), { DATABASE_URL: server.url, ...env });
      endLater(child);
      return { url, pid: child.pid };
    };
    const app = await start('dist/src/main.js', { NIDAA_DATA_DIR: folder, NIDAA_SAMPLE: '0' });
    const db = new pg.Client({ connectionString: server.url });
    await db.connect();
    closing.push(() => db.end());
    await countStatements(db, false);
    const startReference = async (script) => (await start(`bench/${script}`, {})).url;
    const startVoters = async () => {
      const child = fork(join(ROOT, 'bench/voters.mjs'));
      endLater(child);
      return commandsOf(child);
    };
    return {
      app: app.url,
      appPid: app.pid,
      postgresPid: server.pid,
      url: server.url,
      folder,
      db,
      close,
      startReference,
      startVoters,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Statements are counted only while a bench asks for it: the counting costs time. */
export async function countStatements(db, wanted) {
  await db.query(`ALTER SYSTEM SET pg_stat_statements.track = '${wanted ? 'top' : 'none'}'`);
  await db.query('SELECT pg_reload_conf()');
}

/** A process that says "ready" when it listens on the PORT that it is given. */
async function startProcess(script, env) {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address();
  probe.close();
  await once(probe, 'close');
  const flags = process.env.NIDAA_BENCH_NODE_FLAGS?.split(' ') ?? [];
  const child = spawn(process.execPath, [...flags, script], {
    env: { PATH: process.env.PATH, LOG_LEVEL: 'error', PORT: String(port), ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await new Promise((resolve, reject) => {
    child.stdout.on('data', (text) => String(text).includes('ready') && resolve());
    child.on('exit', (code) => reject(new Error(`${script} ended with ${code}`)));
  });
  return { child, url: `http://127.0.0.1:${port}` };
}

/** Sends a command to the voters' process and resolves to its answer; one at a time. */
async function commandsOf(child) {
  child.once('exit', () => child.emit('message', { error: 'the voters have ended' }));
  const next = async () => {
    const [{ answer, error }] = await once(child, 'message');
    if (error) throw new Error(error);
    return answer;
  };
  await next();
  return (command, asked = {}) => {
    child.send({ command, asked });
    return next();
  };
}

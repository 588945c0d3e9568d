import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { open, readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { oneConnection } from '../database/pool.js';
import type { PostgresHome } from './postgres-home.js';
import { commandOf } from './process-identity.js';

export const DATABASE = 'nidaa';
const START_MS = 60_000;
const STOP_MS = 15_000;
const LOG_BYTES = 16 * 1024 * 1024;
/** What keeps a server from starting and passes by itself: sessions of a killed one that still end, its port. */
const PASSING = /pre-existing shared memory block|could not bind .* Address already in use/;

export interface Launch {
  readonly home: PostgresHome;
  readonly dataDir: string;
  readonly settings: Readonly<Record<string, string>>;
  /** Where it will answer. */
  readonly url: string;
  /** Ends the attempt: nobody needs the server any more. */
  readonly signal: AbortSignal;
}

/**
 * Starts the server and returns when connections are taken. What is left of a killed one may stand in its way for a
 * moment; it is then tried again. Throws if it did not start.
 */
export async function launch(given: Launch): Promise<ChildProcess> {
  const end = Date.now() + START_MS;
  const path = join(given.dataDir, 'postgres.log');
  for (;;) {
    const said = (await stat(path).catch(() => null))?.size ?? 0;
    const server = await spawnServer(given, path, said > LOG_BYTES);
    try {
      await untilItAnswers(server, given, end);
      return server;
    } catch (error) {
      server.kill('SIGQUIT');
      const log = await readFile(path);
      const words = log.subarray(said > LOG_BYTES ? 0 : said).toString('utf8');
      if (given.signal.aborted || Date.now() > end || !PASSING.test(words)) throw error;
      await pause(100);
    }
  }
}

/** In a process group of its own, so that Ctrl-C reaches the app first and the app ends its server in order. */
async function spawnServer(
  { home, settings }: Launch,
  path: string,
  startsLog: boolean,
): Promise<ChildProcess> {
  const log = await open(path, startsLog ? 'w' : 'a', 0o640);
  const args = [
    '-D',
    home.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
  const server = spawn(home.postgres, args, {
    ...home.account,
    detached: true,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', log.fd, log.fd],
  });
  server.unref();
  await once(server, 'spawn');
  await log.close();
  return server;
}

async function untilItAnswers(server: ChildProcess, { url, dataDir, signal }: Launch, end: number) {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  for (;;) {
    if (hasEnded(server) || signal.aborted)
      throw new Error(`The embedded database did not start: ${join(dataDir, 'postgres.log')} says why.`);
    const client = oneConnection(admin.href, 'nidaa-start');
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await pause(30);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

export const hasEnded = ({ exitCode, signalCode }: ChildProcess): boolean =>
  exitCode !== null || signalCode !== null;

/** A clean shutdown; returns when the server has ended. */
export async function stopServer(server: ChildProcess): Promise<void> {
  if (hasEnded(server)) return;
  const ended = once(server, 'exit');
  server.ref();
  server.kill('SIGINT');
  const hurry = setTimeout(() => server.kill('SIGQUIT'), STOP_MS);
  await ended;
  clearTimeout(hurry);
}

/** The server of this very cluster, if one runs: its number is in the file that Postgres itself keeps there. */
export async function runningServer(home: PostgresHome): Promise<number | null> {
  const file = await readFile(join(home.cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  const pid = Number(file?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return (await commandOf(pid))?.includes(home.cluster) ? pid : null;
}

/** The data directory is ours, so a server that still runs on it has lost its parent. */
export async function endOrphan(home: PostgresHome): Promise<void> {
  const pid = await runningServer(home);
  if (pid === null) return;
  const end = Date.now() + STOP_MS;
  process.kill(pid, 'SIGINT');
  while ((await runningServer(home)) === pid) {
    if (Date.now() > end) process.kill(pid, 'SIGQUIT');
    await pause(30);
  }
}

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

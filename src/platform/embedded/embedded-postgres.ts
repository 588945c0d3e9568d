import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { giveTo, type PostgresHome, postgresHome } from './postgres-home.js';
import { commandOf } from './process-identity.js';

const USER = 'nidaa';
const DATABASE = 'nidaa';
const START_MS = 60_000;
const STOP_MS = 15_000;
const LOG_BYTES = 16 * 1024 * 1024;

/** In nobody's log: what a statement carried may be personal. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '128MB',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  timezone: 'UTC',
};

export interface EmbeddedPostgres {
  readonly url: string;
  readonly pid: number;
  /** A clean shutdown; returns when the server has ended. */
  stop(): Promise<void>;
}

/**
 * Starts the Postgres that comes with Nidaa on a data directory that the caller has claimed: makes the cluster at
 * first, ends a server that a killed parent left behind, and returns when connections are taken. `settings` adds to
 * the server's own (the tests need no durability).
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
}: {
  dataDir: string;
  settings?: Readonly<Record<string, string>>;
}): Promise<EmbeddedPostgres> {
  const home = await postgresHome(dataDir);
  await endOrphan(home);
  if (!(await stat(home.cluster).catch(() => null))) await makeCluster(home, dataDir);
  const port = await freePort();
  const server = await spawnServer(home, dataDir, { ...SETTINGS, ...settings, port: String(port) });
  const url = `postgres://${USER}:${await passwordOf(dataDir)}@127.0.0.1:${port}/${DATABASE}`;
  try {
    await untilItAnswers(server, url, dataDir);
  } catch (error) {
    server.kill('SIGQUIT');
    throw error;
  }
  await writeFile(join(dataDir, 'postgres-port'), String(port));
  return { url, pid: server.pid as number, stop: () => stop(server) };
}

/** The address of the embedded server that runs on this data directory now; null if none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  try {
    const home = await postgresHome(dataDir);
    if ((await runningServer(home)) === null) return null;
    const port = await readFile(join(dataDir, 'postgres-port'), 'utf8');
    return `postgres://${USER}:${await passwordOf(dataDir)}@127.0.0.1:${port}/${DATABASE}`;
  } catch {
    return null;
  }
}

/** Made aside and renamed: a cluster that is there is whole. */
async function makeCluster(home: PostgresHome, dataDir: string): Promise<void> {
  const draft = `${home.cluster}.new`;
  await rm(draft, { recursive: true, force: true });
  const password = randomBytes(24).toString('base64url');
  const passwordFile = `${home.cluster}.password`;
  await writeFile(join(dataDir, 'postgres-password'), password, { mode: 0o600 });
  await writeFile(passwordFile, password, { mode: 0o600 });
  await giveTo(passwordFile, home.account);
  await mkdir(draft, { mode: 0o700 });
  await giveTo(draft, home.account);
  try {
    await runToEnd(
      home.initdb,
      [
        `--pgdata=${draft}`,
        `--username=${USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--data-checksums',
      ],
      home,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(draft, home.cluster);
}

async function runToEnd(program: string, args: string[], home: PostgresHome): Promise<void> {
  const child = spawn(program, args, {
    ...home.account,
    env: { LC_ALL: 'C' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr?.on('data', (part: Buffer) => {
    said = (said + part.toString('utf8')).slice(-2_000);
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`The embedded database could not be made.\n${said.trim()}`);
}

/** In a process group of its own, so that Ctrl-C reaches the app first and the app ends its server in order. */
async function spawnServer(
  home: PostgresHome,
  dataDir: string,
  settings: Readonly<Record<string, string>>,
): Promise<ChildProcess> {
  const path = join(dataDir, 'postgres.log');
  const large = ((await stat(path).catch(() => null))?.size ?? 0) > LOG_BYTES;
  const log = await open(path, large ? 'w' : 'a', 0o640);
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

async function untilItAnswers(server: ChildProcess, url: string, dataDir: string): Promise<void> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const end = Date.now() + START_MS;
  for (;;) {
    if (server.exitCode !== null)
      throw new Error(`The embedded database did not start: ${join(dataDir, 'postgres.log')} says why.`);
    const client = new pg.Client({ connectionString: admin.href });
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 30));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

async function stop(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const ended = once(server, 'exit');
  server.ref();
  server.kill('SIGINT');
  const hurry = setTimeout(() => server.kill('SIGQUIT'), STOP_MS);
  await ended;
  clearTimeout(hurry);
}

/** The server of this very cluster, if one runs: its number is in the file that Postgres itself keeps there. */
async function runningServer(home: PostgresHome): Promise<number | null> {
  const file = await readFile(join(home.cluster, 'postmaster.pid'), 'utf8').catch(() => null);
  const pid = Number(file?.split('\n')[0]);
  if (!Number.isInteger(pid) || pid <= 0) return null;
  return (await commandOf(pid))?.includes(home.cluster) ? pid : null;
}

/** The data directory is ours, so a server that still runs on it has lost its parent. */
async function endOrphan(home: PostgresHome): Promise<void> {
  const pid = await runningServer(home);
  if (pid === null) return;
  const end = Date.now() + STOP_MS;
  process.kill(pid, 'SIGINT');
  while ((await runningServer(home)) === pid) {
    if (Date.now() > end) process.kill(pid, 'SIGQUIT');
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

async function passwordOf(dataDir: string): Promise<string> {
  return (await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim();
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const probe = createServer();
  probe.listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as { port: number };
  probe.close();
  await once(probe, 'close');
  return port;
}

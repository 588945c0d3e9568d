import { readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { makeCluster, passwordOf, USER } from './cluster.js';
import { type Kept, keepRunning, type Watcher } from './keep-running.js';
import { postgresHome } from './postgres-home.js';
import { DATABASE, endOrphan, freePort, launch, runningServer } from './server-process.js';

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

const NOBODY: Watcher = { ended: () => undefined, back: () => undefined, lost: () => undefined };

/** `stop` is a clean shutdown; it returns when the server has ended. */
export interface EmbeddedPostgres extends Kept {
  readonly url: string;
}

/**
 * Starts the Postgres that comes with Nidaa on a data directory that the caller has claimed: makes the cluster at
 * first, ends a server that a killed parent left behind, and returns when connections are taken. A server that ends
 * by itself is started again at the same address, and the watcher is told. `settings` adds to the server's own (the
 * tests need no durability).
 */
export async function startEmbeddedPostgres({
  dataDir,
  settings = {},
  watcher = NOBODY,
}: {
  dataDir: string;
  settings?: Readonly<Record<string, string>>;
  watcher?: Watcher;
}): Promise<EmbeddedPostgres> {
  const home = await postgresHome(dataDir);
  await endOrphan(home);
  if (!(await stat(home.cluster).catch(() => null))) await makeCluster(home, dataDir);
  const port = await freePort();
  const url = await addressOf(dataDir, port);
  const all = { ...SETTINGS, ...settings, port: String(port) };
  const start = (signal: AbortSignal) => launch({ home, dataDir, settings: all, url, signal });
  const kept = keepRunning(await start(new AbortController().signal), start, watcher);
  await writeFile(join(dataDir, 'postgres-port'), String(port));
  return Object.assign(kept, { url });
}

/** The address of the embedded server that runs on this data directory now; null if none does. */
export async function findEmbeddedPostgres(dataDir: string): Promise<string | null> {
  try {
    const home = await postgresHome(dataDir);
    if ((await runningServer(home)) === null) return null;
    const port = await readFile(join(dataDir, 'postgres-port'), 'utf8');
    return await addressOf(dataDir, Number(port));
  } catch {
    return null;
  }
}

async function addressOf(dataDir: string, port: number): Promise<string> {
  return `postgres://${USER}:${await passwordOf(dataDir)}@127.0.0.1:${port}/${DATABASE}`;
}

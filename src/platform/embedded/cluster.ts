import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { giveTo, type PostgresHome } from './postgres-home.js';

export const USER = 'nidaa';

/** Made aside and renamed: a cluster that is there is whole. */
export async function makeCluster(home: PostgresHome, dataDir: string): Promise<void> {
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

/** What the cluster's user signs in with, made with the cluster. */
export async function passwordOf(dataDir: string): Promise<string> {
  return (await readFile(join(dataDir, 'postgres-password'), 'utf8')).trim();
}

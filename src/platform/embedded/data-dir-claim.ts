import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startOf } from './process-identity.js';

/** Another instance works on this data directory. The message is the sentence that the operator reads. */
export class DataDirInUse extends Error {}

export interface Claim {
  release(): Promise<void>;
}

interface Holder {
  readonly pid: number;
  readonly start: string | null;
}

/**
 * Makes this process the only one that works on a data directory, until it releases it or ends: what a killed
 * process left is recognised, since no process with its number and its start is there any more.
 * Throws DataDirInUse.
 */
export async function claimDataDir(dataDir: string): Promise<Claim> {
  await mkdir(dataDir, { recursive: true, mode: 0o755 });
  const path = join(dataDir, 'claim.json');
  const mine = JSON.stringify({ pid: process.pid, start: await startOf(process.pid) } satisfies Holder);
  while (!(await place(path, mine))) {
    const found = await readFile(path, 'utf8').catch(() => null);
    if (found === null) continue;
    const holder = holderIn(found);
    if (holder && (await startOf(holder.pid)) === holder.start)
      throw new DataDirInUse(`Nidaa already runs on ${dataDir} (process ${holder.pid}).`);
    await putAside(path, found);
  }
  return { release: () => rm(path, { force: true }) };
}

/** A link is made whole or not at all, and by one only. */
async function place(path: string, text: string): Promise<boolean> {
  const draft = `${path}.${randomUUID()}`;
  await writeFile(draft, text, { mode: 0o644 });
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Removes a dead claim; if another process was quicker and this is its living one, it is put back. */
async function putAside(path: string, dead: string): Promise<void> {
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
    if ((await readFile(aside, 'utf8')) !== dead) await link(aside, path);
  } catch (error) {
    if (!['ENOENT', 'EEXIST'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
  } finally {
    await rm(aside, { force: true });
  }
}

function holderIn(text: string): Holder | null {
  try {
    const value = JSON.parse(text) as Holder;
    return Number.isInteger(value.pid) ? value : null;
  } catch {
    return null;
  }
}

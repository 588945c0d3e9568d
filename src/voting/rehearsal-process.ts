import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { RehearsalReport } from './rehearsals.contract.js';

/** Of the built program and of its source: the command stands beside both. */
const PLACES = ['../../../bin/nidaa.js', '../../bin/nidaa.js'];
const LONGEST_MS = 10 * 60_000;
/** The rehearsal's own code for "held, and something did not hold". */
const FOUND_WRONG = 1;

/** What `nidaa rehearse --json` prints, as far as it is shown. */
interface Printed extends Omit<RehearsalReport, 'castingMs' | 'closingMs'> {
  readonly times: { readonly casting: number; readonly closing: number };
}

/** Runs the rehearsal of a poll as a command of its own, beside the app. Throws if it could not be held. */
export async function holdAside({
  pollId,
  voters,
  databaseUrl,
}: {
  pollId: string;
  voters: number;
  databaseUrl: string;
}): Promise<RehearsalReport> {
  const command = PLACES.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync);
  if (!command) throw new Error('the command is not there');
  const args = [command, 'rehearse', '--poll', pollId, '--voters', String(voters), '--json'];
  const { PATH, HOME, TMPDIR, NIDAA_DATA_DIR } = process.env;
  const env = { PATH, HOME, TMPDIR, NIDAA_DATA_DIR, DATABASE_URL: databaseUrl };
  const printed = await promisify(execFile)(process.execPath, args, { env, timeout: LONGEST_MS }).catch(
    (error: { code?: unknown; stdout?: string }) => {
      if (error.code === FOUND_WRONG && error.stdout) return { stdout: error.stdout };
      throw error;
    },
  );
  const { acknowledged, stored, counted, faults, times } = JSON.parse(printed.stdout) as Printed;
  return {
    acknowledged,
    stored,
    counted,
    faults,
    castingMs: Math.round(times.casting),
    closingMs: Math.round(times.closing),
  };
}

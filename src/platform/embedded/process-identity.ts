import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';

/**
 * When a process began, as its system writes it; null if there is none. Together with its number it names one
 * process for ever: numbers are given out again.
 */
export async function startOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return ps(pid, 'lstart');
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  // The second field is the program's name in brackets, which may hold spaces; the start is the 22nd.
  return stat && (stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null);
}

/** The command line of a running process, null if there is none. */
export async function commandOf(pid: number): Promise<string | null> {
  if (process.platform !== 'linux') return ps(pid, 'command');
  const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => null);
  return line ? line.replaceAll('\0', ' ').trim() : null;
}

async function ps(pid: number, field: string): Promise<string | null> {
  const answer = await promisify(execFile)('ps', ['-o', `${field}=`, '-p', String(pid)]).catch(() => null);
  return answer?.stdout.trim() || null;
}

/** CPU time of processes, as Linux keeps it: what a machine's other work disturbs least. */
import { readdirSync, readFileSync } from 'node:fs';

/** Linux counts in hundredths of a second wherever Node runs. */
const TICKS = 100;

/** Seconds of CPU that these processes and all that they started have used, those that ended among them. */
export function cpuSeconds(...pids) {
  const all = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => stat(pid) ?? []);
  const wanted = new Set(pids);
  for (let size = 0; size < wanted.size; ) {
    size = wanted.size;
    for (const { pid, parent } of all) if (wanted.has(parent)) wanted.add(pid);
  }
  const ticks = all.filter(({ pid }) => wanted.has(pid)).reduce((sum, each) => sum + each.ticks, 0);
  return ticks / TICKS;
}

function stat(name) {
  try {
    const text = readFileSync(`/proc/${name}/stat`, 'utf8');
    // The command's name stands in brackets and may hold anything; fields are numbered from 1 in proc(5).
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [parent, ...times] = [4, 14, 15, 16, 17].map((number) => Number(fields[number - 3]));
    return { pid: Number(name), parent, ticks: times.reduce((sum, time) => sum + time, 0) };
  } catch {
    return null;
  }
}

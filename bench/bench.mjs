/**
 * `npm run bench -- <name> [--json] [--smoke]`: measures the product and a named reference in the same run, alternating.
 * Prints `{ name, ours, reference, ratio, unit, n }`, one a line with `--json`; ratio is ours divided by the
 * reference, and `more` holds what else was measured. `--smoke` takes a size that says only whether it still runs.
 */
import { round } from './figures.mjs';
import { openStage } from './stage.mjs';

const BENCHES = [
  'ballots',
  'ballots-burst',
  'closing',
  'fan-out',
  'editor',
  'proposals',
  'diff',
  'merge',
  'compile',
  'release',
  'appeal-page',
];

const args = process.argv.slice(2);
const json = args.includes('--json');
const [name] = args.filter((arg) => !arg.startsWith('-'));
if (!BENCHES.includes(name)) {
  process.stderr.write(`Usage: npm run bench -- ${BENCHES.join('|')} [--json] [--smoke]\n`);
  process.exit(2);
}
const { about, run, needsStage = true } = await import(`./${name}.mjs`);
const stage = needsStage ? await openStage() : { close: async () => undefined };
for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => stage.close().finally(() => process.exit(1)));
try {
  const measured = (await run(stage)).map(({ name, ours, reference, unit, n, more = {} }) => ({
    name,
    ours: round(ours),
    reference: round(reference),
    ratio: round(ours / reference),
    unit,
    n,
    more,
  }));
  if (!json) process.stdout.write(`${about}\n`);
  for (const each of measured) process.stdout.write(json ? `${JSON.stringify(each)}\n` : inWords(each));
} finally {
  await stage.close();
}

function inWords({ name, ours, reference, ratio, unit, more }) {
  const lines = [`${name}: ${ours} ${unit}, reference ${reference}, ratio ${ratio}`];
  for (const [what, value] of Object.entries(more)) lines.push(`  ${what.padEnd(28)} ${value}`);
  return `${lines.join('\n')}\n`;
}

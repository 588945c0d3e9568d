/**
 * `npm run bench -- <name> [--json]`: measures the product and a named reference in the same run, alternating.
 * Prints `{ name, ours, reference, ratio, unit, n }`; ratio is ours divided by the reference.
 */
import { openStage } from './stage.mjs';

const BENCHES = ['ballots', 'fan-out'];

const args = process.argv.slice(2);
const json = args.includes('--json');
const [name] = args.filter((arg) => !arg.startsWith('-'));
if (!BENCHES.includes(name)) {
  process.stderr.write(`Usage: npm run bench -- ${BENCHES.join('|')} [--json]\n`);
  process.exit(2);
}
const { about, unit, run } = await import(`./${name}.mjs`);
const stage = await openStage();
try {
  const { ours, reference, n } = await run(stage);
  const ratio = ours / reference;
  const figures = { name, ours: round(ours), reference: round(reference), ratio: round(ratio), unit, n };
  process.stdout.write(json ? `${JSON.stringify(figures)}\n` : inWords(figures));
} finally {
  await stage.close();
}

function inWords({ ours, reference, ratio }) {
  return `${about}\n  Nidaa      ${ours} ${unit}\n  reference  ${reference} ${unit}\n  ratio      ${ratio}\n`;
}

function round(value) {
  return Number(value.toPrecision(4));
}

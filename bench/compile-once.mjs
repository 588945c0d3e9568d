/** One pass over a bundle in a process of its own: `node compile-once.mjs <ours|reference> <contributions>`. */
import { compileDraft } from '../dist/src/appeal/compile/compile.js';
import { foldedWords } from '../dist/src/text/words.js';
import { bundleOf } from './bundles.mjs';

const [whose, contributions] = process.argv.slice(2);
const bundle = bundleOf(Number(contributions));
const [begun, cpu] = [performance.now(), process.cpuUsage()];
const result = whose === 'ours' ? compileDraft(bundle).clauses.length : wordsIn(bundle);
const { user, system } = process.cpuUsage(cpu);
const milliseconds = (user + system) / 1000;
const seconds = (performance.now() - begun) / 1000;
const mebibytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ milliseconds, seconds, mebibytes, result }));

/** Every text read once and cut into its words, and nothing else. */
function wordsIn({ proposals, threads }) {
  const texts = [
    ...proposals.flatMap((each) => each.texts.map(({ title, text }) => `${title}\n${text}`)),
    ...threads.flatMap(({ posts }) => posts.map(({ text }) => text)),
  ];
  return texts.reduce((sum, text) => sum + foldedWords(text).length, 0);
}

/** The differences of two versions of a long text, word by word, beside the `diff` package on the same paragraphs. */
import { diffWordsWithSpace } from 'diff';
import { differences } from '../dist/src/text/differences.js';
import { median } from './figures.mjs';
import { sized } from './size.mjs';
import { paragraphs, revised } from './texts.mjs';

const WORDS = sized(100_000, 500);
const ROUNDS = sized(7, 1);
/** Words changed of each hundred: proof-read, revised, rewritten. */
const CHANGED = [1, 10, 50];

export const about =
  'Word differences of a 200-page text; reference: diffWordsWithSpace of the diff package on each pair of its paragraphs, which are given to it.';
export const needsStage = false;

export async function run() {
  const before = paragraphs(WORDS);
  return CHANGED.map((percent) => {
    const after = revised(before, percent);
    const [ours, reference] = [[], []];
    const texts = [before.join('\n\n'), after.join('\n\n')];
    let [segments, parts] = [0, 0];
    for (let round = -1; round < ROUNDS; round++) {
      const times = [
        timed(() => {
          segments = differences(...texts).filter(({ op }) => op !== 'keep').length;
        }),
        timed(() => {
          parts = before
            .flatMap((text, at) => diffWordsWithSpace(text, after[at]))
            .filter(({ added, removed }) => added || removed).length;
        }),
      ];
      if (round < 0) continue;
      ours.push(times[0]);
      reference.push(times[1]);
    }
    return {
      name: `diff, ${percent} % of the words changed`,
      ours: median(ours),
      reference: median(reference),
      unit: 'ms',
      n: WORDS,
      more: { 'changes shown': `${segments}, reference ${parts}` },
    };
  });
}

function timed(work) {
  const begin = performance.now();
  work();
  return performance.now() - begin;
}

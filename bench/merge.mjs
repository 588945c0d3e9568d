/** Merging a thousand whole texts as amended into a long one, beside only finding what each changed. */
import v8 from 'node:v8';
import vm from 'node:vm';
import { diffArrays, diffWordsWithSpace } from 'diff';
import { TextMerging } from '../dist/src/text/merge-texts.js';
import { sized } from './size.mjs';
import { numbers, paragraphs, word } from './texts.mjs';

const WORDS = sized(150_000, 2_000);
const AMENDMENTS = sized(1_000, 20);
v8.setFlagsFromString('--expose-gc');
const collectGarbage = vm.runInNewContext('gc');

export const about =
  'Merging 1,000 amendments, each a whole text, into a 300-page text; reference: the diff package finds the paragraphs and words that each changed, and merges nothing.';
export const needsStage = false;

export async function run() {
  const base = paragraphs(WORDS);
  const original = base.join('\n\n');
  const pick = numbers(3);
  const merging = new TextMerging(original);
  const [heaps, sums] = [[], { ours: 0, reference: 0 }];
  const time = (whose, work) => {
    const begin = performance.now();
    const result = work();
    sums[whose] += performance.now() - begin;
    return result;
  };
  for (let at = 1; at <= AMENDMENTS; at++) {
    const text = flat(amended(base, pick).join('\n\n'));
    time('ours', () => merging.add({ id: `A${at}`, text }));
    time('reference', () => differencesAlone(base, text));
    if (at === 100 || at === AMENDMENTS) heaps.push(heapUsed());
  }
  const { collisions, paragraphs: all } = time('ours', () => merging.merged());
  return [
    {
      name: 'merge',
      ...sums,
      unit: 'ms',
      n: AMENDMENTS,
      more: {
        'characters of each amendment': original.length,
        'heap after 100, after 1,000': heaps.map((bytes) => `${Math.round(bytes / 1e6)} MB`).join(', '),
        'paragraphs changed, colliding': `${all.filter(({ by }) => by.length > 0).length}, ${collisions.length}`,
      },
    },
  ];
}

/** One piece of memory, as a text that was read from a file. */
const flat = (text) => Buffer.from(text).toString();

/** Words changed in three paragraphs; every fifth amendment has a new one, every seventh takes one out. */
function amended(base, pick) {
  const all = [...base];
  for (let change = 0; change < 3; change++) {
    const at = pick(all.length);
    const words = all[at].split(' ');
    words[pick(words.length)] = `${word(pick)} ${word(pick)}`;
    all[at] = words.join(' ');
  }
  if (pick(5) === 0) all.splice(pick(all.length), 0, Array.from({ length: 20 }, () => word(pick)).join(' '));
  if (pick(7) === 0) all.splice(pick(all.length), 1);
  return all;
}

function differencesAlone(base, text) {
  const parts = diffArrays(base, text.split('\n\n'));
  for (const [at, { removed, value }] of parts.entries()) {
    const next = parts[at + 1];
    if (!removed || !next?.added) continue;
    for (const [number, old] of value.entries()) diffWordsWithSpace(old, next.value[number] ?? '');
  }
}

function heapUsed() {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

import { readFileSync } from 'node:fs';
import { plainOf } from './clean-text.js';

const SHARED = new URL('../../../test/fixtures/passages.json', import.meta.url);
const SAMPLES: { html: string; passages: string[] }[] = JSON.parse(readFileSync(SHARED, 'utf8'));

it.each(SAMPLES)('the words of $html stand passage by passage as the client offers them', (sample) => {
  expect(plainOf(sample.html)).toBe(sample.passages.join('\n\n'));
});

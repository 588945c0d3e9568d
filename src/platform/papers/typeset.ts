import { join } from 'node:path';
import { inWorker } from './in-worker.js';

/** Tagged for screen readers (ISO 14289-1). */
const STANDARD = 'ua-1';
const WORKER = join(import.meta.dirname, 'typst-worker.mjs');

/**
 * One PDF of each of the inputs, by a Typst file that reads them as `json(bytes(sys.inputs.data))` and may import
 * what lies beside it. The same bytes for the same input and moment.
 */
export function typeset(template: string, inputs: readonly object[], at: Date): Promise<Uint8Array[]> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const texts = inputs.map((input) => JSON.stringify(input));
  return inWorker(WORKER, { template, inputs: texts, timestamp, standard: STANDARD }, inputs.length);
}

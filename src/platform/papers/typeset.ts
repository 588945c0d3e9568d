import { join } from 'node:path';
import { inWorker } from './in-worker.js';

/** Tagged for screen readers (ISO 14289-1); tagged and self-contained for archives (ISO 19005-3). The program writes one at a time. */
export type PdfStandard = 'ua-1' | 'a-3a';

const WORKER = join(import.meta.dirname, 'typst-worker.mjs');

/**
 * One PDF of each of the inputs, or one for each standard where several are asked for, input by input; by a Typst
 * file that reads them as `json(bytes(sys.inputs.data))` and may import what lies beside it. The same bytes for the
 * same input and moment.
 */
export function typeset(
  template: string,
  inputs: readonly object[],
  at: Date,
  standards: readonly PdfStandard[] = ['ua-1'],
): Promise<Uint8Array[]> {
  const timestamp = Math.floor(at.getTime() / 1000);
  const texts = inputs.map((input) => JSON.stringify(input));
  const data = { template, inputs: texts, timestamp, standards };
  return inWorker(WORKER, data, inputs.length * standards.length);
}

import type { ImportFormat } from '../opendata.contract.js';
import type { ReadRow } from './items.js';

/** Something that can be imported, read as a stream of rows. */
export interface Source {
  readonly format: ImportFormat;
  /** Of texts that say nothing of their language. */
  readonly lang: string;
  /** How much there is to read, for the progress bar. */
  readonly bytes: number;
  /** Files of the folder that are of no known kind. */
  readonly leftOut: readonly string[];
  rows(onBytes: (bytes: number) => void): AsyncIterable<ReadRow>;
}

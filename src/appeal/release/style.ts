import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The stylesheet of published pages. */
export function style(): Promise<Buffer> {
  return readFile(join(import.meta.dirname, 'appeal.css'));
}

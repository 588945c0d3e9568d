import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The sample forum's bundle, and what `nidaa compile` makes of it in each language. */
export const EXAMPLES = join(import.meta.dirname, '..', '..', 'docs', 'examples');

export const example = (name: string): string => readFileSync(join(EXAMPLES, name), 'utf8');

import { readFileSync } from 'node:fs';

/** A check that reads from the disk runs in no browser. */
export const checked = (path: string): number => readFileSync(path).byteLength;

import { readFileSync } from 'node:fs';

export const words = (path: string): string => readFileSync(path, 'utf8');

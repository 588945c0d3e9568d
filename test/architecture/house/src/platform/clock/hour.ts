import { minute } from './minute.js';

export const hour = (): number => 60 * minute();

import type { SampleThread } from '../content.js';
import { HERITAGE } from './heritage.js';
import { PARTICIPATION } from './participation.js';
import { WATER_AND_STREETS } from './water-and-streets.js';
import { YOUTH_AND_COOPERATION } from './youth-and-cooperation.js';

/** In the order in which they were opened. */
export const THREADS: readonly SampleThread[] = [
  ...PARTICIPATION,
  ...HERITAGE,
  ...WATER_AND_STREETS,
  ...YOUTH_AND_COOPERATION,
];

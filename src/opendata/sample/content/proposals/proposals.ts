import type { SampleProposal } from '../content.js';
import { COOPERATION } from './cooperation.js';
import { HERITAGE } from './heritage.js';
import { MOBILITY } from './mobility.js';
import { PARTICIPATION } from './participation.js';
import { WATER } from './water.js';
import { YOUTH } from './youth.js';

/** In the order of their numbers. */
export const PROPOSALS: readonly SampleProposal[] = [
  ...PARTICIPATION,
  ...HERITAGE,
  ...WATER,
  ...YOUTH,
  ...MOBILITY,
  ...COOPERATION,
];

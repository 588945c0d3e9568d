import { until } from '../../../../../support/until.js';

export const wait = until;

import { Foundation20261124000001 } from './20261124000001-foundation.js';

/** Every migration, oldest first: listed by hand, so that the build knows them without looking at folders. */
export const MIGRATIONS = [Foundation20261124000001];

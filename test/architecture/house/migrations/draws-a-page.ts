import type { Shown } from '../client/src/reads-an-entity.js';

export type Page = Shown;

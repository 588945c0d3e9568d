import { everyone, type Rows } from './table.js';

/** What is there for everyone by design: health, figures, the description of the API. */
const OPEN = ['/health/live', '/health/ready', '/metrics', '/api/openapi.json', '/api/docs'];

export const OPEN_ROWS: Rows = Object.fromEntries(
  OPEN.map((path) => [`GET ${path}`, { who: everyone, ask: () => ({ path }) }]),
);

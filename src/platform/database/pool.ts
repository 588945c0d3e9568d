import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';

/** The connections that a data source shares out. */
export function poolOf(db: DataSource): Pool {
  return (db.driver as unknown as { master: Pool }).master;
}

/**
 * A connection can be lost in the moment between being handed out and somebody's listening to it, and an error that
 * nobody listens to ends the process. Whoever uses it hears of the loss by its statement that fails.
 */
export function surviveLostConnections(db: DataSource): void {
  poolOf(db).on('connect', (client) => client.on('error', () => undefined));
}

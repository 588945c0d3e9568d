import pg from 'pg';
import type { DataSource } from 'typeorm';

/**
 * An error that nobody listens to ends the process, and a connection may be lost at any moment: between being handed
 * out and its first statement, or while it is being closed. Whoever uses it hears of the loss by its statement that
 * fails.
 */
const unheard = (): void => undefined;

/** For a pool's `onConnect`: each connection is listened to as long as it lives. */
export const surviveLoss = (client: pg.ClientBase): void => void client.on('error', unheard);

/** One connection for a piece of work, not open yet; `name` tells it on the server from the others. */
export function oneConnection(connectionString: string, name: string): pg.Client {
  const client = new pg.Client({ connectionString, application_name: name });
  surviveLoss(client);
  return client;
}

/** Up to `size` connections for a library that brings its own statements; whoever opens them ends them. */
export function openPool(connectionString: string, name: string, size: number): pg.Pool {
  const pool = new pg.Pool({ connectionString, application_name: name, max: size });
  pool.on('error', unheard);
  pool.on('connect', surviveLoss);
  return pool;
}

/** Where a data source finds its server: for a thread that has a connection of its own. */
export function addressOf(db: DataSource): string {
  return (db.options as { readonly url?: string }).url as string;
}

/** The connections that a data source shares out. */
export function poolOf(db: DataSource): pg.Pool {
  return (db.driver as unknown as { master: pg.Pool }).master;
}

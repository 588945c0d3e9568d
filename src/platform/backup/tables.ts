import type { ClientBase } from 'pg';

export interface Table {
  readonly name: string;
  /** Those that are stored; generated ones are computed anew. */
  readonly columns: readonly string[];
  /** The columns of the primary key. */
  readonly key: readonly string[];
}

/**
 * The tables whose rows a backup holds, each after those that it refers to. Left out: the list of migrations,
 * which the archive names by itself, and unlogged tables, whose content is meant to be lost.
 */
export async function tablesOf(db: ClientBase): Promise<Table[]> {
  const { rows: tables } = await db.query<Table>(
    `SELECT c.relname::text AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns,
            array_agg(a.attname::text ORDER BY a.attnum) FILTER (WHERE a.attnum = ANY(i.indkey)) AS key
       FROM pg_class c
       JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
       JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
      WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relpersistence = 'p'
        AND c.relname <> 'migration'
      GROUP BY c.relname ORDER BY c.relname`,
  );
  const { rows: references } = await db.query<{ name: string; target: string }>(
    `SELECT DISTINCT a.relname::text AS name, b.relname::text AS target
       FROM pg_constraint k JOIN pg_class a ON a.oid = k.conrelid JOIN pg_class b ON b.oid = k.confrelid
      WHERE k.contype = 'f' AND a.oid <> b.oid AND a.relnamespace = 'public'::regnamespace`,
  );
  return inOrder(tables, references);
}

function inOrder(tables: readonly Table[], references: readonly { name: string; target: string }[]): Table[] {
  const ordered: Table[] = [];
  let waiting = tables;
  while (waiting.length > 0) {
    const names = new Set(waiting.map(({ name }) => name));
    const isFree = ({ name }: Table): boolean =>
      !references.some((reference) => reference.name === name && names.has(reference.target));
    const free = waiting.filter(isFree);
    if (free.length === 0) throw new Error(`tables that refer to each other: ${[...names].join(', ')}`);
    ordered.push(...free);
    waiting = waiting.filter((table) => !free.includes(table));
  }
  return ordered;
}

/** The migrations that a database has gone through, oldest first; none if it is new. */
export async function migrationsOf(db: ClientBase): Promise<string[]> {
  const {
    rows: [known],
  } = await db.query(`SELECT to_regclass('public.migration') AS table`);
  if (!known.table) return [];
  const { rows } = await db.query<{ name: string }>('SELECT name FROM migration ORDER BY "timestamp", id');
  return rows.map(({ name }) => name);
}

/**
 * What COPY reads of a table: its rows in the order of their primary key. The order in which they were written, which
 * can tell whose secret ballot is whose, does not get into an archive.
 */
export function copySource({ name, columns, key }: Table): string {
  return `(SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(name)} ORDER BY ${key.map(quoted).join(', ')})`;
}

/** `table (column, …)`, quoted, as COPY takes it. */
export function copyTarget({ name, columns }: Pick<Table, 'name' | 'columns'>): string {
  return `${quoted(name)} (${columns.map(quoted).join(', ')})`;
}

export function quoted(identifier: string): string {
  return `"${identifier.replaceAll('"', '""')}"`;
}

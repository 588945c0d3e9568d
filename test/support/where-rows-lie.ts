import type { DataSource } from 'typeorm';

/** The rows of a round's ballots as they lie in the table, the first first, with what wrote them. */
export function rowsAsTheyLie(
  db: DataSource,
  roundId: string,
): Promise<{ code: string; xmin: string; cmin: string; row: Record<string, unknown> }[]> {
  return db.query(
    `SELECT code, xmin::text, cmin::text, to_jsonb(ballot) AS row FROM ballot WHERE round_id = $1 ORDER BY ctid`,
    [roundId],
  );
}

/**
 * How many versions of rows lie in `ballot`, whether somebody can still see them or not, and how many index entries
 * point at any of them: read page by page, beneath what a query shows.
 */
export async function versionsOfBallots(db: DataSource): Promise<{ rows: number; entries: number }> {
  await db.query('CREATE EXTENSION IF NOT EXISTS pageinspect');
  const [{ rows }] = await db.query(
    `SELECT count(item.t_data)::int AS rows
       FROM generate_series(0, pg_relation_size('ballot') / current_setting('block_size')::int - 1) AS page,
            heap_page_items(get_raw_page('ballot', page::int)) AS item`,
  );
  const [{ entries }] = await db.query(
    `SELECT coalesce(sum(coalesce(cardinality(item.tids), 1)), 0)::int AS entries
       FROM generate_series(1, pg_relation_size('ballot_pkey') / current_setting('block_size')::int - 1) AS page,
            bt_page_stats('ballot_pkey', page) AS stats, bt_page_items('ballot_pkey', page) AS item
      WHERE stats.type IN ('l', 'r') AND stats.btpo_level = 0 AND item.htid IS NOT NULL`,
  );
  return { rows, entries };
}

/** Every table of the database in which one of these words stands anywhere. */
export async function tablesThatHold(db: DataSource, words: readonly string[]): Promise<string[]> {
  const tables: { name: string }[] = await db.query(
    `SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE c.relkind = 'r' AND n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema' ORDER BY 1`,
  );
  const holding: string[] = [];
  for (const { name } of tables) {
    const [{ found }] = await db.query(
      `SELECT EXISTS (SELECT FROM ${name} t, unnest($1::text[]) word WHERE strpos(t::text, word) > 0) AS found`,
      [words],
    );
    if (found) holding.push(name);
  }
  return holding;
}

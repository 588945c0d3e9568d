import type { QueryRunner } from 'typeorm';
import { newId } from '../../kernel/ids.js';
import type { Finding } from '../opendata.contract.js';
import { BUNDLE_KEY, type ReadRow } from './items.js';

/**
 * Where an import lies until all of it has been read: a table that only this connection sees and that goes with it.
 * So the memory of the process stays small, and what refers to what is asked of the database. An interrupted
 * import loses its stage and nothing else; the next one fills it anew.
 */
const TABLE = `
  CREATE TEMP TABLE import_stage (
    seq bigint GENERATED ALWAYS AS IDENTITY,
    id uuid NOT NULL,
    kind text NOT NULL,
    key text NOT NULL,
    file text NOT NULL,
    line integer,
    stands_for_row boolean NOT NULL,
    topic text,
    thread text,
    parent text,
    only_with_posts boolean NOT NULL,
    data jsonb NOT NULL,
    fate text NOT NULL DEFAULT 'new',
    level integer,
    UNIQUE (kind, key)
  )`;

export class Stage {
  constructor(private readonly db: QueryRunner) {}

  async open(): Promise<void> {
    await this.close();
    await this.db.query(TABLE);
  }

  async close(): Promise<void> {
    await this.db.query('DROP TABLE IF EXISTS pg_temp.import_stage');
  }

  /** Lays rows down. Answers those whose key another row bears already; a topic is named by many rows. */
  async add(rows: readonly ReadRow[]): Promise<Finding[]> {
    const staged = rows.flatMap((row) => stagedItems(row));
    const added: { id: string }[] = await this.db.query(
      `INSERT INTO import_stage (id, kind, key, file, line, stands_for_row, topic, thread, parent, only_with_posts, data)
       SELECT (r->>'id')::uuid, r->>'kind', r->>'key', r->>'file', (r->>'line')::int, (r->>'standsForRow')::boolean,
              r->>'topic', r->>'thread', r->>'parent', coalesce((r->>'onlyWithPosts')::boolean, false), r
         FROM jsonb_array_elements($1::jsonb) AS r
       ON CONFLICT DO NOTHING RETURNING id`,
      [JSON.stringify(staged)],
    );
    const ids = new Set(added.map(({ id }) => id));
    return staged
      .filter(({ id, standsForRow }) => standsForRow && !ids.has(id))
      .map(({ file, line, key }) => ({
        severity: 'bad',
        file,
        line,
        reason: `${key} stands in the export twice`,
      }));
  }

  /** Finds what is known already, what refers to nothing, and the order in which posts can go in. */
  async resolve(forumId: string): Promise<Finding[]> {
    await this.db.query('ANALYZE import_stage');
    await this.db.query(OWN, [forumId]);
    await this.db.query(KNOWN, [forumId]);
    const lost = await this.findings('bad', LOST_POSTS, [forumId]);
    const lifted = await this.findings('notice', LIFTED_POSTS, [forumId]);
    await this.db.query(LEVELS);
    const circles = await this.findings('bad', CIRCLES, []);
    await this.db.query(UNNEEDED_THREADS);
    await this.db.query('CREATE INDEX ON import_stage (kind, fate, level, seq)');
    return [...lost, ...lifted, ...circles];
  }

  /** How many rows are known, and how many would be new. */
  async countRows(): Promise<{ known: number; fresh: number }> {
    const [counts] = await this.db.query(
      `SELECT count(*) FILTER (WHERE fate = 'known')::int AS known, count(*) FILTER (WHERE fate = 'new')::int AS fresh
         FROM import_stage WHERE stands_for_row`,
    );
    return counts;
  }

  private async findings(
    severity: Finding['severity'],
    statement: string,
    values: readonly string[],
  ): Promise<Finding[]> {
    const [rows] = (await this.db.query(statement, [...values])) as [FoundRow[], number];
    return rows
      .sort((a, b) => Number(a.seq) - Number(b.seq))
      .map(({ file, line, reason }) => ({ severity, file, line, reason }));
  }
}

interface FoundRow extends Omit<Finding, 'severity'> {
  readonly seq: string;
}

interface StagedItem {
  readonly id: string;
  readonly key: string;
  readonly file: string;
  readonly line: number | null;
  readonly standsForRow: boolean;
}

function stagedItems({ file, line, items }: ReadRow): StagedItem[] {
  const main = items.find(({ kind }) => kind !== 'topic');
  return items.map((item) => ({ ...item, id: newId(), file, line, standsForRow: item === main }));
}

/** A bundle that comes back to the forum that it was exported from names things that are there. */
const OWN = `
  INSERT INTO import_item (forum_id, source_key, kind, object_id)
  SELECT $1, s.key, s.kind, own.id
    FROM import_stage s
    JOIN (SELECT 'proposal' AS kind, id FROM proposal WHERE forum_id = $1
          UNION ALL SELECT 'thread', id FROM thread WHERE forum_id = $1
          UNION ALL SELECT 'post', id FROM post WHERE forum_id = $1) own
      ON own.kind = s.kind AND s.key = '${BUNDLE_KEY}' || own.id
  ON CONFLICT DO NOTHING`;

const KNOWN = `
  UPDATE import_stage s SET fate = 'known' FROM import_item i
   WHERE i.forum_id = $1 AND i.kind = s.kind AND i.source_key = s.key`;

const LOST_POSTS = `
  UPDATE import_stage p SET fate = 'bad'
   WHERE p.kind = 'post' AND p.fate = 'new'
     AND NOT EXISTS (SELECT FROM import_stage t WHERE t.kind = 'thread' AND t.key = p.thread)
     AND NOT EXISTS (SELECT FROM import_item t
                      WHERE t.forum_id = $1 AND t.kind = 'thread' AND t.source_key = p.thread)
  RETURNING p.seq, p.file, p.line, p.thread || ', to which it belongs, is not in the export' AS reason`;

/** A post may stand without what it answers, but not without its thread. */
const LIFTED_POSTS = `
  UPDATE import_stage p SET parent = NULL FROM import_stage was
   WHERE was.seq = p.seq AND p.kind = 'post' AND p.fate = 'new' AND p.parent IS NOT NULL
     AND NOT EXISTS (SELECT FROM import_stage q
                      WHERE q.kind = 'post' AND q.key = p.parent AND q.thread = p.thread AND q.fate <> 'bad')
     AND NOT EXISTS (SELECT FROM import_item q
                       JOIN post ON post.id = q.object_id
                       JOIN import_item t ON t.object_id = post.thread_id AND t.forum_id = $1 AND t.kind = 'thread'
                      WHERE q.forum_id = $1 AND q.kind = 'post' AND q.source_key = p.parent
                        AND t.source_key = p.thread)
  RETURNING p.seq, p.file, p.line, was.parent || ', which it answers, is not in the export: it begins a branch' AS reason`;

/** Posts under posts, from the top: what is not reached answers itself in a circle. */
const LEVELS = `
  WITH RECURSIVE tree AS (
    SELECT p.key, 0 AS level FROM import_stage p
     WHERE p.kind = 'post' AND p.fate <> 'bad'
       AND (p.parent IS NULL OR NOT EXISTS (SELECT FROM import_stage q WHERE q.kind = 'post' AND q.key = p.parent))
    UNION ALL
    SELECT c.key, tree.level + 1 FROM tree
      JOIN import_stage c ON c.kind = 'post' AND c.parent = tree.key AND c.fate <> 'bad')
  UPDATE import_stage s SET level = tree.level FROM tree WHERE s.kind = 'post' AND s.key = tree.key`;

const CIRCLES = `
  UPDATE import_stage p SET fate = 'bad' WHERE p.kind = 'post' AND p.fate = 'new' AND p.level IS NULL
  RETURNING p.seq, p.file, p.line, 'it answers itself, by way of other posts' AS reason`;

const UNNEEDED_THREADS = `
  DELETE FROM import_stage t
   WHERE t.kind = 'thread' AND t.fate = 'new' AND t.only_with_posts
     AND NOT EXISTS (SELECT FROM import_stage p WHERE p.kind = 'post' AND p.fate = 'new' AND p.thread = t.key)`;

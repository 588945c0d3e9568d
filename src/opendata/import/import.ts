import type { EntityManager, QueryRunner } from 'typeorm';
import type { FORUM_EVENTS } from '../../forum/forum.contract.js';
import { newId } from '../../kernel/ids.js';
import type { Events } from '../../platform/events/events.service.js';
import type { Finding, ImportReport, OPENDATA_EVENTS } from '../opendata.contract.js';
import { BATCH, nextBatch, writeBatch } from './batches.js';
import type { ReadRow } from './items.js';
import type { Source } from './source.js';
import { Stage } from './stage.js';
import { writeTopics } from './topics.js';

/** What others refer to goes in first. */
const ORDER = ['proposal', 'thread', 'post'] as const;

export interface ImportOptions {
  /** Nothing goes in if any row is bad. */
  readonly strict: boolean;
  /** Hears of each row that is bad or was changed, as soon as it is found. */
  readonly onFinding: (finding: Finding) => void;
  /** `reading` counts bytes, `writing` rows. */
  readonly onProgress: (phase: 'reading' | 'writing', done: number, total: number) => void;
}

/** Where an import goes and who hears of it. */
export interface ImportTarget {
  readonly events: Events;
  readonly forum: { readonly id: string; readonly slug: string };
}

/** One run of an import, on one connection: its stage is seen by no other. */
export class Import {
  private readonly id = newId();
  private readonly stage: Stage;
  private readonly rows = { read: 0, added: 0, known: 0, hidden: 0, bad: 0, notices: 0 };
  private readonly objects = { topic: 0, proposal: 0, thread: 0, post: 0 };

  constructor(
    private readonly db: QueryRunner,
    private readonly target: ImportTarget,
    private readonly source: Source,
    private readonly options: ImportOptions,
  ) {
    this.stage = new Stage(db);
  }

  /** Reads everything, then writes it in batches. `name` is what the run's record calls the source. */
  async run(name: string): Promise<ImportReport> {
    const { forum } = this.target;
    await this.begin(name);
    try {
      await this.stage.open();
      await this.read();
      for (const finding of await this.stage.resolve(forum.id)) this.find(finding);
      const refused = this.options.strict && this.rows.bad > 0;
      if (!refused) await this.write();
      await this.end(refused ? 'failed' : 'done');
      return {
        run: this.id,
        format: this.source.format,
        forum: forum.slug,
        lang: this.source.lang,
        outcome: refused ? 'refused' : 'done',
        ...this.rows,
        objects: this.objects,
      };
    } finally {
      if (!this.db.isReleased) await this.stage.close().catch(() => undefined);
    }
  }

  private async read(): Promise<void> {
    let bytes = 0;
    const rows = this.source.rows((more) => {
      bytes += more;
      this.options.onProgress('reading', bytes, this.source.bytes);
    });
    let batch: ReadRow[] = [];
    for await (const row of rows) {
      this.rows.read++;
      const { file, line, bad, hidden } = row;
      if (bad !== null) this.find({ severity: 'bad', file, line, reason: bad });
      else if (hidden) this.rows.hidden++;
      else batch.push(row);
      if (batch.length === BATCH) {
        for (const finding of await this.stage.add(batch)) this.find(finding);
        batch = [];
      }
    }
    for (const finding of await this.stage.add(batch)) this.find(finding);
  }

  private async write(): Promise<void> {
    const { known, fresh } = await this.stage.countRows();
    this.rows.known = known;
    await this.addTopics();
    for (const kind of ORDER)
      for (;;) {
        const batch = await nextBatch(this.db, kind);
        if (batch.length === 0) break;
        await this.transaction(async (em) => {
          if (kind === 'proposal') await this.holdForum(em);
          await writeBatch(
            em,
            this.target.forum.id,
            kind,
            batch.map(({ id }) => id),
          );
          this.rows.added += batch.filter(({ stands }) => stands).length;
          this.objects[kind] += batch.length;
          await this.tell(
            em,
            'import.batch-added',
            { kind: 'import', id: this.id },
            { of: kind, count: batch.length },
          );
          await this.record(em);
        });
        this.options.onProgress('writing', this.rows.added, fresh);
      }
  }

  private async addTopics(): Promise<void> {
    await this.transaction(async (em) => {
      await this.holdForum(em);
      const ids = await writeTopics(em, this.target.forum.id);
      this.objects.topic = ids.length;
      for (const id of ids) await this.tell(em, 'topic.added', { kind: 'topic', id });
    });
  }

  /** Positions of topics and numbers of proposals follow each other: whoever takes one holds the forum's row. */
  private async holdForum(em: EntityManager): Promise<void> {
    await em.query('SELECT FROM forum WHERE id = $1 FOR NO KEY UPDATE', [this.target.forum.id]);
  }

  private async tell(
    em: EntityManager,
    type: keyof typeof OPENDATA_EVENTS | (keyof typeof FORUM_EVENTS & 'topic.added'),
    subject: { kind: string; id: string },
    payload: Record<string, string | number> = {},
  ): Promise<void> {
    const { events, forum } = this.target;
    await events.append(em, { forumId: forum.id, type, subject, actorId: null, payload });
  }

  private find(finding: Finding): void {
    this.rows[finding.severity === 'bad' ? 'bad' : 'notices']++;
    this.options.onFinding(finding);
  }

  /** Only one import of a forum runs: what still counts as running was interrupted. */
  private async begin(name: string): Promise<void> {
    const { forum } = this.target;
    await this.db.query(
      `UPDATE import_run SET state = 'failed', ended_at = now() WHERE forum_id = $1 AND state = 'running'`,
      [forum.id],
    );
    await this.db.query(
      `INSERT INTO import_run (id, forum_id, format, source, state) VALUES ($1, $2, $3, $4, 'running')`,
      [this.id, forum.id, this.source.format, name],
    );
  }

  private async record(em: EntityManager): Promise<void> {
    const { read, added, known, bad } = this.rows;
    await em.query(
      `UPDATE import_run SET rows_read = $2, rows_added = $3, rows_known = $4, rows_bad = $5 WHERE id = $1`,
      [this.id, read, added, known, bad],
    );
  }

  private async end(state: 'done' | 'failed'): Promise<void> {
    await this.record(this.db.manager);
    await this.db.query('UPDATE import_run SET state = $2, ended_at = now() WHERE id = $1', [this.id, state]);
  }

  private async transaction(work: (em: EntityManager) => Promise<void>): Promise<void> {
    await this.db.startTransaction();
    try {
      await work(this.db.manager);
      await this.db.commitTransaction();
    } catch (error) {
      await this.db.rollbackTransaction().catch(() => undefined);
      throw error;
    }
  }
}

import { setImmediate } from 'node:timers/promises';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { canonicalJson, type Json } from '../kernel/canonical-json.js';
import { sha256 } from '../kernel/hash-chain.js';
import { newId } from '../kernel/ids.js';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Log } from '../platform/observability/log.js';
import { Appeal } from './appeal.entity.js';
import { AppealEdits } from './appeal-edits.js';
import { AppealProgress } from './appeal-progress.js';
import { Clause } from './clause.entity.js';
import { compileInSteps } from './compile/compile.js';
import type { Draft, DraftClause } from './compile/draft.js';
import { readBundle } from './contributions.js';
import { DocumentStore } from './document/document-store.js';
import { FateRow } from './fate.entity.js';
import { Source } from './source.entity.js';

const COMPILE = 'appeal.compile';
/** Rows of one INSERT: well below the number of parameters that Postgres takes. */
const BATCH = 1_000;

/** Compiles a forum's contributions into the draft, as a job. */
@Injectable()
export class Compiler implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly dispatcher: EventDispatcher,
    private readonly jobs: Jobs,
    private readonly edits: AppealEdits,
    private readonly progress: AppealProgress,
    private readonly documents: DocumentStore,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.jobs.handle(COMPILE, ({ id, version }) => this.compile(id as string, Number(version)));
    this.dispatcher.consume('appeal.compile', async ({ type, subjectId: id, payload }) => {
      const version = String(payload.version);
      if (type === 'appeal.compile-started')
        await this.jobs.enqueue(COMPILE, { id, version }, { key: `${id}.${version}` });
    });
  }

  private async compile(id: string, version: number): Promise<void> {
    const appeal = await this.db.manager.findOneBy(Appeal, { id, version, state: 'compiling' });
    if (!appeal) return;
    try {
      const begun = performance.now();
      const bundle = await this.db.transaction('REPEATABLE READ', (em) =>
        readBundle(em, appeal.forumId, appeal.lang),
      );
      const steps = compileInSteps(bundle, appeal.lang);
      let step = steps.next();
      for (; !step.done; step = steps.next()) {
        await this.progress.report(appeal, step.value);
        // Lets a ballot or a request in between: the compile is long, each step is short.
        await setImmediate();
      }
      await this.keep(appeal, step.value, {
        inputHash: sha256(canonicalJson(bundle as unknown as Json)),
        milliseconds: Math.round(performance.now() - begun),
      });
    } catch (error) {
      this.log.error({ err: error, appealId: id }, 'a compile failed');
      await this.finish(appeal, (em, held) =>
        this.edits.save(
          em,
          held,
          { state: 'failed', error: 'service.failed' },
          'appeal.compile-failed',
          null,
        ),
      );
    }
  }

  private keep(
    appeal: Appeal,
    draft: Draft,
    { inputHash, milliseconds }: { inputHash: string; milliseconds: number },
  ): Promise<void> {
    return this.finish(appeal, async (em, held) => {
      await em.delete(Clause, { appealId: held.id });
      await em.delete(FateRow, { appealId: held.id });
      await this.documents.forget(em, held.id);
      await insert(em, held.id, draft);
      const version = held.version + 1;
      const figures = { version, contributions: draft.coverage.total, milliseconds };
      const { title, compiler } = draft;
      await this.edits.save(
        em,
        held,
        { state: 'drafting', progress: 100, title, compiler, inputHash, figures },
        'appeal.compiled',
        null,
      );
    });
  }

  /** Ends the compile, unless another was begun or the appeal has moved on meanwhile. */
  private finish(appeal: Appeal, work: (em: EntityManager, held: Appeal) => Promise<void>): Promise<void> {
    return this.db.transaction(async (em) => {
      const held = await em.findOne(Appeal, {
        where: { id: appeal.id, version: appeal.version, state: 'compiling' },
        lock: { mode: 'pessimistic_write' },
      });
      if (held) await work(em, held);
    });
  }
}

async function insert(em: EntityManager, appealId: string, { clauses, fates }: Draft): Promise<void> {
  const rows = clauses.map((clause, position) => ({ clause, row: clauseRow(appealId, clause, position) }));
  await inBatches(
    rows.map(({ row }) => row),
    (batch) => em.insert(Clause, batch),
  );
  const sources = rows.flatMap(({ clause, row }) =>
    clause.sources.map(({ contribution, ...source }, position) => ({
      id: newId(),
      clauseId: row.id,
      position,
      contributionKind: contribution.kind,
      contributionId: contribution.id,
      ...source,
    })),
  );
  await inBatches(sources, (batch) => em.insert(Source, batch));
  const decided = fates.map(({ contribution, fate, reason }) => ({
    appealId,
    contributionKind: contribution.kind,
    contributionId: contribution.id,
    fate,
    reason,
  }));
  await inBatches(decided, (batch) => em.insert(FateRow, batch));
}

function clauseRow(appealId: string, clause: DraftClause, position: number): Clause {
  const { kind, topicId, lang, texts, editorial, score } = clause;
  return { id: newId(), appealId, kind, topicId, position, lang, texts, editorial, score, version: 1 };
}

async function inBatches<T>(rows: readonly T[], write: (batch: T[]) => Promise<unknown>): Promise<void> {
  for (let i = 0; i < rows.length; i += BATCH) await write(rows.slice(i, i + BATCH));
}

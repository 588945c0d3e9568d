import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { LANGS } from '../kernel/localized.js';
import { addressOf } from '../platform/database/pool.js';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { Jobs } from '../platform/jobs/jobs.js';
import { Log } from '../platform/observability/log.js';
import { Appeal } from './appeal.entity.js';
import { AppealEdits } from './appeal-edits.js';
import { AppealProgress } from './appeal-progress.js';
import { Compiled } from './compiled.entity.js';
import { CONTRIBUTIONS, readBundle } from './contributions.js';
import { Documents } from './document/documents.service.js';
import { type Drafted, draftAside, draftHere } from './drafting.js';
import { keepCompile } from './kept-compile.js';

const COMPILE = 'appeal.compile';
/** So many contributions are compiled in half a second, a step at a time; more have a thread of their own. */
const MOST_HERE = 200;

/** Compiles a forum's contributions into the draft, as a job. */
@Injectable()
export class Compiler implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly dispatcher: EventDispatcher,
    private readonly jobs: Jobs,
    private readonly edits: AppealEdits,
    private readonly progress: AppealProgress,
    private readonly clock: Clock,
    private readonly documents: Documents,
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
      const drafted = await this.draft(appeal);
      await this.keep(appeal, drafted, Math.round(performance.now() - begun));
    } catch (error) {
      this.log.error({ err: error, appealId: id }, 'a compile failed');
      await this.fail(appeal);
    }
  }

  private async draft(appeal: Appeal): Promise<Drafted> {
    const { forumId, lang } = appeal;
    const report = (percent: number) => this.progress.report(appeal, percent);
    const [{ many }] = await this.db.query(
      `SELECT count(*) > ${MOST_HERE} AS many
         FROM (SELECT FROM (${CONTRIBUTIONS}) c WHERE forum_id = $1 LIMIT ${MOST_HERE + 1}) AS counted`,
      [forumId],
    );
    if (many) return draftAside({ url: addressOf(this.db), forumId, lang }, report);
    const bundle = await this.db.transaction('REPEATABLE READ', (em) => readBundle(em, forumId, lang));
    return draftHere(bundle, lang, report);
  }

  private keep(appeal: Appeal, { draft, texts, inputHash }: Drafted, milliseconds: number): Promise<void> {
    return this.finish(appeal, async (em, held) => {
      await this.documents.settle(em, held);
      await keepCompile(em, held, draft, this.clock.now());
      await this.documents.followRows(em, held, null);
      const contributionIds = draft.fates.map(({ contribution }) => contribution.id);
      const { discussed = [] } = draft.annexes;
      await em.upsert(Compiled, { appealId: held.id, ...texts, contributionIds, discussed }, ['appealId']);
      const { title, compiler, coverage } = draft;
      const figures = { title, contributions: coverage.total, milliseconds };
      const change = { state: 'drafting', progress: 100, compiler, inputHash, figures } as const;
      await this.edits.save(
        em,
        held,
        { ...change, title: isOwnTitle(held) ? held.title : title },
        'appeal.compiled',
        null,
      );
    });
  }

  /** Where there was a draft before, it is still there to be worked on. */
  private fail(appeal: Appeal): Promise<void> {
    return this.finish(appeal, (em, held) =>
      this.edits.save(
        em,
        held,
        { state: held.compiler === null ? 'failed' : 'drafting', error: 'appeal.compile-failed' },
        'appeal.compile-failed',
        null,
      ),
    );
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

/** Whether people gave the appeal another title than the last compile. */
function isOwnTitle({ figures, title }: Appeal): boolean {
  return figures?.title !== undefined && LANGS.some((lang) => figures.title[lang] !== title[lang]);
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, Not } from 'typeorm';
import { mayCompile } from '../forum/forum.abilities.js';
import type { Forum } from '../forum/forum.entity.js';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { blocking } from './adoption/obstacles.js';
import { maySeeAppeal } from './appeal.abilities.js';
import {
  APPEAL_ERRORS,
  type AppealSummary,
  type AppealView,
  type CompileAppeal,
  type UpdateAppeal,
} from './appeal.contract.js';
import { Appeal } from './appeal.entity.js';
import { presentAppeal, presentAppealSummary } from './appeal.presenter.js';
import { canMove, OUT } from './appeal.states.js';
import { AppealEdits } from './appeal-edits.js';
import { AppealFacts } from './appeal-facts.js';
import { freeSlug } from './appeal-slugs.js';
import { LAID_BEFORE } from './contributions.js';
import { Documents } from './document/documents.service.js';

@Injectable()
export class Appeals {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
    private readonly edits: AppealEdits,
    private readonly facts: AppealFacts,
    private readonly documents: Documents,
  ) {}

  /** The appeals of a forum that the reader may see, the latest first: seldom more than two. */
  async list(reader: Reader, slug: string): Promise<AppealSummary[]> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const appeals = await this.db.manager.find(Appeal, {
      where: { forumId: forum.id },
      order: { createdAt: 'DESC', id: 'DESC' },
    });
    return appeals.filter((appeal) => maySeeAppeal(standing, appeal)).map(presentAppealSummary);
  }

  async show(reader: Reader, id: string): Promise<AppealView> {
    const appeal = await this.db.manager.findOneBy(Appeal, { id });
    const standing = appeal && (await this.access.standing(reader, appeal.forumId));
    if (!appeal || !standing || !maySeeAppeal(standing, appeal))
      throw refuse(KERNEL_ERRORS, 'object.missing');
    return presentAppeal(appeal, standing, await this.facts.of(appeal));
  }

  /**
   * Has a draft compiled by a job. Where there is one already, what people made of it stays: the new compile goes
   * into it, and what it cannot change is suggested.
   */
  async compileAppeal(reader: Reader, slug: string, { lang }: CompileAppeal): Promise<AppealSummary> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayCompile(standing), reader);
    const known = await this.db.manager.findOneBy(Appeal, { forumId: forum.id, state: Not(In(OUT)) });
    const id = known ? known.id : await this.begin(forum, standing, { lang });
    if (known) await this.compileAgain(reader, id, { lang });
    return presentAppealSummary(await this.db.manager.findOneByOrFail(Appeal, { id }));
  }

  async rename(reader: Reader, id: string, { title, version }: UpdateAppeal): Promise<AppealView> {
    await this.edits.edit(reader, id, 'appeal.edited', async (_, appeal) => {
      if (appeal.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      return { title };
    });
    return this.show(reader, id);
  }

  /**
   * Has the release made by a job, unless something is missing; the first code of it is the refusal. The
   * version covers every clause and fate, so that what goes out is what the publisher saw.
   */
  async publish(reader: Reader, id: string, version: number): Promise<AppealView> {
    await this.edits.locked(reader, id, async (em, appeal) => {
      if (!canMove(appeal.state, 'publish'))
        throw refuse(APPEAL_ERRORS, appeal.state === 'compiling' ? 'appeal.in-work' : 'appeal.state');
      if (appeal.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const missing = blocking(await this.facts.missing(appeal, em), 'publication');
      if (missing[0]) throw refuse(APPEAL_ERRORS, missing[0].code, { missing });
      return { event: 'appeal.release-started', change: { state: 'publishing', progress: 0, error: null } };
    });
    return this.show(reader, id);
  }

  private async begin(forum: Forum, standing: Standing, { lang }: CompileAppeal): Promise<string> {
    const id = newId();
    try {
      await this.db.transaction(async (em) => {
        await this.refuseNothing(em, forum.id);
        await em.insert(Appeal, {
          id,
          forumId: forum.id,
          slug: await freeSlug(em, forum),
          lang,
          state: 'compiling',
          title: forum.title,
          progress: 0,
          version: 1,
          createdAt: this.clock.now(),
        });
        const appeal = { id, forumId: forum.id };
        await this.edits.tell(em, appeal, 1, 'appeal.compile-started', accountOf(standing.reader).id);
      });
    } catch (error) {
      if (brokenUnique(error) !== null) throw refuse(APPEAL_ERRORS, 'appeal.in-work');
      throw error;
    }
    return id;
  }

  private compileAgain(reader: Reader, id: string, { lang }: CompileAppeal): Promise<void> {
    return this.edits.locked(reader, id, async (em, appeal) => {
      if (!canMove(appeal.state, 'compile'))
        throw refuse(APPEAL_ERRORS, appeal.state === 'publishing' ? 'appeal.in-work' : 'appeal.state');
      // What was written until now is in the draft that the compile goes into.
      await this.documents.settle(em, appeal);
      await this.refuseNothing(em, appeal.forumId);
      return {
        event: 'appeal.compile-started',
        change: { state: 'compiling', lang, progress: 0, error: null },
      };
    });
  }

  private async refuseNothing(em: EntityManager, forumId: string): Promise<void> {
    const [{ some }] = await em.query(
      `SELECT EXISTS (SELECT FROM proposal p WHERE p.forum_id = $1 AND ${LAID_BEFORE})
           OR EXISTS (SELECT FROM post WHERE forum_id = $1) AS some`,
      [forumId],
    );
    if (!some) throw refuse(APPEAL_ERRORS, 'appeal.nothing-to-compile');
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { mayCreateForum } from '../identity/identity.abilities.js';
import { Seats } from '../identity/seats.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import { brokenReference, brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import type { PageQuery } from '../platform/http/page.dto.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { City } from './city.entity.js';
import { Delegation } from './delegation.entity.js';
import { mayManage } from './forum.abilities.js';
import {
  type CreateForum,
  FORUM_ERRORS,
  type ForumSummary,
  type ForumView,
  type UpdateForum,
} from './forum.contract.js';
import { Forum } from './forum.entity.js';
import { presentForum, presentForumSummary } from './forum.presenter.js';
import { ForumAccess, type Standing } from './forum-access.js';
import { Participant } from './participant.entity.js';
import { Topic } from './topic.entity.js';

@Injectable()
export class Forums {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly seats: Seats,
  ) {}

  /** All forums, the latest first. */
  async list({ cursor, limit }: PageQuery): Promise<Page<ForumSummary>> {
    const query = this.db
      .createQueryBuilder(Forum, 'f')
      .orderBy('f.startsOn', 'DESC')
      .addOrderBy('f.id', 'DESC');
    if (cursor) {
      const [startsOn, id] = decodeCursor(cursor, 2);
      query.where('(f.startsOn, f.id) < (:startsOn, :id)', { startsOn, id });
    }
    const rows = await query.limit(limit + 1).getMany();
    return toPage(rows, limit, presentForumSummary, (row) => [row.startsOn, row.id]);
  }

  async show(reader: Reader, slug: string): Promise<ForumView> {
    const { forum, standing } = await this.access.enter(reader, slug);
    return this.view(forum, standing);
  }

  /** Makes a forum; whoever makes it is its first organiser. */
  async create(reader: Reader, wanted: CreateForum): Promise<ForumView> {
    const account = accountOf(reader);
    permit(mayCreateForum(reader, await this.seats.of(account.id)), reader);
    checkDates(wanted);
    const forum: Forum = {
      ...wanted,
      id: newId(),
      hostCityId: wanted.hostCityId ?? null,
      emblemFileId: null,
      admission: null,
      sample: false,
      version: 1,
      createdAt: this.clock.now(),
    };
    try {
      await this.db.transaction(async (em) => {
        await em.insert(Forum, forum);
        await em.insert(Participant, {
          id: newId(),
          forumId: forum.id,
          accountId: account.id,
          role: 'organiser',
          createdAt: this.clock.now(),
        });
        await this.events.append(em, {
          forumId: forum.id,
          type: 'forum.created',
          subject: { kind: 'forum', id: forum.id },
          actorId: account.id,
        });
      });
    } catch (error) {
      if (brokenUnique(error) === 'forum_slug_key') throw refuse(FORUM_ERRORS, 'forum.slug-taken');
      if (brokenReference(error)) throw refuse(KERNEL_ERRORS, 'object.missing');
      throw error;
    }
    return this.show(reader, forum.slug);
  }

  async update(reader: Reader, slug: string, { version, ...change }: UpdateForum): Promise<ForumView> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayManage(standing), reader);
    await this.db.transaction(async (em) => {
      const locked = await em.findOneOrFail(Forum, {
        where: { id: forum.id },
        lock: { mode: 'pessimistic_write' },
      });
      if (locked.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      checkDates({ ...locked, ...change });
      await em.update(Forum, { id: forum.id }, { ...change, version: version + 1 });
      await this.events.append(em, {
        forumId: forum.id,
        type: 'forum.changed',
        subject: { kind: 'forum', id: forum.id },
        actorId: accountOf(reader).id,
      });
    });
    return this.show(reader, slug);
  }

  private async view(forum: Forum, standing: Standing): Promise<ForumView> {
    const [topics, hostCity, delegations, participants] = await Promise.all([
      this.db.manager.find(Topic, { where: { forumId: forum.id }, order: { position: 'ASC' } }),
      forum.hostCityId ? this.db.manager.findOneBy(City, { id: forum.hostCityId }) : null,
      this.db.manager.countBy(Delegation, { forumId: forum.id }),
      this.db.manager.countBy(Participant, { forumId: forum.id }),
    ]);
    return presentForum(forum, { topics, hostCity, counts: { delegations, participants }, standing });
  }
}

function checkDates({ startsOn, endsOn }: { startsOn: string; endsOn: string }): void {
  if (endsOn < startsOn) throw refuse(FORUM_ERRORS, 'forum.dates');
}

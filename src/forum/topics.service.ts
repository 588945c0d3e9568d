import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenReference } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { mayManage } from './forum.abilities.js';
import { FORUM_ERRORS, type FORUM_EVENTS, type TopicView, type WriteTopic } from './forum.contract.js';
import { Forum } from './forum.entity.js';
import { presentTopic } from './forum.presenter.js';
import { ForumAccess } from './forum-access.js';
import { Topic } from './topic.entity.js';

/** A forum's topics. Each change holds the forum's row, so that positions stay 0, 1, 2 … whoever changes beside. */
@Injectable()
export class Topics {
  constructor(
    private readonly db: DataSource,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** Adds a topic at the end. */
  async addTopic(reader: Reader, slug: string, { name }: WriteTopic): Promise<TopicView> {
    return this.change(reader, slug, async (em, forumId) => {
      const position = await em.countBy(Topic, { forumId });
      const topic: Topic = { id: newId(), forumId, position, name };
      await em.insert(Topic, topic);
      await this.tell(em, reader, topic, 'topic.added');
      return presentTopic(topic);
    });
  }

  async renameTopic(reader: Reader, slug: string, id: string, { name }: WriteTopic): Promise<TopicView> {
    return this.change(reader, slug, async (em, forumId) => {
      const topic = { ...(await this.find(em, forumId, id)), name };
      await em.save(Topic, topic);
      await this.tell(em, reader, topic, 'topic.changed');
      return presentTopic(topic);
    });
  }

  /** Removes a topic that nothing belongs to; `topic.in-use` otherwise. */
  async removeTopic(reader: Reader, slug: string, id: string): Promise<void> {
    try {
      await this.change(reader, slug, async (em, forumId) => {
        const topic = await this.find(em, forumId, id);
        await em.delete(Topic, { id });
        await em.query('UPDATE topic SET position = position - 1 WHERE forum_id = $1 AND position > $2', [
          forumId,
          topic.position,
        ]);
        await this.tell(em, reader, topic, 'topic.removed');
      });
    } catch (error) {
      if (brokenReference(error) !== null) throw refuse(FORUM_ERRORS, 'topic.in-use');
      throw error;
    }
  }

  /** Puts the topics in the order of `ids`: all of them, once each, else somebody changed them meanwhile. */
  async orderTopics(reader: Reader, slug: string, ids: readonly string[]): Promise<TopicView[]> {
    return this.change(reader, slug, async (em, forumId) => {
      const topics = await em.findBy(Topic, { forumId });
      const ordered = ids.flatMap((id) => topics.filter((topic) => topic.id === id));
      if (ordered.length !== topics.length || ids.length !== topics.length)
        throw refuse(KERNEL_ERRORS, 'object.changed');
      const moved = ordered.map((topic, position) => ({ ...topic, position }));
      await em.save(Topic, moved);
      await this.events.append(em, {
        forumId,
        type: 'forum.changed',
        subject: { kind: 'forum', id: forumId },
        actorId: accountOf(reader).id,
      });
      return moved.map(presentTopic);
    });
  }

  private async change<T>(
    reader: Reader,
    slug: string,
    work: (em: EntityManager, forumId: string) => Promise<T>,
  ): Promise<T> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayManage(standing), reader);
    return this.db.transaction(async (em) => {
      await em.findOne(Forum, { where: { id: forum.id }, lock: { mode: 'for_no_key_update' } });
      return work(em, forum.id);
    });
  }

  private async find(em: EntityManager, forumId: string, id: string): Promise<Topic> {
    const topic = await em.findOneBy(Topic, { id, forumId });
    if (!topic) throw refuse(KERNEL_ERRORS, 'object.missing');
    return topic;
  }

  private tell(
    em: EntityManager,
    reader: Reader,
    topic: Topic,
    type: keyof typeof FORUM_EVENTS,
  ): Promise<void> {
    return this.events.append(em, {
      forumId: topic.forumId,
      type,
      subject: { kind: 'topic', id: topic.id },
      actorId: accountOf(reader).id,
    });
  }
}

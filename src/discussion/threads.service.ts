import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Authors } from '../forum/authors.js';
import { ForumAccess, type Seated, seated } from '../forum/forum-access.js';
import { Topic } from '../forum/topic.entity.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { mayOpenThread } from './discussion.abilities.js';
import type { CreateThread, ThreadSummary, ThreadView } from './discussion.contract.js';
import type { ThreadsQuery } from './discussion.dto.js';
import { presentThread, presentThreadView } from './discussion.presenter.js';
import { Mentions } from './mentions/mentions.service.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';

@Injectable()
export class Threads {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly authors: Authors,
    private readonly mentions: Mentions,
  ) {}

  /** The latest active first; with `q`, those in whose title or posts the words stand. */
  async list(
    reader: Reader,
    slug: string,
    { q, topic, cursor, limit }: ThreadsQuery,
  ): Promise<Page<ThreadSummary>> {
    const { forum } = await this.access.enter(reader, slug);
    const query = this.db
      .createQueryBuilder(Thread, 't')
      .where('t.forumId = :forumId', { forumId: forum.id })
      .orderBy('t.activeAt', 'DESC')
      .addOrderBy('t.id', 'DESC')
      .limit(limit + 1);
    if (topic) query.andWhere('t.topicId = :topic', { topic });
    if (q)
      query.andWhere(
        `(t.search @@ nidaa_tsquery(:q)
          OR t.id IN (SELECT p.thread_id FROM post p WHERE p.forum_id = :forumId AND p.search @@ nidaa_tsquery(:q)))`,
        { q },
      );
    if (cursor) {
      const [activeAt, id] = decodeCursor(cursor, 2);
      query.andWhere('(t.activeAt, t.id) < (:activeAt, :id)', { activeAt, id });
    }
    const threads = await query.getMany();
    const authors = await this.authors.of(threads.map(({ authorId }) => authorId));
    return toPage(
      threads,
      limit,
      (thread) => presentThread(thread, authors),
      (thread) => [thread.activeAt.toISOString(), thread.id],
    );
  }

  async show(reader: Reader, id: string): Promise<ThreadView> {
    const thread = await this.db.manager.findOneBy(Thread, { id });
    if (!thread) throw refuse(KERNEL_ERRORS, 'object.missing');
    const standing = await this.access.standing(reader, thread.forumId);
    return presentThreadView(thread, await this.authors.of([thread.authorId]), standing);
  }

  async openThread(
    reader: Reader,
    slug: string,
    { title, body, lang, topicId }: CreateThread,
  ): Promise<ThreadView> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayOpenThread(standing), reader);
    const { participant } = seated(standing) as Seated;
    const now = this.clock.now();
    const thread: Thread = {
      id: newId(),
      forumId: forum.id,
      topicId: topicId ?? null,
      authorId: participant.id,
      title,
      lang,
      posts: 1,
      activeAt: now,
      createdAt: now,
      imported: false,
    };
    await this.db.transaction(async (em) => {
      await this.checkTopic(em, thread);
      await em.insert(Thread, thread);
      const post = { id: newId(), forumId: forum.id, lang };
      const { mentions, ...words } = await this.mentions.read(em, post, body);
      await em.insert(Post, {
        ...post,
        ...words,
        threadId: thread.id,
        authorId: participant.id,
        createdAt: now,
      });
      await this.events.append(em, {
        forumId: forum.id,
        type: 'thread.opened',
        subject: { kind: 'thread', id: thread.id },
        actorId: accountOf(reader).id,
      });
      await this.mentions.keep(em, { ...post, kind: 'post' }, mentions, accountOf(reader).id);
    });
    return presentThreadView(thread, await this.authors.of([thread.authorId]), standing);
  }

  private async checkTopic(em: EntityManager, { topicId, forumId }: Thread): Promise<void> {
    if (topicId && !(await em.existsBy(Topic, { id: topicId, forumId })))
      throw refuse(KERNEL_ERRORS, 'object.missing');
  }
}

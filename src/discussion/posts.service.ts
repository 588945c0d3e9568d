import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Authors } from '../forum/authors.js';
import { ForumAccess, type Standing, seated } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { mayEditPost, mayReply } from './discussion.abilities.js';
import type { CreatePost, DISCUSSION_EVENTS, PostView, UpdatePost } from './discussion.contract.js';
import type { PostsQuery } from './discussion.dto.js';
import { presentPost } from './discussion.presenter.js';
import { mentionsIn } from './mentions/marks.js';
import { MentionedNames } from './mentions/mentioned-names.js';
import { Mentions } from './mentions/mentions.service.js';
import { named } from './mentions/named.js';
import { Post } from './post.entity.js';
import { Thread } from './thread.entity.js';

@Injectable()
export class Posts {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly authors: Authors,
    private readonly mentions: Mentions,
    private readonly names: MentionedNames,
  ) {}

  /** The posts of a thread, oldest first; the reader of the list builds the tree from the parents. */
  async list(reader: Reader, threadId: string, { cursor, limit, lang }: PostsQuery): Promise<Page<PostView>> {
    const thread = await this.db.manager.findOneBy(Thread, { id: threadId });
    if (!thread) throw refuse(KERNEL_ERRORS, 'object.missing');
    const query = this.db
      .createQueryBuilder(Post, 'p')
      .where('p.threadId = :threadId', { threadId })
      .orderBy('p.createdAt', 'ASC')
      .addOrderBy('p.id', 'ASC')
      .limit(limit + 1);
    if (cursor) {
      const [createdAt, id] = decodeCursor(cursor, 2);
      query.andWhere('(p.createdAt, p.id) > (:createdAt, :id)', { createdAt, id });
    }
    const [posts, standing] = await Promise.all([
      query.getMany(),
      this.access.standing(reader, thread.forumId),
    ]);
    const [authors, nameOf] = await Promise.all([
      this.authors.of(posts.map(({ authorId }) => authorId)),
      this.names.of(posts.flatMap(({ body }) => mentionsIn(body))),
    ]);
    return toPage(
      posts,
      limit,
      (post) => presentPost(post, named(post, nameOf, standing, lang), authors, standing),
      (post) => [post.createdAt.toISOString(), post.id],
    );
  }

  async addPost(reader: Reader, threadId: string, { body, lang, parentId }: CreatePost): Promise<PostView> {
    const { post, standing } = await this.db.transaction(async (em) => {
      // Held until the commit, so that the thread's count of posts is exact.
      const thread = await em.findOne(Thread, {
        where: { id: threadId },
        lock: { mode: 'pessimistic_write' },
      });
      if (!thread) throw refuse(KERNEL_ERRORS, 'object.missing');
      const standing = await this.access.standing(reader, thread.forumId, em);
      permit(mayReply(standing), reader);
      if (parentId && !(await em.existsBy(Post, { id: parentId, threadId })))
        throw refuse(KERNEL_ERRORS, 'object.missing');
      const now = this.clock.now();
      const { forumId } = thread;
      const { mentions, ...words } = await this.mentions.read(em, { forumId, lang }, body);
      const post: Post = {
        id: newId(),
        forumId,
        threadId,
        parentId: parentId ?? null,
        authorId: seated(standing).participant.id,
        ...words,
        lang,
        support: 0,
        opposition: 0,
        imported: false,
        version: 1,
        editedAt: null,
        createdAt: now,
      };
      await em.insert(Post, post);
      await em.update(Thread, { id: threadId }, { posts: thread.posts + 1, activeAt: now });
      await this.tell(em, standing, post, 'post.added');
      await this.mentions.keep(em, { ...post, kind: 'post' }, mentions, accountOf(reader).id);
      return { post, standing };
    });
    return this.shown(post, standing);
  }

  async editPost(reader: Reader, id: string, { body, version }: UpdatePost): Promise<PostView> {
    const { post, standing } = await this.db.transaction(async (em) => {
      const post = await em.findOne(Post, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!post) throw refuse(KERNEL_ERRORS, 'object.missing');
      const standing = await this.access.standing(reader, post.forumId, em);
      permit(mayEditPost(standing, post), reader);
      if (post.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      const { mentions, ...words } = await this.mentions.read(em, post, body);
      const changed: Post = {
        ...post,
        ...words,
        version: version + 1,
        editedAt: this.clock.now(),
      };
      await em.save(Post, changed);
      await this.tell(em, standing, changed, 'post.edited');
      await this.mentions.keep(em, { ...post, kind: 'post' }, mentions, accountOf(reader).id);
      return { post: changed, standing };
    });
    return this.shown(post, standing);
  }

  private async shown(post: Post, standing: Standing): Promise<PostView> {
    const nameOf = await this.names.of(mentionsIn(post.body));
    const authors = await this.authors.of([post.authorId]);
    return presentPost(post, named(post, nameOf, standing), authors, standing);
  }

  /** Hints name the thread: whoever shows it asks for its posts anew. */
  private tell(
    em: EntityManager,
    { reader }: Standing,
    { forumId, threadId }: Post,
    type: keyof typeof DISCUSSION_EVENTS,
  ): Promise<void> {
    return this.events.append(em, {
      forumId,
      type,
      subject: { kind: 'thread', id: threadId },
      actorId: accountOf(reader).id,
    });
  }
}

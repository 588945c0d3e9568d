import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Mentions, type ReadWords } from '../../discussion/mentions/mentions.service.js';
import type { Seated } from '../../forum/forum-access.js';
import { Clock } from '../../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { newId } from '../../kernel/ids.js';
import { Events } from '../../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../../platform/http/reader.js';
import type { Quote } from '../../text/passages/quote.js';
import type { Appeal } from '../appeal.entity.js';
import { Comment } from './comment.entity.js';
import { CommentAccess } from './comment-access.js';
import { mayChangeComment, maySettleComment } from './comments.abilities.js';
import {
  type AddComment,
  COMMENT_ERRORS,
  type COMMENT_EVENTS,
  COMMENT_LIMITS,
  type ReplyToComment,
  type UpdateComment,
} from './comments.contract.js';
import { clauseTexts } from './comments-read.service.js';

const NO_WORDS: Quote = { exact: '', prefix: '', suffix: '' };

interface Held {
  readonly em: EntityManager;
  readonly appeal: Appeal;
  readonly standing: Seated;
  readonly comment: Comment;
}

/** Saying something about a clause, answering, and settling it. Each answers the id of the comment. */
@Injectable()
export class Comments {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: CommentAccess,
    private readonly mentions: Mentions,
  ) {}

  /**
   * On a clause, or on words of it that stand there today. `comment.passage` where they do not, or several times and
   * the context does not tell which; `object.missing` where the clause is gone.
   */
  add(
    reader: Reader,
    appealId: string,
    { clauseId, textLang, passage, body, lang }: AddComment,
  ): Promise<string> {
    return this.db.transaction(async (em) => {
      const { appeal, standing } = await this.access.speak(reader, appealId, em);
      const texts = await clauseTexts(em, appealId);
      if (!texts.has(clauseId)) throw refuse(KERNEL_ERRORS, 'object.missing');
      const threads = await em.countBy(Comment, { appealId, parentId: IsNull() });
      if (threads >= COMMENT_LIMITS.threads) throw refuse(COMMENT_ERRORS, 'comment.too-many');
      const passages = texts.in(textLang);
      const { exact, prefix = '', suffix = '' } = passage ?? NO_WORDS;
      const quote = passage
        ? passages.quote({ exact, prefix, suffix }, clauseId)
        : (passages.opening(clauseId) ?? NO_WORDS);
      if (!quote) throw refuse(COMMENT_ERRORS, 'comment.passage');
      const about = { clauseId, textLang, onPassage: passage !== undefined, ...quote };
      return this.insert(em, appeal, standing, { ...about, parentId: null, body, lang }, 'comment.added');
    });
  }

  reply(reader: Reader, id: string, { body, lang }: ReplyToComment): Promise<string> {
    return this.change(reader, id, async ({ em, appeal, standing, comment }) => {
      // One level: an answer to an answer stands beside it.
      const parentId = comment.parentId ?? comment.id;
      const root = await em.findOneByOrFail(Comment, { id: parentId });
      if (root.resolvedAt) throw refuse(COMMENT_ERRORS, 'comment.state');
      const replies = await em.countBy(Comment, { parentId });
      if (replies >= COMMENT_LIMITS.replies) throw refuse(COMMENT_ERRORS, 'comment.too-many');
      const { clauseId, textLang, onPassage, exact, prefix, suffix } = root;
      const about = { clauseId, textLang, onPassage, exact, prefix, suffix };
      return this.insert(em, appeal, standing, { ...about, parentId, body, lang }, 'comment.replied');
    });
  }

  edit(reader: Reader, id: string, { body, version }: UpdateComment): Promise<string> {
    return this.change(reader, id, async (held) => {
      permit(mayChangeComment(held.standing, held.appeal, held.comment), reader);
      const { em, comment, standing } = held;
      const { mentions, ...words } = await this.read(em, comment, body);
      await this.save(held, version, { ...words, editedAt: this.clock.now() }, 'comment.edited');
      await this.mentions.keep(em, { ...comment, kind: 'comment' }, mentions, accountOf(standing.reader).id);
      return id;
    });
  }

  /** Takes the words away. Where others have answered, the place stays; the last answer takes it along. */
  async remove(reader: Reader, id: string): Promise<void> {
    await this.change(reader, id, async ({ em, appeal, standing, comment }) => {
      permit(mayChangeComment(standing, appeal, comment), reader);
      if (comment.parentId === null && (await em.existsBy(Comment, { parentId: id }))) {
        const gone = { body: '', deletedAt: this.clock.now(), version: comment.version + 1 };
        await em.update(Comment, { id }, gone);
        await this.mentions.keep(em, { ...comment, kind: 'comment' }, [], null);
      } else {
        await em.delete(Comment, { id });
        await em.query(
          `DELETE FROM comment root WHERE id = $1 AND deleted_at IS NOT NULL
              AND NOT EXISTS (SELECT FROM comment WHERE parent_id = root.id)`,
          [comment.parentId],
        );
      }
      await this.tell(em, comment, 'comment.deleted', standing);
      return id;
    });
  }

  resolve(reader: Reader, id: string, version: number): Promise<string> {
    return this.settle(reader, id, version, true);
  }

  reopen(reader: Reader, id: string, version: number): Promise<string> {
    return this.settle(reader, id, version, false);
  }

  private settle(reader: Reader, id: string, version: number, resolve: boolean): Promise<string> {
    return this.change(reader, id, async (held) => {
      const { standing, appeal, comment } = held;
      permit(maySettleComment(standing, appeal, comment), reader);
      if (comment.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      if ((comment.resolvedAt !== null) === resolve) throw refuse(COMMENT_ERRORS, 'comment.state');
      const by = resolve
        ? { resolvedAt: this.clock.now(), resolvedById: standing.participant.id }
        : { resolvedAt: null, resolvedById: null };
      return this.save(held, version, by, resolve ? 'comment.resolved' : 'comment.reopened');
    });
  }

  /** Holds the appeal, so that what is said about it changes one at a time, and reads the comment within. */
  private change(reader: Reader, id: string, work: (held: Held) => Promise<string>): Promise<string> {
    return this.db.transaction(async (em) => {
      const found = await em.findOneBy(Comment, { id });
      if (!found) throw refuse(KERNEL_ERRORS, 'object.missing');
      const { appeal, standing } = await this.access.speak(reader, found.appealId, em);
      const comment = await em.findOneBy(Comment, { id });
      if (!comment) throw refuse(KERNEL_ERRORS, 'object.missing');
      return work({ em, appeal, standing, comment });
    });
  }

  private async save(
    { em, standing, comment }: Held,
    version: number,
    change: Partial<Comment>,
    type: keyof typeof COMMENT_EVENTS,
  ): Promise<string> {
    if (comment.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
    await em.update(Comment, { id: comment.id }, { ...change, version: version + 1 });
    await this.tell(em, comment, type, standing);
    return comment.id;
  }

  private async insert(
    em: EntityManager,
    { id: appealId, forumId }: Appeal,
    standing: Seated,
    said: Pick<Comment, 'parentId' | 'clauseId' | 'textLang' | 'onPassage' | 'body' | 'lang'> & Quote,
    type: 'comment.added' | 'comment.replied',
  ): Promise<string> {
    const { mentions, ...words } = await this.read(em, { forumId, lang: said.lang }, said.body);
    const comment = { id: newId(), appealId, forumId, ...said, ...words };
    const authorId = standing.participant.id;
    await em.insert(Comment, { ...comment, authorId, version: 1, createdAt: this.clock.now() });
    await this.tell(em, comment, type, standing);
    await this.mentions.keep(em, { ...comment, kind: 'comment' }, mentions, accountOf(standing.reader).id);
    return comment.id;
  }

  /** Its words are counted without their marks: `request.invalid` where they are too many. */
  private async read(
    em: EntityManager,
    about: Pick<Comment, 'forumId' | 'lang'>,
    html: string,
  ): Promise<Pick<ReadWords, 'body' | 'mentions'>> {
    const { plain, ...words } = await this.mentions.read(em, about, html);
    if (plain.length > COMMENT_LIMITS.body)
      throw refuse(KERNEL_ERRORS, 'request.invalid', { fields: [{ field: 'body', rule: 'maxLength' }] });
    return words;
  }

  private tell(
    em: EntityManager,
    { id, forumId }: Pick<Comment, 'id' | 'forumId'>,
    type: keyof typeof COMMENT_EVENTS,
    { reader }: Seated,
  ): Promise<void> {
    const actorId = accountOf(reader).id;
    return this.events.append(em, { forumId, type, subject: { kind: 'comment', id }, actorId });
  }
}

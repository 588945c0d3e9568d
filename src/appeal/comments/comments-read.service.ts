import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In, IsNull } from 'typeorm';
import { mentionsIn } from '../../discussion/mentions/marks.js';
import { MentionedNames } from '../../discussion/mentions/mentioned-names.js';
import { Authors } from '../../forum/authors.js';
import type { Standing } from '../../forum/forum-access.js';
import { KERNEL_ERRORS, refuse } from '../../kernel/errors.js';
import { decodeCursor, type Page, toPage } from '../../kernel/pagination.js';
import type { Reader } from '../../platform/http/reader.js';
import { groupBy } from '../../text/lists.js';
import type { Appeal } from '../appeal.entity.js';
import { Clause } from '../clause.entity.js';
import { Comment } from './comment.entity.js';
import { presentMark, presentThread } from './comment.presenter.js';
import { CommentAccess } from './comment-access.js';
import { ClauseTexts, stateOf } from './comment-places.js';
import { mayComment } from './comments.abilities.js';
import type { CommentPlace, CommentPlaces, CommentState, CommentThreadView } from './comments.contract.js';
import type { CommentsQuery } from './comments.dto.js';

interface Placed {
  readonly comment: Comment;
  readonly place: CommentPlace | null;
}

/** Reading comments: where each belongs is found anew, from today's clauses. */
@Injectable()
export class CommentsRead {
  constructor(
    private readonly db: DataSource,
    private readonly access: CommentAccess,
    private readonly authors: Authors,
    private readonly names: MentionedNames,
  ) {}

  /** The comments of an appeal with their answers, oldest first. Seven queries, however many there are. */
  async list(
    reader: Reader,
    appealId: string,
    { cursor, limit, state, clause }: CommentsQuery,
  ): Promise<Page<CommentThreadView>> {
    const { appeal, standing } = await this.access.enter(reader, appealId);
    const placed = (await this.placed(appealId)).filter(
      ({ comment, place }) =>
        (!state || stateOf(comment, place) === state) && (!clause || place?.clauseId === clause),
    );
    const after = cursor ? decodeCursor(cursor, 2) : null;
    const rest = after ? placed.filter(({ comment }) => isBehind(comment, after)) : placed;
    const shown = rest.slice(0, limit + 1);
    const threads = await this.threads(shown.slice(0, limit), appeal, standing);
    return toPage(
      shown.map(({ comment }, at) => ({ comment, thread: threads[at] as CommentThreadView })),
      limit,
      ({ thread }) => thread,
      ({ comment }) => [comment.createdAt.toISOString(), comment.id],
    );
  }

  /** Four queries. */
  async places(reader: Reader, appealId: string): Promise<CommentPlaces> {
    const { appeal, standing } = await this.access.enter(reader, appealId);
    const items = (await this.placed(appealId)).map(({ comment, place }) => presentMark(comment, place));
    const count = (wanted: CommentState): number => items.filter(({ state }) => state === wanted).length;
    return {
      items,
      counts: { open: count('open'), resolved: count('resolved'), attention: count('attention') },
      abilities: { comment: mayComment(standing, appeal) },
    };
  }

  /** The comment with the answers to it; of an answer, what it answers. */
  async show(reader: Reader, id: string): Promise<CommentThreadView> {
    const em = this.db.manager;
    const asked = await em.findOneBy(Comment, { id });
    if (!asked) throw refuse(KERNEL_ERRORS, 'object.missing');
    const { appeal, standing } = await this.access.enter(reader, asked.appealId);
    const comment = asked.parentId ? await em.findOneBy(Comment, { id: asked.parentId }) : asked;
    if (!comment) throw refuse(KERNEL_ERRORS, 'object.missing');
    const place = (await clauseTexts(em, appeal.id)).placeOf(comment);
    const [thread] = await this.threads([{ comment, place }], appeal, standing);
    return thread as CommentThreadView;
  }

  /** Bounded by what may be added: `COMMENT_LIMITS.threads`. */
  private async placed(appealId: string): Promise<Placed[]> {
    const em = this.db.manager;
    const comments = await em.find(Comment, {
      where: { appealId, parentId: IsNull() },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    if (comments.length === 0) return [];
    const texts = await clauseTexts(em, appealId);
    return comments.map((comment) => ({ comment, place: texts.placeOf(comment) }));
  }

  private async threads(
    placed: readonly Placed[],
    appeal: Appeal,
    standing: Standing,
  ): Promise<CommentThreadView[]> {
    const replies = await this.db.manager.find(Comment, {
      where: { parentId: In(placed.map(({ comment }) => comment.id)) },
      order: { createdAt: 'ASC', id: 'ASC' },
    });
    const all = [...placed.map(({ comment }) => comment), ...replies];
    const authors = await this.authors.of(all.flatMap((each) => [each.authorId, each.resolvedById]));
    const nameOf = await this.names.of(all.flatMap(({ body }) => mentionsIn(body)));
    const repliesOf = groupBy(replies, ({ parentId }) => parentId);
    return placed.map(({ comment, place }) =>
      presentThread(comment, repliesOf.get(comment.id) ?? [], place, { standing, appeal, authors, nameOf }),
    );
  }
}

/** Today's clauses of an appeal: one query. */
export async function clauseTexts(em: EntityManager, appealId: string): Promise<ClauseTexts> {
  const clauses = await em.find(Clause, {
    select: { id: true, texts: true },
    where: { appealId },
    order: { position: 'ASC' },
  });
  return new ClauseTexts(clauses);
}

function isBehind({ createdAt, id }: Comment, [at, last]: readonly (string | number)[]): boolean {
  const own = createdAt.toISOString();
  return own > String(at) || (own === String(at) && id > String(last));
}

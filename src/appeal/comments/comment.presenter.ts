import type { NameOf } from '../../discussion/mentions/mentioned-names.js';
import { named } from '../../discussion/mentions/named.js';
import type { AuthorView } from '../../forum/forum.contract.js';
import type { Standing } from '../../forum/forum-access.js';
import type { Appeal } from '../appeal.entity.js';
import type { Comment } from './comment.entity.js';
import { stateOf } from './comment-places.js';
import { mayChangeComment, mayReplyToComment, maySettleComment } from './comments.abilities.js';
import type { CommentMark, CommentPlace, CommentThreadView, CommentView } from './comments.contract.js';

/** What a comment is shown with. */
export interface CommentFacts {
  readonly standing: Standing;
  readonly appeal: Pick<Appeal, 'state'>;
  readonly authors: ReadonlyMap<string, AuthorView>;
  readonly nameOf: NameOf;
}

export function presentThread(
  comment: Comment,
  replies: readonly Comment[],
  place: CommentPlace | null,
  facts: CommentFacts,
): CommentThreadView {
  const { standing, appeal, authors } = facts;
  const settles = maySettleComment(standing, appeal, comment);
  const { id, author, body, lang, deleted, createdAt, editedAt, version, abilities } = presentComment(
    comment,
    facts,
  );
  return {
    id,
    author,
    body,
    lang,
    deleted,
    createdAt,
    editedAt,
    version,
    appealId: comment.appealId,
    clauseId: comment.clauseId,
    textLang: comment.textLang,
    quote: comment.exact,
    onPassage: comment.onPassage,
    place,
    state: stateOf(comment, place),
    resolved: comment.resolvedAt && {
      by: authors.get(comment.resolvedById ?? '') ?? null,
      at: comment.resolvedAt.toISOString(),
    },
    replies: replies.map((reply) => presentComment(reply, facts)),
    abilities: {
      edit: abilities.edit,
      delete: abilities.delete,
      reply: mayReplyToComment(standing, appeal, comment),
      resolve: settles && comment.resolvedAt === null,
      reopen: settles && comment.resolvedAt !== null,
    },
  };
}

function presentComment(comment: Comment, { standing, appeal, authors, nameOf }: CommentFacts): CommentView {
  const deleted = comment.deletedAt !== null;
  const change = mayChangeComment(standing, appeal, comment);
  return {
    id: comment.id,
    author: deleted ? null : (authors.get(comment.authorId) ?? null),
    body: named(comment, nameOf, standing),
    lang: comment.lang,
    deleted,
    createdAt: comment.createdAt.toISOString(),
    editedAt: comment.editedAt?.toISOString() ?? null,
    version: comment.version,
    abilities: { edit: change, delete: change },
  };
}

export const presentMark = (comment: Comment, place: CommentPlace | null): CommentMark => ({
  id: comment.id,
  textLang: comment.textLang,
  place,
  state: stateOf(comment, place),
});

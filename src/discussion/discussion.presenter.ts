import type { AuthorView } from '../forum/forum.contract.js';
import type { Standing } from '../forum/forum-access.js';
import { mayEditPost, mayReply } from './discussion.abilities.js';
import type { PostView, QuoteView, ThreadSummary, ThreadView } from './discussion.contract.js';
import type { Post } from './post.entity.js';
import type { Thread } from './thread.entity.js';

type Names = ReadonlyMap<string, AuthorView>;

export function presentThread(thread: Thread, authors: Names): ThreadSummary {
  return {
    id: thread.id,
    title: thread.title,
    lang: thread.lang,
    topicId: thread.topicId,
    author: authorOf(thread, authors),
    posts: thread.posts,
    activeAt: thread.activeAt.toISOString(),
    createdAt: thread.createdAt.toISOString(),
    imported: thread.imported,
  };
}

export function presentThreadView(thread: Thread, authors: Names, standing: Standing): ThreadView {
  return { ...presentThread(thread, authors), abilities: { reply: mayReply(standing) } };
}

/** `body` is the post's with names in it. */
export function presentPost(post: Post, body: string, authors: Names, standing: Standing): PostView {
  return {
    id: post.id,
    threadId: post.threadId,
    parentId: post.parentId,
    author: authorOf(post, authors),
    body,
    lang: post.lang,
    support: post.support,
    opposition: post.opposition,
    imported: post.imported,
    createdAt: post.createdAt.toISOString(),
    editedAt: post.editedAt?.toISOString() ?? null,
    version: post.version,
    abilities: { edit: mayEditPost(standing, post), reply: mayReply(standing) },
  };
}

export function presentQuote(
  quote: string,
  { id, lang, authorId }: Pick<Post, 'id' | 'lang' | 'authorId'>,
  authors: Names,
): QuoteView {
  return { quote, postId: id, lang, author: authorOf({ authorId }, authors) };
}

function authorOf({ authorId }: { authorId: string | null }, authors: Names): AuthorView | null {
  return authorId ? (authors.get(authorId) ?? null) : null;
}

import type { AuthorView } from '../forum/forum.contract.js';

export const DISCUSSION_ERRORS = {
  'post.empty': 'invalid',
  'mention.unknown': 'invalid',
  'mention.too-many': 'invalid',
} as const;

/** `mentions`: of one post, each counted once. */
export const DISCUSSION_LIMITS = { mentions: 20 } as const;

export interface ThreadSummary {
  readonly id: string;
  readonly title: string;
  /** ISO 639 code of the language it is written in: ar, fr, en, or another for imported ones. */
  readonly lang: string;
  readonly topicId: string | null;
  readonly author: AuthorView | null;
  readonly posts: number;
  readonly activeAt: string;
  readonly createdAt: string;
  readonly imported: boolean;
}
export interface ThreadView extends ThreadSummary {
  readonly abilities: { readonly reply: boolean };
}

export interface PostView {
  readonly id: string;
  readonly threadId: string;
  readonly parentId: string | null;
  readonly author: AuthorView | null;
  /**
   * Sanitised HTML of the allowed subset. Who is mentioned stands in a `span` whose `data-mention` is `participant:` or
   * `delegation:` and an id, as `@` and a name: of a delegation in the wished language, of a participant for those who
   * are in the forum.
   */
  readonly body: string;
  readonly lang: string;
  readonly support: number;
  readonly opposition: number;
  readonly imported: boolean;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly version: number;
  readonly abilities: { readonly edit: boolean; readonly reply: boolean };
}
/** A thread of so many posts has a summary. */
export const SUMMED_FROM = 20;
/** A long thread in its own sentences, in its order: nothing is written that nobody wrote. Short ones have none. */
export interface ThreadSummed {
  readonly posts: number;
  readonly quotes: readonly QuoteView[];
}
export interface QuoteView {
  /** Stands to the letter in the post. */
  readonly quote: string;
  readonly postId: string;
  readonly lang: string;
  readonly author: AuthorView | null;
}

/**
 * A thread begins with its first post. `body` is HTML of the allowed subset; anything else is stripped. Spans with
 * `data-mention` mention; what stands in them is for the writer and not kept.
 */
export interface CreateThread {
  readonly title: string;
  readonly body: string;
  readonly lang: string;
  readonly topicId?: string;
}
export interface CreatePost {
  readonly body: string;
  readonly lang: string;
  readonly parentId?: string;
}
export interface UpdatePost {
  readonly body: string;
  readonly version: number;
}

export const DISCUSSION_EVENTS = {
  'thread.opened': 'thread',
  'post.added': 'thread',
  'post.edited': 'thread',
  'post.mentioned': 'post',
} as const;

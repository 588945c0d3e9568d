import type { AuthorView } from '../../forum/forum.contract.js';
import type { Lang } from '../../kernel/localized.js';

/**
 * `threads`: comments of an appeal that answer none, resolved ones counted. `replies`: to one comment. `body` (its words),
 * `html` (the words with their marks), `exact` and `context` (each side): code units.
 */
export const COMMENT_LIMITS = {
  threads: 500,
  replies: 100,
  body: 2_000,
  html: 12_000,
  exact: 600,
  context: 600,
} as const;

/** Resolved; open; or open and on words that are no longer found: somebody has to look where it belongs. */
export const COMMENT_STATES = ['open', 'resolved', 'attention'] as const;
export type CommentState = (typeof COMMENT_STATES)[number];

export const COMMENT_ERRORS = {
  /** The words do not stand in the clause, or several times and nothing tells which. */
  'comment.passage': 'conflict',
  /** What is resolved is not answered, and not resolved again; what is open is not reopened. */
  'comment.state': 'conflict',
  'comment.too-many': 'conflict',
} as const;

/** One comment, or an answer to one. Of a deleted one the place stays where it has answers. */
export interface CommentView {
  readonly id: string;
  /** Null for who deleted it, too. */
  readonly author: AuthorView | null;
  /** Sanitised HTML with mentions, as the body of a post; empty for a deleted one. */
  readonly body: string;
  readonly lang: Lang;
  readonly deleted: boolean;
  readonly createdAt: string;
  readonly editedAt: string | null;
  readonly version: number;
  readonly abilities: { readonly edit: boolean; readonly delete: boolean };
}

/** A comment with its answers, the oldest first. */
export interface CommentThreadView extends Omit<CommentView, 'abilities'> {
  readonly appealId: string;
  /** The clause that it was made on, which may be gone. */
  readonly clauseId: string;
  /** The language of the words that it is about. */
  readonly textLang: Lang;
  /** The words that it was made on; of a comment on a whole clause, how the clause began. */
  readonly quote: string;
  readonly onPassage: boolean;
  readonly place: CommentPlace | null;
  readonly state: CommentState;
  readonly resolved: { readonly by: AuthorView | null; readonly at: string } | null;
  readonly replies: readonly CommentView[];
  readonly abilities: {
    readonly edit: boolean;
    readonly delete: boolean;
    readonly reply: boolean;
    readonly resolve: boolean;
    readonly reopen: boolean;
  };
}

/** Where a comment belongs today. `start` and `end`: of the clause's text in `textLang`; null for the whole clause. */
export interface CommentPlace {
  readonly clauseId: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** All comments of an appeal as marks in its text: at most `COMMENT_LIMITS.threads`. */
export interface CommentPlaces {
  readonly items: readonly CommentMark[];
  readonly counts: Readonly<Record<CommentState, number>>;
  readonly abilities: { readonly comment: boolean };
}
export interface CommentMark {
  readonly id: string;
  readonly textLang: Lang;
  readonly place: CommentPlace | null;
  readonly state: CommentState;
}

/** Words that were pointed at in a clause, with what stands around them (W3C's TextQuoteSelector). */
export interface Passage {
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}
/** `body` is HTML of the allowed subset, in which spans with `data-mention` mention, as in a post. */
export interface AddComment {
  readonly clauseId: string;
  readonly textLang: Lang;
  /** Left out: on the clause as a whole. */
  readonly passage?: Passage;
  readonly body: string;
  readonly lang: Lang;
}
export interface ReplyToComment {
  readonly body: string;
  readonly lang: Lang;
}
export interface UpdateComment {
  readonly body: string;
  readonly version: number;
}

export const COMMENT_EVENTS = {
  'comment.added': 'comment',
  'comment.replied': 'comment',
  'comment.mentioned': 'comment',
  'comment.edited': 'comment',
  'comment.deleted': 'comment',
  'comment.resolved': 'comment',
  'comment.reopened': 'comment',
} as const;

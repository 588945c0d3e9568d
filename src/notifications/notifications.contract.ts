import type { CLAUSE_AMENDMENT_EVENTS } from '../appeal/amendments/clause-amendments.contract.js';
import type { COMMENT_EVENTS } from '../appeal/comments/comments.contract.js';
import type { DISCUSSION_EVENTS } from '../discussion/discussion.contract.js';
import type { AMENDMENT_EVENTS } from '../proposals/amendments/amendments.contract.js';
import type { PROPOSAL_EVENTS } from '../proposals/proposals.contract.js';

/** Groups of people who are told of an event; whoever did it is never among them. */
export const AUDIENCES = [
  'authors',
  'invited',
  'followers',
  'asked',
  'moderators',
  'amender',
  'amender-in-need',
  'mentioned',
  'mentioned-in-proposal',
  'commenters',
] as const;
export type Audience = (typeof AUDIENCES)[number];

/** Who is told of what. What stands in no row is told to nobody. */
export const TELLS = {
  'proposal.co-author-invited': ['invited'],
  'proposal.co-author-joined': ['authors'],
  'proposal.co-author-left': ['authors'],
  'proposal.submitted': ['authors', 'moderators'],
  'proposal.mentioned': ['mentioned-in-proposal'],
  'proposal.returned': ['authors'],
  'proposal.admitted': ['authors', 'followers'],
  'proposal.debated': ['authors', 'followers'],
  'proposal.scheduled': ['authors', 'followers'],
  'proposal.unscheduled': ['authors', 'followers'],
  'proposal.withdrawn': ['authors', 'followers', 'moderators'],
  'proposal.lapsed': ['authors', 'followers'],
  'proposal.merged': ['authors', 'followers', 'asked'],
  'proposal.unmerged': ['authors', 'followers'],
  'proposal.put-to-vote': ['authors', 'followers'],
  'proposal.adopted': ['authors', 'followers'],
  'proposal.rejected': ['authors', 'followers'],
  'proposal.released': ['authors', 'followers'],
  'amendment.submitted': ['authors', 'followers', 'moderators'],
  'amendment.withdrawn': ['authors', 'followers', 'moderators'],
  'amendment.accepted': ['amender', 'authors', 'followers'],
  'amendment.rejected': ['amender', 'authors', 'followers'],
  'amendment.put-to-vote': ['amender', 'authors', 'followers'],
  'amendment.adopted': ['amender', 'authors', 'followers'],
  'amendment.released': ['amender', 'authors', 'followers'],
  'amendment.fallen': ['amender', 'authors', 'followers'],
  'amendment.carried': ['amender-in-need'],
  'clause-amendment.submitted': ['moderators'],
  'clause-amendment.withdrawn': ['moderators'],
  'clause-amendment.accepted': ['amender'],
  'clause-amendment.rejected': ['amender'],
  'clause-amendment.put-to-vote': ['amender'],
  'clause-amendment.adopted': ['amender'],
  'clause-amendment.released': ['amender'],
  'clause-amendment.fallen': ['amender'],
  'clause-amendment.overtaken': ['amender'],
  'post.mentioned': ['mentioned'],
  'comment.mentioned': ['mentioned'],
  'comment.replied': ['commenters'],
  'comment.resolved': ['commenters'],
  'comment.reopened': ['commenters'],
} as const satisfies Partial<
  Record<
    | keyof typeof PROPOSAL_EVENTS
    | keyof typeof AMENDMENT_EVENTS
    | keyof typeof DISCUSSION_EVENTS
    | keyof typeof COMMENT_EVENTS
    | keyof typeof CLAUSE_AMENDMENT_EVENTS,
    readonly Audience[]
  >
>;

export type NotificationType = keyof typeof TELLS;

/** The event whose hint says that there is something new, to the one whom it concerns. */
export const NOTIFICATION_HINT = 'notification.told';

/** How many unread ones are counted; more are told as this many. */
export const UNREAD_LIMIT = 100;

export interface NotificationView {
  /** Place in the log of events: later ones are greater. */
  readonly position: number;
  readonly type: NotificationType;
  readonly at: string;
  readonly read: boolean;
  /** What it is about: a proposal, with or without an amendment to it, a post, a comment, or an amendment to the appeal. */
  readonly proposal: {
    readonly id: string;
    readonly number: number;
    readonly title: string;
    readonly titleLang: string;
  } | null;
  readonly amendment: { readonly id: string; readonly number: number } | null;
  /** With the title of its thread. */
  readonly post: {
    readonly id: string;
    readonly threadId: string;
    readonly title: string;
    readonly titleLang: string;
  } | null;
  /** With the title of the appeal. */
  readonly comment: {
    readonly id: string;
    readonly appealId: string;
    readonly title: string;
    readonly titleLang: string;
  } | null;
  /** With the title of the appeal. */
  readonly clauseAmendment: {
    readonly id: string;
    readonly number: number;
    readonly appealId: string;
    readonly title: string;
    readonly titleLang: string;
  } | null;
}

export interface UnreadCount {
  /** At most `UNREAD_LIMIT`. */
  readonly unread: number;
}

/** All of one's own notifications from one position to another, both included. */
export interface ReadNotifications {
  readonly from: number;
  readonly to: number;
}

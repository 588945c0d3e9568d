import type { Localized } from '../../kernel/localized.js';
import type { ProposalState } from '../../proposals/proposals.contract.js';
import type { Paragraph } from '../../text/rich-text.contract.js';

/** A text as it will be stored: HTML of the allowed subset, and its words. */
export interface RichText {
  readonly body: string;
  readonly plain: string;
}

/**
 * What a row becomes. Keys are the source's own names for things, the same in every export of the same
 * platform: what has a key that is known is never brought in twice.
 */
export type Item = TopicItem | ProposalItem | ThreadItem | PostItem;

export interface TopicItem {
  readonly kind: 'topic';
  readonly key: string;
  readonly name: Localized;
}

export interface ProposalItem {
  readonly kind: 'proposal';
  readonly key: string;
  readonly topic: string | null;
  readonly lang: string;
  readonly texts: readonly ProposalItemText[];
  readonly support: number;
  readonly state: ProposalState;
  readonly createdAt: string;
}

export interface ProposalItemText {
  readonly lang: string;
  readonly title: string;
  readonly paragraphs: readonly Paragraph[];
  readonly plain: string;
}

export interface ThreadItem {
  readonly kind: 'thread';
  readonly key: string;
  readonly topic: string | null;
  readonly title: string;
  readonly lang: string;
  readonly createdAt: string;
  /** Comes in only if posts go with it: a proposal that nobody commented on has no thread. */
  readonly onlyWithPosts: boolean;
}

export interface PostItem extends RichText {
  readonly kind: 'post';
  readonly key: string;
  /** Key of the thread. */
  readonly thread: string;
  /** Key of the post that it answers. */
  readonly parent: string | null;
  readonly lang: string;
  readonly support: number;
  readonly opposition: number;
  readonly createdAt: string;
}

/** Keys of what came in a bundle begin so; the id follows that the thing had where it was exported. */
export const BUNDLE_KEY = 'bundle/';

/** One row of a file: its items, the one that counts as the row first after its topic; or why it stays out. */
export interface ReadRow {
  readonly file: string;
  readonly line: number | null;
  readonly items: readonly Item[];
  readonly bad: string | null;
  readonly hidden: boolean;
}

/** A row cannot be used. The message is a clause without a full stop, for the list of bad rows. */
export class BadRow extends Error {}

/** The path holds nothing that can be imported. The message is one sentence. */
export class BadSource extends Error {}

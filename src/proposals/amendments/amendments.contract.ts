import type { AuthorView } from '../../forum/forum.contract.js';
import type { Paragraph, WrittenParagraph } from '../../text/rich-text.contract.js';

/** How an amendment moves: see `amendment.states.ts`. */
export const AMENDMENT_STATES = [
  'draft',
  'submitted',
  'voted',
  'accepted',
  'adopted',
  'rejected',
  'fallen',
  'withdrawn',
] as const;
export type AmendmentState = (typeof AMENDMENT_STATES)[number];

export const AMENDMENT_LIMITS = { reason: 2_000, together: 200 } as const;

export const AMENDMENT_ERRORS = {
  'amendment.state': 'conflict',
  'amendment.nothing': 'invalid',
  'amendment.conflict': 'conflict',
  'amendment.level': 'conflict',
  'amendment.closed': 'conflict',
  'amendment.open': 'conflict',
  'amendment.order': 'conflict',
} as const;

/** One paragraph that an amendment changes, with what stands there in the version that it is based on. */
export interface ParagraphChange {
  readonly kind: 'replace' | 'insert' | 'delete';
  /** @pattern ^[0-9A-HJKMNP-TV-Z]{8}$ */
  readonly paragraphId: string;
  /**
   * Of an insertion: the paragraph behind which it comes to stand; null is the beginning.
   * @pattern ^[0-9A-HJKMNP-TV-Z]{8}$
   */
  readonly after: string | null;
  readonly was: Paragraph | null;
  readonly now: Paragraph | null;
}

/** A change that could not be carried over when the text moved on: what it was written on, and what stands there now. */
export interface Conflict {
  readonly change: ParagraphChange;
  readonly now: Paragraph | null;
}

export interface AmendmentView {
  readonly id: string;
  /** Counts from 1 in each proposal; people say "amendment 3 to proposal 12". */
  readonly number: number;
  readonly proposalId: string;
  readonly parentId: string | null;
  readonly state: AmendmentState;
  readonly author: AuthorView | null;
  readonly reason: string;
  /** The version of the proposal whose text it changes. */
  readonly basedOn: number;
  readonly changes: readonly ParagraphChange[];
  /** While there are some it needs its author, and is not decided. */
  readonly conflicts: readonly Conflict[];
  /** As the authors of the proposal took it, where they changed it. */
  readonly modified: readonly ParagraphChange[] | null;
  readonly decision: {
    readonly by: AuthorView | null;
    readonly reason: string | null;
    readonly at: string;
  } | null;
  readonly version: number;
  readonly abilities: AmendmentAbilities;
}

export interface AmendmentAbilities {
  readonly edit: boolean;
  readonly submit: boolean;
  readonly withdraw: boolean;
  readonly accept: boolean;
  readonly reject: boolean;
  readonly amend: boolean;
  readonly putToVote: boolean;
}

/** Amendments that cannot all be adopted as they are: they change the same words, or put texts at the same place. */
export interface CollisionView {
  /**
   * The paragraph whose words are fought over, or behind which different ones are to stand; null is the beginning.
   * @pattern ^[0-9A-HJKMNP-TV-Z]{8}$
   */
  readonly paragraphId: string | null;
  readonly about: 'words' | 'place';
  readonly amendmentIds: readonly string[];
}

/** What follows from adopting one: pairs of ids. */
export interface ConsequencesView {
  /** If one is adopted, the other falls. */
  readonly excludes: readonly (readonly [string, string])[];
  /** The first falls if the second is not adopted. */
  readonly depends: readonly (readonly [string, string])[];
}

export interface AmendmentOrderView {
  readonly amendmentIds: readonly string[];
  readonly consequences: ConsequencesView;
  readonly by: AuthorView | null;
  readonly publishedAt: string;
}

/** All amendments of a proposal, by number, and how they stand to each other. */
export interface AmendmentsView {
  readonly amendments: readonly AmendmentView[];
  readonly collisions: readonly CollisionView[];
  /** In which order those that are open would be voted on by rule, and what follows. */
  readonly proposed: Omit<AmendmentOrderView, 'by' | 'publishedAt'>;
  /** As the chair published it; null while it is not. */
  readonly order: AmendmentOrderView | null;
  readonly abilities: { readonly propose: boolean; readonly order: boolean };
}

/** The whole text as its author wants it; what is changed is found. */
export interface WriteAmendment {
  readonly reason: string;
  readonly paragraphs: readonly WrittenParagraph[];
}
export interface CreateAmendment extends WriteAmendment {
  readonly parentId?: string;
  /**
   * What it was written on: the number of the proposal's version or, of one of the second level, the version of the
   * amendment that it changes. Where that is not what stands, it is refused: it would take back what came between.
   */
  readonly writtenOn?: number;
}
export interface UpdateAmendment extends WriteAmendment {
  readonly version: number;
}
export interface MoveAmendment {
  readonly version: number;
  readonly reason?: string;
}
/** Taken by the authors of the proposal; with `paragraphs`, otherwise than it was made. */
export interface AcceptAmendment extends MoveAmendment {
  readonly paragraphs?: readonly WrittenParagraph[];
}
/** The same for several at once: all or none. */
export interface DecideAmendments {
  readonly move: 'accept' | 'reject';
  readonly reason: string;
  readonly amendments: readonly { readonly id: string; readonly version: number }[];
}
export interface PublishOrder {
  readonly amendmentIds: readonly string[];
}
/** Polls that were prepared, in the order in which they are to be opened. */
export interface PreparedPolls {
  readonly pollIds: readonly string[];
}

export const AMENDMENT_EVENTS = {
  'amendment.drafted': 'amendment',
  'amendment.edited': 'amendment',
  'amendment.submitted': 'amendment',
  'amendment.withdrawn': 'amendment',
  'amendment.accepted': 'amendment',
  'amendment.rejected': 'amendment',
  'amendment.put-to-vote': 'amendment',
  'amendment.adopted': 'amendment',
  'amendment.released': 'amendment',
  'amendment.fallen': 'amendment',
  'amendment.carried': 'amendment',
} as const;

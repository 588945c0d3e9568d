import type { AuthorView } from '../../forum/forum.contract.js';
import type { Paragraph, WrittenParagraph } from '../../text/rich-text.contract.js';
import type { AmendmentState } from '../amendments/amendments.contract.js';

export const MERGING_STATES = ['open', 'finished', 'given-up'] as const;
export type MergingState = (typeof MERGING_STATES)[number];

/** What somebody chose: at a spot of the text the first three, of an amendment the last. */
export const CHOICE_KINDS = ['original', 'take', 'write', 'reject'] as const;
export type ChoiceKind = (typeof CHOICE_KINDS)[number];

export const MERGING_LIMITS = { amendments: 1_000, paragraphs: 50, reason: 2_000 } as const;

export const MERGING_ERRORS = {
  /** Somebody else chose, undid or finished in between, or the text moved on: look again. */
  'merge.moved': 'conflict',
  /** It was finished or given up, or was never begun. */
  'merge.over': 'conflict',
  /** There is no such spot, or an amendment that is named wants nothing there. */
  'merge.spot': 'invalid',
  /** Those cannot be taken together: they want other words in the same place. */
  'merge.collides': 'invalid',
  /** Something needs another choice first; the view says what. */
  'merge.unsettled': 'conflict',
  /** Nothing was taken, written or rejected. */
  'merge.nothing': 'conflict',
} as const;

/** What becomes of an amendment when the merge is finished. Open ones are carried over to the next version. */
export const MERGE_FATES = ['accepted', 'modified', 'rejected', 'fallen', 'open'] as const;
export type MergeFate = (typeof MERGE_FATES)[number];

/** A stretch of a paragraph, with the amendments that want it so. */
export interface MergePiece {
  readonly op: 'keep' | 'insert' | 'delete';
  readonly html: string;
  readonly amendmentIds: readonly string[];
}

/** A paragraph as it would read. Of one that is taken out `html` is what was there. */
export interface MergeParagraph extends Paragraph {
  readonly fate: 'kept' | 'changed' | 'inserted' | 'deleted';
  readonly pieces: readonly MergePiece[];
}

/** What would stand at a spot if the wish of these amendments, who want the same there, were taken alone. */
export interface MergeOption {
  readonly amendmentIds: readonly string[];
  readonly reads: readonly MergeParagraph[];
}

export interface MergeChoice {
  /** Its number in the log, from 1. */
  readonly sequence: number;
  readonly spot: string;
  readonly kind: ChoiceKind;
  readonly amendmentIds: readonly string[];
  /** The third text. */
  readonly paragraphs: readonly Paragraph[] | null;
  readonly reason: string | null;
  readonly by: AuthorView | null;
  readonly at: string;
  /** What it was chosen on is another by now: it counts for nothing until somebody chooses again or undoes it. */
  readonly stale: boolean;
}

/** A place of the text with what can stand there: a paragraph, or what comes behind one. */
export interface MergeSpot {
  /** `paragraph <id>`, `place <id of the paragraph before>`, or `beginning`. */
  readonly spot: string;
  /** Null where something is put behind a paragraph. */
  readonly paragraph: Paragraph | null;
  /** None where nobody wants anything else. */
  readonly options: readonly MergeOption[];
  /** Pairs of amendments that cannot both be taken here. */
  readonly excludes: readonly (readonly [string, string])[];
  readonly choice: MergeChoice | null;
  /** Amendments that were submitted after the choice was made. */
  readonly since: readonly string[];
  readonly reads: readonly MergeParagraph[];
}

export interface MergeAmendment {
  readonly id: string;
  readonly number: number;
  readonly parentId: string | null;
  readonly state: AmendmentState;
  readonly author: AuthorView | null;
  readonly reason: string;
  /** It needs its author, or is before the voters, or amends another one: nothing of it can be taken. */
  readonly waits: boolean;
  /** At how many spots it wants something, and at how many of those that is taken, or settled by a third text. */
  readonly spots: number;
  readonly taken: number;
  readonly written: number;
  readonly rejection: MergeChoice | null;
  readonly fate: MergeFate;
}

/** What has to be settled before the merge can be finished. */
export interface MergeProblem {
  /**
   * stale: the text or an amendment moved on under a choice. twice: a paragraph that was moved would stand in both
   * places, take both of its changes or none. contradiction: something of an amendment is taken that is to be rejected.
   */
  readonly kind: 'stale' | 'twice' | 'contradiction';
  readonly spot: string;
}

export interface MergeView {
  readonly proposalId: string;
  /** The version on which everything here stands. */
  readonly basedOn: number;
  readonly lang: string;
  readonly merging: {
    readonly id: string;
    /** Counts choices and undoings. */
    readonly version: number;
    readonly by: AuthorView | null;
    readonly at: string;
  } | null;
  readonly spots: readonly MergeSpot[];
  readonly amendments: readonly MergeAmendment[];
  /** Choices whose spot is not there any more; to be undone. */
  readonly lost: readonly MergeChoice[];
  readonly problems: readonly MergeProblem[];
  readonly decided: { readonly done: number; readonly of: number };
  readonly abilities: MergingAbilities;
}

export interface MergingAbilities {
  readonly begin: boolean;
  readonly choose: boolean;
  readonly reject: boolean;
  readonly finish: boolean;
}

export interface ChooseInMerge {
  readonly spot: string;
  /** The sequence of the choice that stood there; 0 for none. Where another stands by now: `merge.moved`. */
  readonly over: number;
  readonly kind: ChoiceKind;
  /** Whose wishes are taken, or what a third text settles. */
  readonly amendmentIds?: readonly string[];
  /** The third text. */
  readonly paragraphs?: readonly WrittenParagraph[];
  /** Why an amendment is rejected. */
  readonly reason?: string;
}
export interface UndoInMerge {
  /** Of the standing choice that is taken back; the one before it stands again. */
  readonly sequence: number;
}
export interface FinishMerge {
  /** Of the merge and of the text, as they were seen. Where either is another by now: `merge.moved`. */
  readonly version: number;
  readonly basedOn: number;
  readonly reason?: string;
}
export interface FinishedMerge {
  /** The number of the version that was made; null where amendments were rejected only. */
  readonly number: number | null;
}

/** A stretch of a paragraph that came into the text with one version. */
export interface TracedRun {
  readonly html: string;
  /** The version with which it came. */
  readonly versionNumber: number;
  /** Those that brought it; none where the authors of the proposal wrote it. */
  readonly amendmentIds: readonly string[];
}
export interface TracedParagraph {
  /** @pattern ^[0-9A-HJKMNP-TV-Z]{8}$ */
  readonly paragraphId: string;
  readonly kind: Paragraph['kind'];
  readonly runs: readonly TracedRun[];
}
/** An amendment that is in the text, with the vote that put it there. */
export interface TracedAmendment {
  readonly id: string;
  readonly number: number;
  readonly state: AmendmentState;
  readonly author: AuthorView | null;
  readonly poll: { readonly id: string; readonly adopted: boolean | null } | null;
}
/** A version of which every word can be followed to the amendment that brought it. */
export interface TracesView {
  readonly number: number;
  readonly lang: string;
  readonly paragraphs: readonly TracedParagraph[];
  readonly amendments: readonly TracedAmendment[];
}

/** The subject is the proposal whose amendments are merged. */
export const MERGING_EVENTS = {
  'merge.begun': 'merge',
  'merge.chosen': 'merge',
  'merge.undone': 'merge',
  'merge.finished': 'merge',
  'merge.given-up': 'merge',
} as const;

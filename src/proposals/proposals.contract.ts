import type { Admission, AuthorView, Region } from '../forum/forum.contract.js';
import type { Localized } from '../kernel/localized.js';
import type { Paragraph, WrittenParagraph } from '../text/rich-text.contract.js';
import type { AttachmentView } from './attachments/attachments.contract.js';

/** How a proposal moves: see `proposal.states.ts`. */
export const PROPOSAL_STATES = [
  'draft',
  'submitted',
  'returned',
  'admitted',
  'debated',
  'scheduled',
  'voted',
  'adopted',
  'rejected',
  'withdrawn',
  'merged',
  'lapsed',
] as const;
export type ProposalState = (typeof PROPOSAL_STATES)[number];

export const PROPOSAL_LIMITS = {
  title: 200,
  summary: 500,
  paragraphs: 1_000,
  /** UTF-16 units of one paragraph's HTML. */
  paragraph: 20_000,
  coAuthors: 20,
  concernedCities: 50,
  savedFilters: 20,
} as const;

export const PROPOSAL_ERRORS = {
  'proposal.state': 'conflict',
  'proposal.empty': 'invalid',
  'proposal.source-language': 'conflict',
  'proposal.session': 'conflict',
  'proposal.amendments': 'conflict',
  'proposal.merge': 'conflict',
  'proposal.link': 'conflict',
  'author.invited': 'conflict',
  'author.missing': 'missing',
  'author.not-seated': 'conflict',
  'author.too-many': 'conflict',
  'endorsement.own': 'conflict',
  'endorsement.no-city': 'forbidden',
  'filter.taken': 'conflict',
  'filter.too-many': 'conflict',
} as const;

/** A proposal's words in one language. */
export interface ProposalText {
  readonly lang: string;
  readonly title: string;
  readonly summary: string;
  readonly paragraphs: readonly Paragraph[];
  /** Of a translation: whether title and summary, and which paragraphs, lag behind the text that was written. */
  readonly stale: { readonly head: boolean; readonly paragraphs: readonly string[] };
}

export interface ProposalSummary {
  readonly id: string;
  /** Counts from 1 in each forum; people say "proposal 12". */
  readonly number: number;
  readonly state: ProposalState;
  /** Title and summary in the wished language where there is one, else in the language it was written in. */
  readonly title: string;
  readonly summary: string;
  readonly titleLang: string;
  readonly topicId: string | null;
  readonly author: AuthorView | null;
  /** Persons who endorse it, and delegations of which the head does. */
  readonly endorsements: number;
  readonly endorsingCities: number;
  readonly importedSupport: number;
  readonly imported: boolean;
  readonly createdAt: string;
  /** When it was last moved, edited or endorsed. */
  readonly activeAt: string;
}

export interface ProposalView extends ProposalSummary {
  /** The language it was written in; `texts` holds it and its translations. */
  readonly lang: string;
  readonly texts: readonly ProposalText[];
  /** Files that belong to it, in the order in which they were added. */
  readonly attachments: readonly AttachmentView[];
  readonly version: number;
  readonly coAuthors: readonly AuthorView[];
  /** Asked to be co-authors, and not named before they have agreed; only authors see them. */
  readonly invited: readonly AuthorView[];
  /** Cities that it is about, by id. */
  readonly cityIds: readonly string[];
  readonly sessionId: string | null;
  readonly endorsed: boolean;
  readonly endorsers: readonly AuthorView[];
  readonly cityEndorsements: readonly CityEndorsement[];
  /** What the organiser asks for before a proposal is admitted by rule; null where moderators decide. */
  readonly admission: Admission | null;
  readonly mergedInto: ProposalReference | null;
  /** What was merged into it. */
  readonly merged: readonly ProposalReference[];
  readonly linked: readonly ProposalReference[];
  /** Endorsed by the reader, merged into this one, and not answered yet: whether they endorse this one too. */
  readonly asksFor: readonly ProposalReference[];
  readonly moves: readonly MoveView[];
  readonly versions: readonly VersionSummary[];
  readonly followed: boolean;
  readonly abilities: ProposalAbilities;
}

export interface ProposalAbilities {
  readonly edit: boolean;
  readonly translate: boolean;
  /** To add files to it, and to take them away. */
  readonly attach: boolean;
  readonly invite: boolean;
  /** The reader was asked to be a co-author, and may agree or not. */
  readonly answerInvitation: boolean;
  /** As a co-author, no longer to be one. */
  readonly leave: boolean;
  readonly submit: boolean;
  readonly admit: boolean;
  readonly return: boolean;
  readonly debate: boolean;
  readonly schedule: boolean;
  readonly unschedule: boolean;
  readonly withdraw: boolean;
  readonly lapse: boolean;
  readonly merge: boolean;
  readonly unmerge: boolean;
  /** To merge its amendments into the next version. */
  readonly mergeAmendments: boolean;
  readonly link: boolean;
  readonly endorse: boolean;
  /** For the city, as the head of its delegation. */
  readonly endorseForCity: boolean;
  readonly putToVote: boolean;
  readonly follow: boolean;
}

export interface ProposalReference {
  readonly id: string;
  readonly number: number;
  readonly state: ProposalState;
  readonly title: string;
  readonly titleLang: string;
}

export interface CityEndorsement {
  readonly delegationId: string;
  readonly city: Localized;
  /** Null where the country of the city is not known. */
  readonly region: Region | null;
  readonly by: AuthorView | null;
  readonly at: string;
}

/** A step of its way. `by` is null for a vote's outcome, the rule of admission, and people who are gone. */
export interface MoveView {
  readonly move: string;
  readonly from: ProposalState;
  readonly to: ProposalState;
  readonly by: AuthorView | null;
  readonly reason: string | null;
  readonly at: string;
}

export const VERSION_CAUSES = ['submitted', 'amended', 'merged'] as const;
export type VersionCause = (typeof VERSION_CAUSES)[number];
export interface VersionSummary {
  readonly number: number;
  readonly cause: VersionCause;
  readonly by: AuthorView | null;
  readonly at: string;
}
/** A kept version, whole. */
export interface VersionView extends VersionSummary {
  readonly texts: readonly Omit<ProposalText, 'stale'>[];
  readonly traces: readonly Trace[];
}
/** Which amendments changed a paragraph on the way to a version. */
export interface Trace {
  /** @pattern ^[0-9A-HJKMNP-TV-Z]{8}$ */
  readonly paragraphId: string;
  readonly amendmentIds: readonly string[];
}

/** Title and text as they are written. */
export interface WrittenText {
  readonly title: string;
  readonly summary?: string;
  /** Known ids stay with their paragraphs; what has none keeps that of the paragraph it is most alike, or gets one. */
  readonly paragraphs: readonly WrittenParagraph[];
}
export interface CreateProposal extends WrittenText {
  readonly lang: string;
  readonly topicId?: string;
  readonly cityIds?: readonly string[];
}
export interface UpdateProposal extends WrittenText {
  readonly topicId?: string | null;
  readonly cityIds?: readonly string[];
  readonly version: number;
}
/** A translation. Its paragraphs have the ids of those that they translate. */
export interface WriteTranslation extends WrittenText {
  readonly version: number;
  /** Parts that were looked at and are right as they stand, though what they translate was changed. */
  readonly checked?: { readonly head?: boolean; readonly paragraphs?: readonly string[] };
}
export interface MoveProposal {
  readonly version: number;
  readonly reason?: string;
}
export interface ScheduleProposal extends MoveProposal {
  readonly sessionId: string;
}
export interface MergeProposal extends MoveProposal {
  readonly intoId: string;
  readonly reason: string;
}
export interface InviteCoAuthor {
  readonly participantId: string;
  readonly version: number;
}
export interface LinkProposals {
  readonly otherId: string;
}

/** What is alike enough to be shown to who is writing. */
export interface SimilarProposal extends ProposalReference {
  readonly summary: string;
  /** From 0 to 1000: 1000 is the same words. */
  readonly likeness: number;
}

export const PROPOSAL_SORTS = ['new', 'active', 'endorsed', 'breadth'] as const;
export type ProposalSort = (typeof PROPOSAL_SORTS)[number];

/** How many proposals there are in each state, of those that the reader sees. */
export type ProposalCounts = Readonly<Record<ProposalState, number>>;

/** What narrows a list of proposals; the same in the address of a page, a request and a saved filter. */
export interface ProposalFilter {
  readonly q?: string;
  readonly topic?: string;
  readonly state?: ProposalState;
  /** Of the author, or concerned. */
  readonly city?: string;
  readonly author?: string;
  /** The language in which it was written. */
  readonly written?: string;
  readonly mine?: boolean;
  readonly followed?: boolean;
  readonly sort?: ProposalSort;
}
export interface SavedFilter {
  readonly id: string;
  readonly name: string;
  readonly query: ProposalFilter;
}
export interface SaveFilter {
  readonly name: string;
  readonly query: ProposalFilter;
}

export const PROPOSAL_EVENTS = {
  'proposal.drafted': 'proposal',
  'proposal.edited': 'proposal',
  'proposal.translated': 'proposal',
  'proposal.attached': 'proposal',
  'proposal.detached': 'proposal',
  'proposal.co-author-invited': 'proposal',
  'proposal.co-author-joined': 'proposal',
  'proposal.co-author-left': 'proposal',
  'proposal.submitted': 'proposal',
  'proposal.mentioned': 'proposal',
  'proposal.returned': 'proposal',
  'proposal.admitted': 'proposal',
  'proposal.debated': 'proposal',
  'proposal.scheduled': 'proposal',
  'proposal.unscheduled': 'proposal',
  'proposal.withdrawn': 'proposal',
  'proposal.lapsed': 'proposal',
  'proposal.merged': 'proposal',
  'proposal.unmerged': 'proposal',
  'proposal.linked': 'proposal',
  'proposal.unlinked': 'proposal',
  'proposal.put-to-vote': 'proposal',
  'proposal.adopted': 'proposal',
  'proposal.rejected': 'proposal',
  'proposal.released': 'proposal',
  'proposal.endorsed': 'proposal',
  'proposal.endorsement-withdrawn': 'proposal',
} as const;

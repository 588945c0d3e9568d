import type { Lang, Localized, PartlyLocalized } from '../kernel/localized.js';

export const APPEAL_STATES = [
  'compiling',
  'drafting',
  'reviewing',
  'adopting',
  'adopted',
  'publishing',
  'published',
  'failed',
  'superseded',
] as const;
export type AppealState = (typeof APPEAL_STATES)[number];
export const CLAUSE_KINDS = ['preambular', 'operative'] as const;
export type ClauseKind = (typeof CLAUSE_KINDS)[number];
export const FATES = ['retained', 'merged', 'deferred', 'not-retained'] as const;
export type Fate = (typeof FATES)[number];
export const SOURCE_USES = ['verbatim', 'condensed', 'inspired'] as const;
export type SourceUse = (typeof SOURCE_USES)[number];
export const CONTRIBUTION_KINDS = ['proposal', 'post'] as const;
export type ContributionKind = (typeof CONTRIBUTION_KINDS)[number];

/** `keep` what people made of the clause, `take` what the new compile has, or make `both` changes of its words. */
export const SUGGESTION_DECISIONS = ['keep', 'take', 'both'] as const;
export type SuggestionDecision = (typeof SUGGESTION_DECISIONS)[number];

export const APPEAL_ERRORS = {
  'appeal.in-work': 'conflict',
  'appeal.state': 'conflict',
  'appeal.compile-failed': 'internal',
  'appeal.suggestions-open': 'conflict',
  'appeal.nothing-to-compile': 'conflict',
  'appeal.fates-undecided': 'conflict',
  'appeal.no-clauses': 'conflict',
  'appeal.compile-outdated': 'conflict',
  'appeal.words-missing': 'conflict',
  'appeal.words-unapproved': 'conflict',
  'appeal.words-stale': 'conflict',
  'appeal.amendments-open': 'conflict',
  'appeal.not-adopted': 'conflict',
  'appeal.being-voted': 'conflict',
  'clause.needs-source': 'conflict',
  'source.not-found': 'conflict',
  'suggestion.decided': 'conflict',
  'suggestion.apart': 'conflict',
} as const;

/**
 * What may stand in the way of an appeal, the most laborious first, and of which step: of its being put to adoption, or
 * of its publication.
 */
export const OBSTACLES = {
  'appeal.fates-undecided': 'publication',
  'appeal.suggestions-open': 'adoption',
  'appeal.amendments-open': 'adoption',
  'appeal.no-clauses': 'adoption',
  'clause.needs-source': 'adoption',
  'appeal.words-missing': 'adoption',
  'appeal.words-stale': 'adoption',
  'appeal.words-unapproved': 'adoption',
  'source.not-found': 'publication',
  'appeal.compile-outdated': 'publication',
  /** These are other words than those that were adopted. */
  'appeal.not-adopted': 'publication',
} as const satisfies Partial<Record<keyof typeof APPEAL_ERRORS, 'adoption' | 'publication'>>;
export type ObstacleCode = keyof typeof OBSTACLES;

/** How many places of one obstacle are named. */
export const OBSTACLE_PLACES = 20;

/** `count` is how many there are; `clauseIds` the first clauses where it is removed, in their order, where clauses have it. */
export interface Obstacle {
  readonly code: ObstacleCode;
  readonly blocks: 'adoption' | 'publication';
  readonly count: number;
  readonly clauseIds: readonly string[];
}

export interface AppealSummary {
  readonly id: string;
  readonly slug: string;
  readonly title: Localized;
  readonly lang: Lang;
  readonly state: AppealState;
  /** Per cent of the compile or the release under way. */
  readonly progress: number;
  readonly error: string | null;
  readonly version: number;
  readonly publishedAt: string | null;
  /** Address of the published page; null before. */
  readonly page: string | null;
  /** The appeal that this one corrects, and why; null for a first one. */
  readonly supersedesId: string | null;
  readonly correction: string | null;
}

export interface AppealView extends AppealSummary {
  readonly clauses: readonly ClauseView[];
  readonly coverage: CoverageView;
  /** What was discussed, in some of its own sentences: annexed to the text, no part of it. In the order of the topics. */
  readonly discussed: readonly DiscussedTopicView[];
  readonly abilities: {
    readonly edit: boolean;
    /** Fates may still be decided when the text stands still. */
    readonly decideFates: boolean;
    readonly openReview: boolean;
    readonly putToAdoption: boolean;
    readonly redraft: boolean;
    /** It, or a clause of it, may be put to the vote. */
    readonly putToVote: boolean;
    readonly publish: boolean;
    readonly recompile: boolean;
    readonly correct: boolean;
  };
  /** What the last compile would do to clauses that people have worked on, for those who decide; in their order. */
  readonly suggestions: readonly SuggestionView[];
  /** What stands in the way of adopting and publishing it, in the order of OBSTACLES. */
  readonly missing: readonly Obstacle[];
  /** SHA-256 of the text in its three languages: what is voted on and signed. See `adoption/text-hash.ts`. */
  readonly textHash: string;
  /** The text that was adopted, by which round and when; null before. It is these words while the hashes are equal. */
  readonly adoption: {
    readonly textHash: string;
    readonly roundId: string;
    readonly pollId: string;
    readonly at: string;
  } | null;
}

export interface ClauseView {
  readonly id: string;
  readonly kind: ClauseKind;
  readonly topicId: string | null;
  readonly position: number;
  /** The language the clause was written in; `texts` may lack others. */
  readonly lang: string;
  readonly texts: PartlyLocalized;
  /** Why a clause stands without source; null for clauses with sources. */
  readonly editorial: string | null;
  readonly sources: readonly SourceView[];
  /** The numbers behind the clause's rank, each part named. */
  readonly score: {
    readonly support: number;
    readonly cities: number;
    readonly regions: number;
    readonly languages: number;
    /** Those of the cities that stand behind it as such, by the head of their delegation. */
    readonly endorsingCities: number;
    readonly total: number;
  } | null;
  readonly version: number;
}

export interface SourceView {
  readonly id: string;
  readonly contribution: { readonly kind: ContributionKind; readonly id: string };
  /** The discussion that a post stands in; null for a proposal. */
  readonly threadId: string | null;
  readonly lang: string;
  readonly quote: string;
  readonly use: SourceUse;
  readonly cityName: Localized | null;
}

/** What was discussed of one topic; null is what belongs to none. */
export interface DiscussedTopicView {
  readonly topicId: string | null;
  readonly quotes: readonly DiscussedQuote[];
}

/** A sentence that stands to the letter in a post. */
export interface DiscussedQuote {
  readonly contribution: { readonly kind: ContributionKind; readonly id: string };
  readonly threadId: string;
  readonly lang: string;
  readonly quote: string;
  readonly cityName: Localized | null;
}

/**
 * One clause on which people and the last compile differ. Without `ours` people took the clause out, and the compile
 * words it anew; without `theirs` the compile no longer has it. Nothing is done before it is decided.
 */
export interface SuggestionView {
  readonly id: string;
  readonly clauseId: string;
  /** As the compile before had it, which both sides began from. */
  readonly base: SuggestedText;
  readonly ours: SuggestedText | null;
  readonly theirs: SuggestedText | null;
  /** The words with both changes made, where they can be had together. */
  readonly both: PartlyLocalized | null;
  /** The version of the clause that `ours` shows, to be sent with the decision; null without `ours`. */
  readonly version: number | null;
}

export interface SuggestedText {
  readonly kind: ClauseKind;
  readonly topicId: string | null;
  readonly lang: string;
  readonly texts: PartlyLocalized;
  readonly sources: number;
}

/** Shares are counts, not per cents: whoever shows them divides. Fates are those proposed or decided so far. */
export interface CoverageView {
  readonly total: number;
  readonly confirmed: number;
  readonly byFate: Readonly<Record<Fate, number>>;
  /** Every city that takes part, whether it said anything or not; null is who speaks for none. */
  readonly byCity: readonly CityCoverage[];
  readonly byLang: readonly LangCoverage[];
}

/** `used` is what was retained or merged, `undecided` what nobody has confirmed yet, of all fates. */
interface Fared {
  readonly total: number;
  readonly used: number;
  readonly undecided: number;
  readonly byFate: Readonly<Record<Fate, number>>;
}
export interface CityCoverage extends Fared {
  readonly cityName: Localized | null;
  /** Clauses that rest on a contribution of the city. */
  readonly clauses: number;
}
export interface LangCoverage extends Fared {
  readonly lang: string;
}

export interface FateView {
  readonly contribution: { readonly kind: ContributionKind; readonly id: string };
  /** The discussion that a post stands in; null for a proposal. */
  readonly threadId: string | null;
  readonly title: string;
  readonly lang: string;
  readonly cityName: Localized | null;
  readonly fate: Fate;
  readonly reason: string;
  readonly confirmed: boolean;
}

export interface CompileAppeal {
  readonly lang: Lang;
}
export interface WriteClause {
  readonly kind: ClauseKind;
  readonly topicId?: string | null;
  readonly texts: PartlyLocalized;
  readonly lang: Lang;
  readonly editorial?: string | null;
  /** Place in the order, from 0; left out: at the end of its kind and topic. */
  readonly position?: number;
}
export interface UpdateClause extends Partial<WriteClause> {
  readonly version: number;
}
export interface UpdateAppeal {
  readonly title: Localized;
  readonly version: number;
}
export interface CorrectAppeal {
  readonly reason: string;
  readonly version: number;
}
export interface MoveAppeal {
  readonly version: number;
}
export interface RedraftAppeal extends MoveAppeal {
  readonly reason: string;
}
export interface AddSource {
  readonly contribution: { readonly kind: ContributionKind; readonly id: string };
  readonly quote: string;
  readonly use: SourceUse;
}
export interface DecideSuggestion {
  readonly decision: SuggestionDecision;
  readonly version: number | null;
}
/** Confirms or changes fates, in bulk. Without `items`, confirms everything that the compile proposed. */
export interface DecideFates {
  readonly items?: readonly {
    readonly contribution: { readonly kind: ContributionKind; readonly id: string };
    readonly fate: Fate;
    readonly reason: string;
  }[];
}

export const APPEAL_EVENTS = {
  'appeal.compile-started': 'appeal',
  'appeal.compiled': 'appeal',
  'appeal.compile-failed': 'appeal',
  'appeal.edited': 'appeal',
  'clause.edited': 'appeal',
  'text-version.kept': 'appeal',
  'fates.decided': 'appeal',
  'suggestion.decided': 'appeal',
  'language.approved': 'appeal',
  'language.withdrawn': 'appeal',
  'glossary.changed': 'glossary',
  'appeal.review-opened': 'appeal',
  'appeal.put-to-adoption': 'appeal',
  'appeal.adopted': 'appeal',
  'appeal.turned-down': 'appeal',
  'appeal.redrafted': 'appeal',
  'appeal.release-started': 'appeal',
  'appeal.release-failed': 'appeal',
  'appeal.published': 'appeal',
  'appeal.correction-started': 'appeal',
  'appeal.superseded': 'appeal',
} as const;

import type { Region } from '../../forum/forum.contract.js';
import type { Lang, Localized } from '../../kernel/localized.js';
import type { ClauseKind, ContributionKind, Fate, SourceUse } from '../appeal.contract.js';
import type { BundlePoll } from './bundle.js';

/** The first has no endorsing cities and nothing of what was discussed. */
export const DRAFT_FORMATS = ['nidaa-draft/1', 'nidaa-draft/2'] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number];
export const DRAFT_FORMAT: DraftFormat = 'nidaa-draft/2';

/** Texts by language: ar, fr, en, or another where a contribution was written in one. */
export type Texts = Readonly<Record<string, string>>;

export interface ContributionRef {
  readonly kind: ContributionKind;
  readonly id: string;
}

export interface Score {
  /** People behind the clause: authors, endorsements and imported support, less imported opposition. */
  readonly support: number;
  readonly cities: number;
  /** Regions of the world that these cities are known to be in. */
  readonly regions: number;
  readonly languages: number;
  /** Those of the cities that stand behind it by the word of the head of their delegation; not told before nidaa-compile/3. */
  readonly endorsingCities?: number;
  /** The rank: breadth before numbers, in hundredths (docs/appeal.md states the formula). */
  readonly total: number;
}

export interface DraftSource {
  readonly contribution: ContributionRef;
  readonly lang: string;
  /** Found to the letter in the contribution's text. */
  readonly quote: string;
  readonly use: SourceUse;
}

export interface DraftClause {
  readonly kind: ClauseKind;
  readonly topicId: string | null;
  readonly lang: string;
  readonly texts: Texts;
  /** `template` for the words that join what people said; null for clauses with sources. */
  readonly editorial: string | null;
  readonly sources: readonly DraftSource[];
  readonly score: Score | null;
}

export interface DraftFate {
  readonly contribution: ContributionRef;
  readonly fate: Fate;
  readonly reason: FateReason;
}

/** Why a contribution fares as it does; the screen has a sentence for each. */
export const FATE_REASONS = [
  'words-a-clause',
  'supports-a-clause',
  'less-support',
  'rejected-by-vote',
  'withdrawn',
  'lapsed',
  'merged-into-another',
  'not-admitted',
  'nothing-to-adopt',
  'language-unknown',
] as const;
export type FateReason = (typeof FATE_REASONS)[number];

/** How some contributions fared. `used` counts what was retained or merged. */
export interface Fared {
  readonly total: number;
  readonly used: number;
  readonly byFate: Readonly<Record<Fate, number>>;
}

export interface Coverage extends Omit<Fared, 'used'> {
  /**
   * Every city that takes part, whether it said anything or not, and null for who has none; `clauses` counts those
   * that rest on a contribution of the city.
   */
  readonly byCity: readonly (Fared & { readonly cityId: string | null; readonly clauses: number })[];
  readonly byLang: readonly (Fared & { readonly lang: string })[];
}

/** What is annexed to the text. */
export interface Annexes {
  readonly cities: readonly {
    readonly id: string;
    readonly name: Localized;
    readonly region: Region | null;
  }[];
  /** The last closed vote on each proposal that had one; weights are exact numbers as text. */
  readonly votes: readonly (BundlePoll & { readonly proposalId: string; readonly number: number })[];
  /** In the order of the sections, those without enough to quote left out; not there before nidaa-draft/2. */
  readonly discussed?: readonly DiscussedTopic[];
}

/** What was discussed of one topic, in some of its own sentences; null is what belongs to none. */
export interface DiscussedTopic {
  readonly topicId: string | null;
  readonly quotes: readonly Discussion[];
}

/** A sentence of a discussion: no clause, and nothing that is adopted. */
export interface Discussion {
  readonly contribution: ContributionRef;
  readonly lang: string;
  /** Found to the letter in the contribution's text. */
  readonly quote: string;
}

/** What a compile makes of a bundle. */
export interface Draft {
  readonly format: DraftFormat;
  /** Name and version of the compiler: the same version makes the same draft of the same bundle for ever. */
  readonly compiler: string;
  readonly lang: Lang;
  readonly title: Localized;
  readonly clauses: readonly DraftClause[];
  readonly fates: readonly DraftFate[];
  readonly coverage: Coverage;
  readonly annexes: Annexes;
}

import type { Region } from '../../forum/forum.contract.js';
import type { Lang, Localized } from '../../kernel/localized.js';
import type { ProposalState } from '../../proposals/proposals.contract.js';

/** The first does not tell which cities stand behind a proposal. */
export const BUNDLE_FORMATS = ['nidaa-bundle/1', 'nidaa-bundle/2'] as const;
export type BundleFormat = (typeof BUNDLE_FORMATS)[number];
export const BUNDLE_FORMAT: BundleFormat = 'nidaa-bundle/2';

/**
 * Everything that a compile reads: what a forum's people proposed, said and voted, as plain text (paragraphs
 * parted by a blank line) and numbers, without a person's name. The order of lists means nothing.
 */
export interface ContributionBundle {
  readonly format: BundleFormat;
  readonly forum: BundleForum;
  /** The cities whose delegations take part. */
  readonly cities: readonly BundleCity[];
  readonly proposals: readonly BundleProposal[];
  readonly threads: readonly BundleThread[];
}

export interface BundleCity {
  readonly id: string;
  readonly name: Localized;
  /** The region of the world after the United Nations' standard M49; null or left out where it is not known. */
  readonly region?: Region | null;
}

export interface BundleForum {
  readonly slug: string;
  readonly title: Localized;
  readonly place: Localized;
  /** Gives the appeal its name: "Appel de Fès". */
  readonly hostCity: Localized | null;
  /** Days as YYYY-MM-DD. */
  readonly startsOn: string;
  readonly endsOn: string;
  /** The language in which the appeal is drafted unless another is asked for. */
  readonly lang: Lang;
  readonly topics: readonly BundleTopic[];
}

export interface BundleTopic {
  readonly id: string;
  readonly position: number;
  readonly name: Localized;
}

export interface BundleProposal {
  readonly id: string;
  readonly number: number;
  readonly topicId: string | null;
  readonly cityId: string | null;
  /** ISO 639 code of the language it was written in; `texts` holds that one and the translations. */
  readonly lang: string;
  readonly state: ProposalState;
  readonly texts: readonly { readonly lang: string; readonly title: string; readonly text: string }[];
  /** How many people of a city, reading in a language, endorse it. */
  readonly endorsements: readonly {
    readonly cityId: string | null;
    readonly lang: string;
    readonly count: number;
  }[];
  /**
   * The cities that stand behind it by the word of the head of their delegation, once each, with the language that
   * the head reads in; left out where none does.
   */
  readonly endorsingCities?: readonly { readonly cityId: string; readonly lang: string }[];
  readonly importedSupport: number;
  /** The proposal that it was merged into, if it was. */
  readonly mergedInto?: string | null;
  readonly poll: BundlePoll | null;
}

/** The result of the last closed vote; weights are exact numbers as text. */
export interface BundlePoll {
  readonly id: string;
  readonly adopted: boolean;
  readonly yes: string;
  readonly no: string;
  readonly abstain: string;
  readonly entitled: string;
}

export interface BundleThread {
  readonly id: string;
  readonly topicId: string | null;
  readonly title: string;
  readonly lang: string;
  readonly posts: readonly BundlePost[];
}

export interface BundlePost {
  readonly id: string;
  readonly parentId: string | null;
  readonly cityId: string | null;
  readonly lang: string;
  readonly text: string;
  readonly support: number;
  readonly opposition: number;
}

import type { Localized } from '../kernel/localized.js';
import type { OwnVote } from './ballots.contract.js';
import type { Counted, CountRule, Majority, Method, Unranked } from './counting/counting.contract.js';

/** How a round moves: see `poll.states.ts`. */
export const POLL_STATES = [
  'draft',
  'announced',
  'open',
  'closing',
  'closed',
  'published',
  'annulled',
] as const;

export type PollState = (typeof POLL_STATES)[number];

/** roll-call: seen while it goes on, if the poll says so. named: published with the result. secret: never. */
export const SECRECIES = ['roll-call', 'named', 'secret'] as const;

export type Secrecy = (typeof SECRECIES)[number];

/** Who votes: each delegate, each city by those who act for it, or the participants who are listed. */
export const ELECTORATES = ['delegates', 'cities', 'circle'] as const;

export type Electorate = (typeof ELECTORATES)[number];

/** What a double majority counts besides heads. */
export const GROUPINGS = ['cities', 'regions'] as const;

export type Grouping = (typeof GROUPINGS)[number];

export const TIE_BREAKS = ['none', 'order', 'lot'] as const;

export type TieBreak = (typeof TIE_BREAKS)[number];

export const PUBLICATIONS = ['at-close', 'by-chair'] as const;

export type Publication = (typeof PUBLICATIONS)[number];

/** Bounds of what a chair may ask and a voter may send. */
export const POLL_LIMITS = {
  options: 200,
  optionText: 300,
  question: 500,
  score: 100,
  circle: 5_000,
  minutes: 24 * 60,
  countDownSeconds: 3_600,
  rehearsalVoters: 1_000,
} as const;

/**
 * In a secret poll, how many voters must share each weight, group and number of votes: fewer could be told apart in
 * the published ballots.
 */
export const LEAST_ALIKE = 3;

/** An option by its id, `"1"` to `"200"`; ballots name it by that, screens by its text. */
export interface PollOption {
  readonly id: string;
  readonly text: Localized;
}

/** The rule of a poll. A double majority says what counts besides heads. */
export interface Rule extends Omit<CountRule, 'groups'> {
  readonly groups?: { readonly by: Grouping; readonly majority: Majority };
}

/** What the chair prepares. Frozen, with the roll, when the poll opens. */
export interface PollTerms {
  readonly method: Method;
  /** Empty for yes-no-abstain, whose options are always the same. */
  readonly options: readonly PollOption[];
  readonly seats: number;
  /** How many options a ballot of a plurality poll may choose. */
  readonly choicesMax: number;
  /** Lowest and highest score; null for other methods. */
  readonly scoreRange: readonly [number, number] | null;
  readonly unranked: Unranked;
  readonly rule: Rule;
  /** order: the options as they are listed, the first preferred. lot: by a seed whose hash is published at opening. */
  readonly tieBreak: TieBreak;
  readonly electorate: Electorate;
  /** The participants of a circle; empty otherwise. */
  readonly circle: readonly string[];
  /** A city's vote counts when a second person of its seat has confirmed it. */
  readonly confirmed: boolean;
  readonly proxies: boolean;
  readonly secrecy: Secrecy;
  /** A roll call is seen vote by vote while it goes on. */
  readonly live: boolean;
  /** A vote may be changed until the close. Never in a secret poll. */
  readonly changeable: boolean;
  readonly publication: Publication;
}

/** What holds where the chair says nothing; only the rule is always said. */
export const DEFAULT_TERMS: Omit<PollTerms, 'rule'> = {
  method: 'yes-no-abstain',
  options: [],
  seats: 1,
  choicesMax: 1,
  scoreRange: null,
  unranked: 'tied-last',
  tieBreak: 'none',
  electorate: 'delegates',
  circle: [],
  confirmed: false,
  proxies: false,
  secrecy: 'named',
  live: false,
  changeable: false,
  publication: 'at-close',
};

/** Lowest and highest score of a score poll that says none. */
export const DEFAULT_RANGE = [0, 5] as const;

export interface PollResult extends Counted {
  /** Everyone on the roll; weights are exact numbers, `"3"` or `"3/2"`. */
  readonly entitled: { readonly heads: number; readonly weight: string };
  /** How many of the ballots were entered by hand. */
  readonly byHand: number;
}

export interface TurnoutView {
  readonly cast: number;
  readonly entitled: number;
}

/**
 * The public state of a running poll, the same for every reader: it travels whole over the sockets. No partial
 * result. Newer is what has the greater version, or the same version and more ballots cast.
 */
export interface PublicPollState {
  readonly id: string;
  readonly roundId: string;
  readonly state: PollState;
  readonly version: number;
  readonly turnout: TurnoutView;
  readonly closesAt: string | null;
  /** The server's time when this was sent: count-downs run by it, whatever the device's clock says. */
  readonly at: string;
}

export interface PollView {
  readonly id: string;
  readonly sessionId: string;
  /** Null for a free question. */
  readonly subject: { readonly kind: string; readonly id: string } | null;
  readonly question: Localized;
  readonly terms: PollTerms;
  readonly state: PollState;
  readonly version: number;
  readonly roundId: string;
  /** Which attempt this is, from 1. */
  readonly round: number;
  /** SHA-256 of what was frozen at opening; stands on the voter's screen and in the record. */
  readonly definitionHash: string | null;
  readonly present: number | null;
  readonly openedAt: string | null;
  readonly closesAt: string | null;
  readonly closedAt: string | null;
  readonly publishedAt: string | null;
  /** The server's time. */
  readonly at: string;
  readonly turnout: TurnoutView;
  /** Null before the close, and for all but the chair before the publication. */
  readonly result: PollResult | null;
  readonly reason: string | null;
  /** Earlier attempts, the last first. */
  readonly earlier: readonly RoundSummary[];
  /** Everyone for whom the reader may vote here: themselves, their city, those who gave them a proxy. */
  readonly own: readonly OwnVote[];
  readonly abilities: PollAbilities;
}

export interface PollAbilities {
  readonly edit: boolean;
  readonly announce: boolean;
  readonly open: boolean;
  readonly countDown: boolean;
  readonly prolong: boolean;
  readonly close: boolean;
  readonly publish: boolean;
  readonly annul: boolean;
  readonly repeat: boolean;
  readonly rehearse: boolean;
  readonly enterByHand: boolean;
  readonly vote: boolean;
}

export interface RoundSummary {
  readonly id: string;
  readonly number: number;
  readonly state: PollState;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly reason: string | null;
  readonly adopted: boolean | null;
}

/** What can be voted on besides free questions. */
export const SUBJECT_KINDS = ['proposal', 'amendment', 'appeal', 'clause', 'clause-amendment'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export interface CreatePoll {
  readonly sessionId: string;
  readonly subject?: { readonly kind: SubjectKind; readonly id: string };
  /** A free question; a subject brings its own. */
  readonly question?: Localized;
  readonly terms: Partial<PollTerms> & Pick<PollTerms, 'rule'>;
}

export interface UpdatePoll extends Partial<Pick<CreatePoll, 'question' | 'terms'>> {
  readonly version: number;
}

export interface MovePoll {
  readonly version: number;
}

export interface OpenPoll extends MovePoll {
  /** How many are in the hall: only where the rule measures on it. */
  readonly present?: number;
  /** Closes by itself after so many minutes. */
  readonly minutes?: number;
}

export interface CountDown extends MovePoll {
  readonly seconds: number;
}

export interface ProlongPoll extends MovePoll {
  readonly minutes: number;
}

export interface AnnulPoll extends MovePoll {
  readonly reason: string;
}

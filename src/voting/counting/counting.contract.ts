import type { Localized } from '../../kernel/localized.js';

/**
 * What a count is made of and what it gives, as `nidaa count` reads and writes it (docs/counting.md).
 * Everything here is plain data: no clock, no chance, no floating point.
 */
export const METHODS = [
  'yes-no-abstain',
  'plurality',
  'approval',
  'score',
  'borda',
  'irv',
  'stv',
  'schulze',
  'ranked-pairs',
] as const;
export type Method = (typeof METHODS)[number];
export const UNRANKED = ['tied-last', 'no-opinion'] as const;
export type Unranked = (typeof UNRANKED)[number];
/** The sides of a yes-no-abstain poll. */
export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];

/** `simple`: more yes than no. `absolute`: yes is more than half of the base. A fraction: at least that share of it. */
export type Majority = 'simple' | 'absolute' | 'two-thirds' | Share;

/** votes = yes + no; valid adds abstentions; cast adds blank and invalid ballots; present and entitled are given. */
export const BASES = ['votes', 'valid', 'cast', 'present', 'entitled'] as const;
export type Base = (typeof BASES)[number];
export const QUOTAS = ['droop', 'hare'] as const;

/** A share, as whole numbers: at least `num` of `den`. */
export interface Share {
  readonly num: number;
  readonly den: number;
}

/** How many must take part, in heads. */
export interface Quorum extends Share {
  readonly of: 'entitled' | 'present';
}

export interface CountRule {
  readonly majority: Majority;
  readonly base: Base;
  readonly quorum?: Quorum;
  /** Double majority: each group counts once, for the side with more weight in it. */
  readonly groups?: { readonly majority: Majority };
}

/** An exact number: whole ones that JSON can hold as a number, else `"3/2"`. */
export type Exact = number | string;

/** Of one side: heads are ballots, weight is what decides. */
export interface Side {
  readonly heads: number;
  readonly weight: Exact;
}
/** The tally of a yes-no-abstain poll. */
export interface MotionTally {
  readonly yes: Side;
  readonly no: Side;
  readonly abstain: Side;
  readonly blank: Side;
  readonly invalid: Side;
  /** What the majority is measured on. */
  readonly base?: Exact;
  /** How many groups are for and against under a double majority. */
  readonly groups?: { readonly yes: number; readonly no: number; readonly even: number };
}

export interface Tie {
  readonly between: readonly string[];
  readonly for: 'win' | 'seat' | 'elimination';
}

/** One stage of a run-off: who stands where, and what happened at its end: transfers are told where they leave. */
export interface Round {
  readonly tally: Readonly<Record<string, Exact>>;
  readonly exhausted: Exact;
  readonly elected: readonly string[];
  readonly eliminated: readonly string[];
  /** Where the votes of who was elected or eliminated went; `null` is the pile of exhausted ones. */
  readonly transfers: readonly { readonly from: string; readonly to: string | null; readonly votes: Exact }[];
}

export interface Counted {
  /** Only what is decided: empty or short where a tie is left. */
  readonly winners: readonly string[];
  /** Groups of equals, the best first. */
  readonly order: readonly (readonly string[])[];
  readonly adopted: boolean | null;
  readonly quorate: boolean | null;
  /** By option; of a yes-no-abstain poll by side, with heads. Empty where options are only compared. */
  readonly tally: Readonly<Record<string, Exact>> | MotionTally;
  /** Ballots, whatever their weight, and how many of them chose nothing or nothing valid. */
  readonly cast: { readonly ballots: number; readonly blank: number; readonly invalid: number };
  /** What a seat needs under stv. */
  readonly quota: Exact | null;
  readonly rounds: readonly Round[];
  /** How much weight prefers the row's option to the column's. Null for methods without. */
  readonly pairwise: Readonly<Record<string, Readonly<Record<string, Exact>>>> | null;
  readonly tie: Tie | null;
  /** What happened, sentence by sentence. */
  readonly explanation: readonly Localized[];
}

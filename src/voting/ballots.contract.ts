import type { Localized } from '../kernel/localized.js';
import type { MovePoll } from './polls.contract.js';

/** One ballot as it is cast, stored, published and counted: options by id. Exactly one of the members is there. */
export interface BallotContent {
  /** yes-no-abstain: `yes`, `no`, `abstain`. */
  readonly choice?: string;
  readonly choices?: readonly string[];
  readonly approved?: readonly string[];
  readonly scores?: Readonly<Record<string, number>>;
  /** Groups of equally ranked options, the best first. */
  readonly ranking?: readonly (readonly string[])[];
  readonly blank?: true;
}

/** One vote that the reader holds in a poll. */
export interface OwnVote {
  readonly voterId: string;
  /** The person or, where cities vote, the city. */
  readonly name: string;
  readonly city: Localized | null;
  readonly weight: string;
  readonly as: 'self' | 'city' | 'proxy';
  /** Whether the vote is in. In a secret poll this is all that anybody can say. */
  readonly cast: boolean;
  /** What is in; null where nothing is, and always in a secret poll. */
  readonly ballot: OwnBallot | null;
  readonly mayCast: boolean;
  readonly mayConfirm: boolean;
}

export interface OwnBallot {
  readonly ballot: BallotContent;
  readonly code: string;
  readonly castAt: string;
  /** False while a second person of the city has not confirmed it. */
  readonly confirmed: boolean;
}

/** Signs of a tracking code, five random bits in each. */
export const TRACKING_CODE_LENGTH = 26;

/**
 * One ballot on its way. The device draws `code` and the idempotency key independently of each other, and keeps
 * both before it sends: the code finds the ballot in the published record, the key makes a retry harmless.
 */
export interface CastBallot {
  readonly voterId: string;
  readonly ballot: BallotContent;
  /** 26 characters of `0-9A-HJKMNP-TV-Z`: 130 bits. */
  readonly code: string;
  /**
   * To change a vote: the code of the ballot that the voter saw standing. If it is another by then, the vote stays as
   * it is: a ballot that was long on its way never undoes a later one.
   */
  readonly over?: string;
}

/** Acknowledged after the commit. In a secret poll it says that the vote is in, and nothing else. */
export interface BallotAnswer {
  readonly voterId: string;
  readonly recorded: true;
  readonly ballot: OwnBallot | null;
}

/** Votes on paper or by show of hands: how many of each, entered twice and alike by two people. */
export interface HandLine {
  readonly ballot: BallotContent | { readonly invalid: true };
  readonly votes: number;
}

export interface HandCount {
  readonly lines: readonly HandLine[];
  readonly enteredBy: readonly string[];
}

export interface EnterByHand extends MovePoll {
  readonly lines: readonly HandLine[];
}

import type { Localized } from '../kernel/localized.js';

export const CHOICES = ['yes', 'no', 'abstain'] as const;
export type Choice = (typeof CHOICES)[number];
export const POLL_STATES = ['draft', 'open', 'closed', 'annulled'] as const;
export type PollState = (typeof POLL_STATES)[number];

export const VOTING_ERRORS = {
  'poll.state': 'conflict',
  'poll.not-open': 'conflict',
  'poll.not-on-roll': 'forbidden',
  'poll.already-voted': 'conflict',
  'poll.roll-empty': 'conflict',
  'poll.stage-taken': 'conflict',
  'poll.subject': 'conflict',
  'poll.session': 'conflict',
} as const;

/** `simple`: more yes than no. `absolute`: yes is more than half of the base. A fraction: at least that share of it. */
export type Majority = 'simple' | 'absolute' | 'two-thirds' | { readonly num: number; readonly den: number };
export const BASES = ['votes', 'valid', 'entitled'] as const;
/** votes = yes + no; valid adds abstentions; entitled is the weight of the whole roll. */
export type Base = (typeof BASES)[number];
export interface Rule {
  readonly majority: Majority;
  readonly base: Base;
  /** Share of the people on the roll who must have voted, in heads; left out where there is none. */
  readonly quorum?: { readonly num: number; readonly den: number };
}

/** Weights are exact numbers: `"3"`, `"3/2"`. */
export interface PollResult {
  readonly adopted: boolean;
  readonly quorate: boolean | null;
  readonly tally: Readonly<Record<Choice, { readonly heads: number; readonly weight: string }>>;
  readonly entitled: { readonly heads: number; readonly weight: string };
  readonly cast: { readonly heads: number; readonly weight: string };
  readonly base: string;
}

/**
 * The public state of a poll, the same for every reader: it travels whole over the sockets. No partial result.
 * Newer is what has the greater version, or the same version and more ballots cast.
 */
export interface PublicPollState {
  readonly id: string;
  readonly state: PollState;
  readonly version: number;
  readonly turnout: { readonly cast: number; readonly entitled: number };
}

export interface PollView {
  readonly id: string;
  readonly sessionId: string;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly question: Localized;
  readonly rule: Rule;
  readonly state: PollState;
  readonly version: number;
  readonly definitionHash: string | null;
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly turnout: { readonly cast: number; readonly entitled: number };
  readonly result: PollResult | null;
  readonly reason: string | null;
  /** The reader's own standing in this poll; null for who is not on the roll. */
  readonly own: { readonly weight: string; readonly ballot: BallotView | null } | null;
  readonly abilities: {
    readonly open: boolean;
    readonly close: boolean;
    readonly annul: boolean;
    readonly vote: boolean;
  };
}

export interface BallotView {
  readonly choice: Choice;
  readonly receipt: string;
  readonly castAt: string;
}

export interface CreatePoll {
  readonly sessionId: string;
  readonly subject: { readonly kind: 'proposal'; readonly id: string };
  readonly rule: Rule;
}
export interface CastBallot {
  readonly choice: Choice;
}
export interface MovePoll {
  readonly version: number;
  readonly reason?: string;
}

/** The published record of a poll: whoever has it can count again. Ballots are named: by participant and city. */
export interface PollRecord {
  readonly definition: PollDefinition;
  readonly definitionHash: string;
  readonly ballots: readonly {
    readonly participantId: string;
    readonly choice: Choice;
    readonly receipt: string;
    readonly hash: string;
  }[];
  readonly result: PollResult;
}
/** What is frozen and hashed (SHA-256 over canonical JSON) when a poll opens. */
export interface PollDefinition {
  readonly pollId: string;
  readonly method: 'yes-no-abstain';
  readonly question: Localized;
  readonly rule: Rule;
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    readonly textHashes: Readonly<Record<string, string>>;
  };
  readonly roll: readonly {
    readonly participantId: string;
    readonly name: string;
    readonly city: Localized;
    readonly weight: string;
  }[];
}

export const VOTING_EVENTS = {
  'poll.prepared': 'poll',
  'poll.opened': 'poll',
  'poll.closed': 'poll',
  'poll.annulled': 'poll',
} as const;

/** What watchers of a forum hear of its polls: the public state, whole, at most four times a second. */
export interface VotingBroadcasts {
  poll: (state: PublicPollState) => void;
}

/** Socket messages of this room, each answered with an acknowledgement. */
export interface VotingMessages {
  /** Casts a ballot. A retry with the same key is answered with the same receipt. */
  'ballot.cast': { request: { pollId: string; choice: Choice; key: string }; answer: BallotView };
}

import type { Localized } from '../kernel/localized.js';
import type { Signature } from '../kernel/signature.js';
import type { BallotContent, HandCount } from './ballots.contract.js';
import type { PollResult, PollTerms } from './polls.contract.js';

/** One seat of the roll as participants see it: who may vote and, in a live roll call or once published, how. */
export interface RollView {
  readonly voterId: string;
  readonly name: string;
  readonly city: Localized | null;
  readonly weight: string;
  /** Who votes for this seat by proxy; null where nobody does. */
  readonly proxy: string | null;
  readonly ballot: BallotContent | null;
}

/** What is frozen and hashed (SHA-256 over canonical JSON) when a round opens. */
export interface PollDefinition {
  readonly format: typeof DEFINITION_FORMAT;
  readonly pollId: string;
  readonly roundId: string;
  readonly round: number;
  readonly question: Localized;
  readonly terms: Omit<PollTerms, 'circle' | 'publication'>;
  /** What is voted on, with the SHA-256 of its text in each language; null for a free question. */
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    readonly textHashes: Readonly<Record<string, string>>;
  } | null;
  readonly present: number | null;
  /** SHA-256 of the seed that breaks ties by lot; null where no lot is drawn. */
  readonly lotHash: string | null;
  readonly roll: readonly RollLine[];
}

export const DEFINITION_FORMAT = 'nidaa.poll-definition/2';

/** One vote: whose it is, what it weighs, who may cast it. */
export interface RollLine {
  /** A participant, or a delegation where cities vote. */
  readonly voterId: string;
  readonly name: string;
  readonly city: Localized | null;
  readonly weight: string;
  /** The city or region for which a double majority counts it; null without one. */
  readonly group: string | null;
  readonly actors: readonly { readonly participantId: string; readonly name: string }[];
  /** The one actor holds a proxy of the voter. */
  readonly byProxy: boolean;
}

export const RECORD_FORMAT = 'nidaa.poll-record/2';

/** The published record of a round: whoever has it can count again. */
export interface PollRecord {
  readonly format: typeof RECORD_FORMAT;
  readonly definition: PollDefinition;
  readonly definitionHash: string;
  readonly openedAt: string;
  readonly closedAt: string;
  /** In the order of their codes, which the voters' devices drew: it tells nothing of time. */
  readonly ballots: readonly RecordedBallot[];
  /** Secret polls: whose votes are in, in the order of ids. Null in the others, whose ballots say it. */
  readonly voted: readonly string[] | null;
  /** Votes counted by hand; null where there were none. */
  readonly hand: HandCount | null;
  /** Breaks ties by lot; null where no lot is drawn. */
  readonly seed: string | null;
  readonly result: PollResult;
  /** Over the canonical JSON of the record without its signature. */
  readonly signature: Signature;
}

export interface RecordedBallot {
  readonly code: string;
  readonly ballot: BallotContent;
  readonly weight: string;
  readonly group: string | null;
  /** Null in a secret poll. */
  readonly voterId: string | null;
  /** Who cast it for the voter, and who confirmed it; null in a secret poll. */
  readonly casterId: string | null;
  readonly confirmerId: string | null;
  /** Link of the chain: SHA-256 over the hash before it, a line feed and the canonical JSON of the rest. */
  readonly hash: string;
}

import type { Localized } from '../kernel/localized.js';
import type { Signature } from '../kernel/signature.js';
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

export const VOTING_ERRORS = {
  'poll.state': 'conflict',
  'poll.not-open': 'conflict',
  'poll.not-on-roll': 'forbidden',
  'poll.already-voted': 'conflict',
  'poll.represented': 'forbidden',
  'poll.roll-empty': 'conflict',
  'poll.stage-taken': 'conflict',
  'poll.subject': 'conflict',
  'poll.session': 'conflict',
  'poll.terms': 'invalid',
  'poll.present-needed': 'invalid',
  'poll.present-weights': 'conflict',
  'poll.group-missing': 'conflict',
  'poll.tell-apart': 'conflict',
  'poll.no-repeat': 'conflict',
  'ballot.invalid': 'invalid',
  'ballot.code-taken': 'conflict',
  'ballot.retry': 'unavailable',
  'ballot.confirmed': 'conflict',
  'ballot.own': 'forbidden',
  'hand.differs': 'conflict',
  'hand.too-many': 'conflict',
  'hand.weights': 'conflict',
  'rehearsal.running': 'conflict',
  'proxy.holder': 'conflict',
  'proxy.given': 'conflict',
  'proxy.limit': 'conflict',
  'proxy.state': 'conflict',
} as const;

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

export interface CreatePoll {
  readonly sessionId: string;
  readonly subject?: { readonly kind: 'proposal'; readonly id: string };
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
}
/** Acknowledged after the commit. In a secret poll it says that the vote is in, and nothing else. */
export interface BallotAnswer {
  readonly voterId: string;
  readonly recorded: true;
  readonly ballot: OwnBallot | null;
}

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

export const REHEARSAL_STATES = ['running', 'held', 'failed'] as const;
export type RehearsalState = (typeof REHEARSAL_STATES)[number];
/** A poll held with simulated voters, aside from the running system. */
export interface RehearsalView {
  readonly id: string;
  readonly voters: number;
  readonly state: RehearsalState;
  readonly startedAt: string;
  /** Null while it is under way, and if it could not be held. */
  readonly report: RehearsalReport | null;
}
export interface RehearsalReport {
  readonly acknowledged: number;
  readonly stored: number;
  readonly counted: number;
  /** What did not hold, in sentences; empty if acknowledged = stored = counted. */
  readonly faults: readonly string[];
  /** Milliseconds until the last voter had an answer, and until the poll was closed and counted. */
  readonly castingMs: number;
  readonly closingMs: number;
}
export interface StartRehearsal {
  readonly voters: number;
}

export const PROXY_STATES = ['offered', 'accepted', 'declined', 'revoked'] as const;
export type ProxyState = (typeof PROXY_STATES)[number];
/** One participant asks another to vote for them in the polls that allow it, until it is revoked. */
export interface ProxyView {
  readonly id: string;
  readonly principal: { readonly id: string; readonly name: string };
  readonly holder: { readonly id: string; readonly name: string };
  readonly state: ProxyState;
  readonly version: number;
  readonly abilities: { readonly accept: boolean; readonly decline: boolean; readonly revoke: boolean };
}
export interface OfferProxy {
  readonly holderId: string;
}
/** How many proxies one person may hold. */
export const PROXIES_MAX = 2;

export const VOTING_EVENTS = {
  'poll.prepared': 'poll',
  'poll.changed': 'poll',
  'poll.announced': 'poll',
  'poll.opened': 'poll',
  'poll.counting-down': 'poll',
  'poll.prolonged': 'poll',
  'poll.closed': 'poll',
  'poll.published': 'poll',
  'poll.annulled': 'poll',
  'poll.repeated': 'poll',
  'poll.entered-by-hand': 'poll',
  'poll.rehearsed': 'poll',
  'proxy.offered': 'proxy',
  'proxy.accepted': 'proxy',
  'proxy.declined': 'proxy',
  'proxy.revoked': 'proxy',
} as const;

/** What watchers of a forum hear of its polls: the public state, whole, at most four times a second. */
export interface VotingBroadcasts {
  poll: (state: PublicPollState) => void;
}

/** Socket messages of this room, each answered with an acknowledgement. */
export interface VotingMessages {
  /** Casts a ballot. A retry with the same key is answered as the first time. */
  'ballot.cast': { request: CastBallot & { roundId: string; key: string }; answer: BallotAnswer };
}

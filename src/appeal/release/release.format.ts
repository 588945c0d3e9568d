import type { Lang, Localized } from '../../kernel/localized.js';
import type { ClauseKind, ContributionKind, CoverageView, Fate, SourceUse } from '../appeal.contract.js';
import type { DiscussedTopic, Score, Texts } from '../compile/draft.js';
import type { PasskeyProof } from '../signatures/proof.js';
import type { Confirmation } from '../signatures/signatures.contract.js';
import type { Statement } from '../signatures/statement.js';

/** What the files of a release hold. docs/appeal.md describes each for those who read it without this code. */

/** The third has nothing of what was discussed. */
export const APPEAL_FORMATS = ['nidaa-appeal/3', 'nidaa-appeal/4'] as const;
export type AppealFormat = (typeof APPEAL_FORMATS)[number];
export const APPEAL_FORMAT: AppealFormat = 'nidaa-appeal/4';
export const CONTRIBUTIONS_FORMAT = 'nidaa-contributions/1';
export const MANIFEST_FORMAT = 'nidaa-release/1';

export interface ContributionRef {
  readonly kind: ContributionKind;
  readonly id: string;
}

/** appeal.json */
export interface AppealDocument {
  readonly format: AppealFormat;
  readonly slug: string;
  readonly title: Localized;
  /** The language in which it was drafted. */
  readonly lang: Lang;
  /** ISO 8601, UTC; null in a draft. */
  readonly publishedAt: string | null;
  readonly compiler: string | null;
  readonly inputHash: string | null;
  /** Where the installation that published it is found. */
  readonly origin: string;
  readonly forum: {
    readonly slug: string;
    readonly title: Localized;
    readonly theme: Localized;
    readonly place: Localized;
    /** ISO 3166-1 of the host city; null without one. */
    readonly country: string | null;
    readonly startsOn: string;
    readonly endsOn: string;
    readonly sample: boolean;
  };
  /** The cities whose delegations took part, in the order of their ids. */
  readonly cities: readonly CityDocument[];
  readonly topics: readonly { readonly id: string; readonly name: Localized }[];
  readonly clauses: readonly ClauseDocument[];
  readonly fates: readonly {
    readonly contribution: ContributionRef;
    readonly fate: Fate;
    readonly reason: string;
  }[];
  readonly coverage: CoverageView;
  /**
   * What was discussed, annexed to the text: what draft.json quotes, as far as it still stood in the posts at the
   * publication, in its order. Not there before nidaa-appeal/4.
   */
  readonly discussed?: readonly DiscussedTopic[];
  /** Votes whose records are in the release, by their rounds: on proposals, on the appeal, its clauses and amendments to it. */
  readonly polls: readonly PollDocument[];
  /** SHA-256 of the text in its three languages (`adoption/text-hash.ts`): what was voted on, and what cities sign. */
  readonly textHash: string;
  /** The round that adopted this text, and when; null in a draft. */
  readonly adoption: { readonly round: string; readonly at: string } | null;
  /** In the order of the cities' ids. */
  readonly signatures: readonly SignatureDocument[];
  /** The release whose place this one takes, and why; null for a first one. */
  readonly supersedes: SupersededDocument | null;
}

export interface PollDocument {
  /** The round that decided: its record is `polls/<id>.json`. */
  readonly id: string;
  /** The poll that it belongs to: its page in the forum. Not there before nidaa-appeal/4, as is the tally; null in a draft. */
  readonly pollId?: string | null;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly question: Localized;
  readonly adopted: boolean;
  readonly tally?: VoteTally | null;
}

/** What decided a vote, as its record has it; weights are exact numbers, `"3"` or `"3/2"`. */
export type VoteTally = Readonly<
  Record<(typeof VOTE_SIDES)[number], { readonly heads: number; readonly weight: string }>
>;
export const VOTE_SIDES = ['yes', 'no', 'abstain'] as const;

/** What one city did with the text. The hash is that of the statement: the rest of it, and the text's hash, make it. */
export interface SignatureDocument extends Omit<Statement, 'textHash'> {
  readonly hash: string;
  readonly confirmedBy: Confirmation;
  /** A device's answer that anybody can check; null where a mailed code confirmed. */
  readonly proof: PasskeyProof | null;
  /** Who signed, where that person agreed to be named. */
  readonly signer: string | null;
}

/** What a correction says of the release before it, whose own files stand under `superseded/`. */
export interface SupersededDocument {
  readonly slug: string;
  readonly number: number;
  readonly publishedAt: string;
  /** SHA-256 of its manifest.json. */
  readonly manifestHash: string;
  readonly reason: string;
  /** Clause by clause what is another now, in the order of the text; what went stands at the end. */
  readonly changes: readonly ClauseChange[];
}

/** `now` and `before` are anchors; null where the clause is not there. */
export interface ClauseChange {
  readonly now: string | null;
  readonly before: string | null;
  readonly change: 'added' | 'changed' | 'removed';
}

/** Whether a clause reads as the compile drafted it, was changed by editors since, or written by them. */
export type DraftedAs = 'drafted' | 'edited' | 'written';

export interface CityDocument {
  readonly id: string;
  readonly name: Localized;
  /** ISO 3166-1 alpha-2; null where it is not known. */
  readonly country: string | null;
  /** Degrees as decimal text; null where they are not known. */
  readonly latitude: string | null;
  readonly longitude: string | null;
}

export interface ClauseDocument {
  readonly id: string;
  /** `c1`, `c2` …: the anchor in the page, in the order of the text. */
  readonly anchor: string;
  readonly kind: ClauseKind;
  /** Operative clauses count from 1; what only joins them has no number. */
  readonly number: number | null;
  readonly topicId: string | null;
  readonly lang: string;
  readonly texts: Texts;
  readonly editorial: string | null;
  readonly score: Score | null;
  readonly sources: readonly SourceDocument[];
  readonly drafted: {
    readonly as: DraftedAs;
    /** The place of the clause in draft.json that it was made of, from 0; null where it was written. */
    readonly clause: number | null;
  };
}

export interface SourceDocument {
  readonly contribution: ContributionRef;
  readonly lang: string;
  /** Stands to the letter in the title or a text of the contribution in contributions.json. */
  readonly quote: string;
  readonly use: SourceUse;
}

/** contributions.json: what the sources are taken from and what was voted on, as it read at the publication. */
export interface ContributionsDocument {
  readonly format: typeof CONTRIBUTIONS_FORMAT;
  readonly contributions: readonly ContributionDocument[];
}

export interface ContributionDocument extends ContributionRef {
  readonly lang: string;
  readonly cityName: Localized | null;
  /** "Proposal 12"; null for posts. */
  readonly number: number | null;
  readonly threadId: string | null;
  /** The thread of a post. */
  readonly threadTitle: string | null;
  readonly texts: readonly { readonly lang: string; readonly title: string; readonly text: string }[];
  /** People who stand behind it: endorsements, or imported support less opposition. */
  readonly support: number;
}

/** manifest.json */
export interface Manifest {
  readonly format: typeof MANIFEST_FORMAT;
  readonly slug: string;
  readonly number: number;
  readonly publishedAt: string;
  /** The last link of the forum's event log when the release was made. */
  readonly log: { readonly seq: number; readonly hash: string } | null;
  /** In the order of their paths, without manifest.json and signature.json. */
  readonly files: readonly FileEntry[];
}

export interface FileEntry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
}

export const MANIFEST = 'manifest.json';
/** What the draft was compiled from , and the draft as it was compiled. */
export const BUNDLE = 'bundle.json';
export const DRAFT = 'draft.json';
/** For `sha256sum -c`: every file but itself, the manifest, which names this one, and the signature. */
export const SUMS = 'SHA256SUMS';
/** The manifest, signature and appeal of the release before, to the byte. */
export const SUPERSEDED = 'superseded';
/** Ed25519 (RFC 8032) over the bytes of manifest.json; key and signature in lower-case hex. */
export const SIGNATURE = 'signature.json';

/** Paths and their bytes. */
export type FileSet = ReadonlyMap<string, Uint8Array>;

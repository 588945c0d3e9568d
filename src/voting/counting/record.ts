import type { KeyObject } from 'node:crypto';
import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { chain, sha256 } from '../../kernel/hash-chain.js';
import { signBytes } from '../../kernel/signature.js';
import type { HandCount } from '../ballots.contract.js';
import type { PollResult } from '../polls.contract.js';
import {
  type PollDefinition,
  type PollRecord,
  RECORD_FORMAT,
  type RecordedBallot,
} from '../records.contract.js';
import { countRound } from './count-round.js';

/** A ballot as it was stored: all of a recorded one but its link in the chain. */
export type StoredBallot = Omit<RecordedBallot, 'hash'>;

/** What a closed round leaves, in any order. */
export interface ClosedRound {
  readonly definition: PollDefinition;
  readonly openedAt: string;
  readonly closedAt: string;
  readonly ballots: readonly StoredBallot[];
  readonly voted: readonly string[] | null;
  readonly hand: HandCount | null;
  readonly seed: string | null;
  /** As counted at the close; counted here if it is left out. */
  readonly result?: PollResult;
}

/** SHA-256 over the canonical JSON of what is frozen at opening. */
export function hashDefinition(definition: PollDefinition): string {
  return hashOf(definition);
}

/** SHA-256 of a lot's seed: what is published before anybody votes. */
export const hashSeed = (seed: string): string => sha256(seed);

/** The published record of a closed round, chained and signed. Ballots stand in the order of their codes. */
export function sealRecord({ definition, ...round }: ClosedRound, key: KeyObject): PollRecord {
  const ordered = [...round.ballots].sort((a, b) => (a.code < b.code ? -1 : 1));
  const hashes = chain(ordered.map((ballot) => ballotEntry(ballot)));
  const record: Omit<PollRecord, 'signature'> = {
    format: RECORD_FORMAT,
    definition,
    definitionHash: hashDefinition(definition),
    openedAt: round.openedAt,
    closedAt: round.closedAt,
    ballots: ordered.map((ballot, at) => ({ ...ballot, hash: hashes[at] as string })),
    voted: round.voted && [...round.voted].sort(),
    hand: round.hand,
    seed: round.seed,
    result: round.result ?? countRound({ ...round, definition }),
  };
  return { ...record, signature: signBytes(signedBytes(record), key) };
}

/** What the signature of a record is made over. */
export function signedBytes({
  signature: _,
  ...record
}: Omit<PollRecord, 'signature'> & { signature?: unknown }): Buffer {
  return Buffer.from(canonicalJson(record as unknown as Json));
}

export function ballotEntry({
  code,
  ballot,
  weight,
  group,
  voterId,
  casterId,
  confirmerId,
}: StoredBallot): Json {
  return { code, ballot: ballot as Json, weight, group, voterId, casterId, confirmerId };
}

export function hashOf(value: unknown): string {
  return sha256(canonicalJson(value as Json));
}

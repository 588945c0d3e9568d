import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { sha256 } from '../../kernel/hash-chain.js';
import type { PollDefinition, PollRecord, RecordedBallot } from '../records.contract.js';

/** A ballot as it was stored: all of a recorded one but its link in the chain. */
export type StoredBallot = Omit<RecordedBallot, 'hash'>;

/** SHA-256 over the canonical JSON of what is frozen at opening. */
export function hashDefinition(definition: PollDefinition): string {
  return hashOf(definition);
}

/** SHA-256 of a lot's seed: what is published before anybody votes. */
export const hashSeed = (seed: string): string => sha256(seed);

/** What the signature of a record is made over. */
export function signedBytes({
  signature: _,
  ...record
}: Omit<PollRecord, 'signature'> & { signature?: unknown }): Uint8Array {
  return new TextEncoder().encode(canonicalJson(record as unknown as Json));
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

import type { KeyObject } from 'node:crypto';
import { chain } from '../../kernel/hash-chain.js';
import { signBytes } from '../../kernel/signing.js';
import type { HandCount } from '../ballots.contract.js';
import type { PollResult } from '../polls.contract.js';
import { type PollDefinition, type PollRecord, RECORD_FORMAT } from '../records.contract.js';
import { countRound } from './count-round.js';
import { ballotEntry, hashDefinition, type StoredBallot, signedBytes } from './record.js';

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

import { faultsOfRecord } from '../../voting/counting/check-record.js';
import { type PollRecord, RECORD_FORMAT } from '../../voting/records.contract.js';
import { keyOf, type Verdict } from './verify.js';

/** The record in these bytes; null if they hold none. */
export function readRecord(bytes: Uint8Array): PollRecord | null {
  try {
    const value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) as PollRecord | null;
    return value?.format === RECORD_FORMAT ? value : null;
  } catch {
    return null;
  }
}

/**
 * Checks the record of one round by itself: its signature and hashes, whose ballots they are, and their count.
 * `trusted` is the public key or its fingerprint in hex; without it nothing is said of who signed.
 */
export function verifyRecord(record: PollRecord, trusted: string | null): Verdict {
  const faults = faultsIn(record);
  const key = keyOf(record.signature, trusted);
  if (trusted !== null && !key?.trusted) faults.push('signed by a key other than the one that you trust');
  const holds =
    faults.length > 0
      ? []
      : [
          `the signature is by the key ${key?.fingerprint}`,
          `the question is “${record.definition.question.en}”, frozen with the hash ${record.definitionHash}`,
          `${record.ballots.length} ballots, chained, each of somebody on the roll of ${record.definition.roll.length}`,
          `counted again, the same result: ${record.result.explanation.map(({ en }) => en).join(' ')}`,
        ];
  return { holds, faults, key, slug: null };
}

function faultsIn(record: PollRecord): string[] {
  try {
    return faultsOfRecord(record);
  } catch {
    return ['the record is not in the form that its format asks for'];
  }
}

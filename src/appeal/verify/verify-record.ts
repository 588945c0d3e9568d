import { type PollRecord, RECORD_FORMAT } from '../../voting/records.contract.js';
import { faultsIn } from './check-appeal.js';
import { type Finding, finding, type Verdict } from './findings.js';
import { keyOf } from './verify.js';

/** The record in these bytes; null if they hold none. */
export function readRecord(bytes: Uint8Array): PollRecord | null {
  // A zip of many megabytes need not be decoded to see that it is no JSON.
  if (bytes[0] !== '{'.charCodeAt(0)) return null;
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
  const faults = foundIn(record);
  const key = keyOf(record.signature, trusted);
  if (trusted !== null && !key?.trusted) faults.push(finding('key.other'));
  return { holds: faults.length > 0 ? [] : holding(record, key?.fingerprint ?? ''), faults, key, slug: null };
}

function holding({ definition, definitionHash, ballots, result }: PollRecord, key: string): Finding[] {
  return [
    finding('signature.holds', { key }),
    finding('record.question', { question: definition.question.en, hash: definitionHash }),
    finding('record.ballots', { count: ballots.length, roll: definition.roll.length }),
    finding('record.recounted', { result: result.explanation.map(({ en }) => en).join(' ') }),
  ];
}

function foundIn(record: PollRecord): Finding[] {
  try {
    return faultsIn(record, null);
  } catch {
    return [finding('file.shape')];
  }
}

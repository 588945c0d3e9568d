import type { BallotContent } from '../../../../../src/voting/ballots.contract.js';
import { recall, remember } from '../../../lib/storage.js';

/** Whose ballot it is, in which attempt, and on whose behalf this device acts: one does not find another's. */
export interface BallotPlace {
  readonly pollId: string;
  readonly roundId: string;
  readonly voterId: string;
  readonly participantId: string;
}

/** A ballot that was confirmed and whose acknowledgement has not come. */
export interface PendingBallot {
  readonly roundId: string;
  readonly voterId: string;
  readonly ballot: BallotContent;
  readonly code: string;
  readonly key: string;
  /** The code of the ballot that stood when this one was confirmed; null where none did. */
  readonly over: string | null;
}

/** What stays of a secret ballot: how to find it, not what it says. */
export interface KeptReceipt {
  readonly code: string;
  readonly definitionHash: string | null;
}

/** One place for all rounds of a poll: what was meant for an earlier one is dropped when it is found. */
const pendingName = ({ pollId, participantId, voterId }: BallotPlace) =>
  `ballot.${pollId}.${participantId}.${voterId}`;
const receiptName = ({ roundId, participantId, voterId }: BallotPlace) =>
  `receipt.${roundId}.${participantId}.${voterId}`;

export function keepPending(place: BallotPlace, ballot: PendingBallot | null): void {
  remember(pendingName(place), ballot && JSON.stringify(ballot));
}

export function recallPending(place: BallotPlace): PendingBallot | null {
  const kept = read<PendingBallot>(pendingName(place));
  if (kept && kept.roundId === place.roundId && kept.ballot && kept.code && kept.key) return kept;
  keepPending(place, null);
  return null;
}

/** Forgets the ballot of this key, and no other that took its place. */
export function forgetPending(place: BallotPlace, key: string): void {
  if (read<PendingBallot>(pendingName(place))?.key === key) keepPending(place, null);
}

export function keepReceipt(place: BallotPlace, receipt: KeptReceipt | null): void {
  remember(receiptName(place), receipt && JSON.stringify(receipt));
}

export function recallReceipt(place: BallotPlace): KeptReceipt | null {
  const kept = read<KeptReceipt>(receiptName(place));
  return kept?.code ? kept : null;
}

function read<T>(name: string): T | null {
  try {
    return JSON.parse(recall(name) ?? 'null') as T | null;
  } catch {
    return null;
  }
}

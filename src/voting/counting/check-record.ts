import { firstBroken } from '../../kernel/hash-chain.js';
import { signatureHolds } from '../../kernel/signature.js';
import type { PollRecord, RecordedBallot, RollLine } from '../records.contract.js';
import { countRound } from './count-round.js';
import { ballotEntry, hashDefinition, hashOf, hashSeed, signedBytes } from './record.js';

/** What can be wrong with a record, in words; `{at}` is the number of a ballot. */
export const RECORD_FAULTS = {
  definition: 'the definition (question, terms, roll) is not the one that was hashed at opening',
  'roll-twice': 'somebody is on the roll twice',
  seed: 'the seed of the lot is not the one whose hash was published at opening',
  secrecy: 'the secrecy is not the one of the definition',
  chain: 'the chain of ballots breaks at ballot {at}',
  'code-twice': 'a tracking code is there twice',
  'voted-twice': 'somebody voted twice',
  nobody: 'a ballot is from nobody on the roll',
  caster: 'a ballot was cast by somebody who could not vote for its voter',
  confirmer: 'a ballot was not confirmed by a second person of its city',
  weight: 'a ballot has another weight or group than its voter',
  'off-roll': 'somebody voted who is not on the roll',
  named: 'a secret ballot names somebody',
  kinds: 'the ballots are not as many, or not of the weights, of those who voted',
  hand: 'the votes by hand were not entered by two people',
  'too-many': 'there are more votes than voters on the roll',
  count: 'the ballots do not count to the result',
  signature: 'the signature does not fit the record',
} as const;
export type RecordFault = keyof typeof RECORD_FAULTS;

/** The same in words: what `recordFaults` finds. */
export function faultsOfRecord(record: PollRecord): string[] {
  return recordFaults(record).map(({ code, at }) => RECORD_FAULTS[code].replace('{at}', String(at)));
}

interface Found {
  readonly code: RecordFault;
  /** The number of the ballot, from 1. */
  readonly at?: number;
}

/**
 * What is wrong with a record; empty if its signature and hashes hold, its ballots are of those who might
 * cast them, and they count to its result. Who signed is not judged here. Throws on what is no record at all.
 */
export function recordFaults(record: PollRecord): Found[] {
  return [
    ...frozen(record),
    ...chained(record),
    ...(record.voted === null ? namedVoters(record) : secretVoters(record)),
    ...byHand(record),
    ...counted(record),
    ...when(!signatureHolds(signedBytes(record), record.signature), 'signature'),
  ];
}

const when = (wrong: boolean, code: RecordFault, at?: number): Found[] =>
  wrong ? [at === undefined ? { code } : { code, at }] : [];

function frozen({ definition, definitionHash, seed, voted }: PollRecord): Found[] {
  const ids = new Set(definition.roll.map(({ voterId }) => voterId));
  return [
    ...when(hashDefinition(definition) !== definitionHash, 'definition'),
    ...when(ids.size !== definition.roll.length, 'roll-twice'),
    ...when(definition.lotHash !== null && (seed === null || hashSeed(seed) !== definition.lotHash), 'seed'),
    ...when((definition.terms.secrecy === 'secret') !== (voted !== null), 'secrecy'),
  ];
}

function chained({ ballots }: PollRecord): Found[] {
  const entries = ballots.map(ballotEntry);
  const broken = firstBroken(
    entries,
    ballots.map(({ hash }) => hash),
  );
  const doubled = new Set(ballots.map(({ code }) => code)).size !== ballots.length;
  return [...when(broken >= 0, 'chain', broken + 1), ...when(doubled, 'code-twice')];
}

function namedVoters({ ballots, definition }: PollRecord): Found[] {
  const roll = new Map(definition.roll.map((line) => [line.voterId, line]));
  const voters = new Set(ballots.map(({ voterId }) => voterId));
  const wrong = ballots.map((ballot) =>
    wrongVoter(ballot, roll.get(ballot.voterId ?? ''), definition.terms.confirmed),
  );
  return [
    ...when(voters.size !== ballots.length, 'voted-twice'),
    ...[...new Set(wrong.filter((fault) => fault !== null))].map((code) => ({ code })),
  ];
}

function wrongVoter(
  ballot: RecordedBallot,
  line: RollLine | undefined,
  confirmed: boolean,
): RecordFault | null {
  if (!line) return 'nobody';
  const acts = (id: string | null): boolean => line.actors.some(({ participantId }) => participantId === id);
  if (!acts(ballot.casterId)) return 'caster';
  if (confirmed && (!acts(ballot.confirmerId) || ballot.confirmerId === ballot.casterId)) return 'confirmer';
  if (ballot.weight !== line.weight || ballot.group !== line.group) return 'weight';
  return null;
}

/** Nothing tells whose a secret ballot is, but there must be one of the right weight and group for each who voted. */
function secretVoters({ ballots, voted, definition }: PollRecord): Found[] {
  const roll = new Map(definition.roll.map((line) => [line.voterId, line]));
  const lines = (voted ?? []).map((id) => roll.get(id));
  const kinds = (of: readonly { weight: string; group: string | null }[]): string =>
    of
      .map(({ weight, group }) => `${weight} ${group}`)
      .sort()
      .join('\n');
  if (lines.some((line) => !line)) return [{ code: 'off-roll' }];
  return [
    ...when(new Set(voted).size !== lines.length, 'voted-twice'),
    ...when(
      ballots.some(({ voterId, casterId, confirmerId }) => voterId ?? casterId ?? confirmerId),
      'named',
    ),
    ...when(kinds(ballots) !== kinds(lines as RollLine[]), 'kinds'),
  ];
}

function byHand({ hand, ballots, definition }: PollRecord): Found[] {
  if (!hand) return [];
  const votes = hand.lines.reduce((sum, line) => sum + line.votes, 0);
  return [
    ...when(new Set(hand.enteredBy).size !== 2, 'hand'),
    ...when(votes + ballots.length > definition.roll.length, 'too-many'),
  ];
}

function counted(record: PollRecord): Found[] {
  return when(hashOf(countRound(record)) !== hashOf(record.result), 'count');
}

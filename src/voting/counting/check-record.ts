import { firstBroken } from '../../kernel/hash-chain.js';
import { signatureHolds } from '../../kernel/signature.js';
import type { PollRecord, RecordedBallot, RollLine } from '../records.contract.js';
import { countRound } from './count-round.js';
import { ballotEntry, hashDefinition, hashOf, hashSeed, signedBytes } from './record.js';

/**
 * What is wrong with a record, in words; empty if its signature and hashes hold, its ballots are of those who might
 * cast them, and they count to its result. Who signed is not judged here. Throws on what is no record at all.
 */
export function faultsOfRecord(record: PollRecord): string[] {
  return [
    ...frozen(record),
    ...chained(record),
    ...(record.voted === null ? namedVoters(record) : secretVoters(record)),
    ...byHand(record),
    ...counted(record),
    ...when(!signatureHolds(signedBytes(record), record.signature), 'the signature does not fit the record'),
  ];
}

const when = (wrong: boolean, fault: string): string[] => (wrong ? [fault] : []);

function frozen({ definition, definitionHash, seed, voted }: PollRecord): string[] {
  const ids = new Set(definition.roll.map(({ voterId }) => voterId));
  return [
    ...when(
      hashDefinition(definition) !== definitionHash,
      'the definition (question, terms, roll) is not the one that was hashed at opening',
    ),
    ...when(ids.size !== definition.roll.length, 'somebody is on the roll twice'),
    ...when(
      definition.lotHash !== null && (seed === null || hashSeed(seed) !== definition.lotHash),
      'the seed of the lot is not the one whose hash was published at opening',
    ),
    ...when(
      (definition.terms.secrecy === 'secret') !== (voted !== null),
      'the secrecy is not the one of the definition',
    ),
  ];
}

function chained({ ballots }: PollRecord): string[] {
  const entries = ballots.map(ballotEntry);
  const broken = firstBroken(
    entries,
    ballots.map(({ hash }) => hash),
  );
  const doubled = new Set(ballots.map(({ code }) => code)).size !== ballots.length;
  return [
    ...when(broken >= 0, `the chain of ballots breaks at ballot ${broken + 1}`),
    ...when(doubled, 'a tracking code is there twice'),
  ];
}

function namedVoters({ ballots, definition }: PollRecord): string[] {
  const roll = new Map(definition.roll.map((line) => [line.voterId, line]));
  const voters = new Set(ballots.map(({ voterId }) => voterId));
  const wrong = ballots.map((ballot) =>
    wrongVoter(ballot, roll.get(ballot.voterId ?? ''), definition.terms.confirmed),
  );
  return [
    ...when(voters.size !== ballots.length, 'somebody voted twice'),
    ...new Set(wrong.filter((fault) => fault !== null)),
  ];
}

function wrongVoter(ballot: RecordedBallot, line: RollLine | undefined, confirmed: boolean): string | null {
  if (!line) return 'a ballot is from nobody on the roll';
  const acts = (id: string | null): boolean => line.actors.some(({ participantId }) => participantId === id);
  if (!acts(ballot.casterId)) return 'a ballot was cast by somebody who could not vote for its voter';
  if (confirmed && (!acts(ballot.confirmerId) || ballot.confirmerId === ballot.casterId))
    return 'a ballot was not confirmed by a second person of its city';
  if (ballot.weight !== line.weight || ballot.group !== line.group)
    return 'a ballot has another weight or group than its voter';
  return null;
}

/** Nothing tells whose a secret ballot is, but there must be one of the right weight and group for each who voted. */
function secretVoters({ ballots, voted, definition }: PollRecord): string[] {
  const roll = new Map(definition.roll.map((line) => [line.voterId, line]));
  const lines = (voted ?? []).map((id) => roll.get(id));
  const kinds = (of: readonly { weight: string; group: string | null }[]): string =>
    of
      .map(({ weight, group }) => `${weight} ${group}`)
      .sort()
      .join('\n');
  if (lines.some((line) => !line)) return ['somebody voted who is not on the roll'];
  return [
    ...when(new Set(voted).size !== lines.length, 'somebody voted twice'),
    ...when(
      ballots.some(({ voterId, casterId, confirmerId }) => voterId ?? casterId ?? confirmerId),
      'a secret ballot names somebody',
    ),
    ...when(
      kinds(ballots) !== kinds(lines as RollLine[]),
      'the ballots are not as many, or not of the weights, of those who voted',
    ),
  ];
}

function byHand({ hand, ballots, definition }: PollRecord): string[] {
  if (!hand) return [];
  const votes = hand.lines.reduce((sum, line) => sum + line.votes, 0);
  return [
    ...when(new Set(hand.enteredBy).size !== 2, 'the votes by hand were not entered by two people'),
    ...when(votes + ballots.length > definition.roll.length, 'there are more votes than voters on the roll'),
  ];
}

function counted(record: PollRecord): string[] {
  return when(hashOf(countRound(record)) !== hashOf(record.result), 'the ballots do not count to the result');
}

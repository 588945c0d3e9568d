import { canonicalJson, type Json } from '../../kernel/canonical-json.js';
import { chain, firstBroken, sha256 } from '../../kernel/hash-chain.js';
import type { Choice, PollDefinition, PollRecord } from '../voting.contract.js';
import { countYesNo } from './majority.js';

export interface CastBallotFacts {
  readonly participantId: string;
  readonly choice: Choice;
  readonly receipt: string;
}

/** SHA-256 over the canonical JSON of what is frozen at opening. */
export function hashDefinition(definition: PollDefinition): string {
  return sha256(canonicalJson(definition as unknown as Json));
}

/** The published record of a closed poll. Ballots stand in the order of their receipts, which tells nothing of time. */
export function sealRecord(definition: PollDefinition, ballots: readonly CastBallotFacts[]): PollRecord {
  const ordered = [...ballots].sort((a, b) => (a.receipt < b.receipt ? -1 : 1));
  const hashes = chain(ordered.map(ballotEntry));
  return {
    definition,
    definitionHash: hashDefinition(definition),
    ballots: ordered.map((ballot, index) => ({ ...ballotEntry(ballot), hash: hashes[index] as string })),
    result: countYesNo({
      ballots: weighted(definition, ordered),
      roll: definition.roll,
      rule: definition.rule,
    }),
  };
}

/** What is wrong with a record, in words; empty if its hashes hold and its ballots count to its result. */
export function faultsOfRecord(record: PollRecord): string[] {
  const faults: string[] = [];
  if (hashDefinition(record.definition) !== record.definitionHash)
    faults.push('the definition (question, rule, roll) is not the one that was hashed at opening');
  const broken = firstBroken(
    record.ballots.map(ballotEntry),
    record.ballots.map(({ hash }) => hash),
  );
  if (broken >= 0) faults.push(`the chain of ballots breaks at ballot ${broken + 1}`);
  const voters = new Set(record.ballots.map(({ participantId }) => participantId));
  if (voters.size !== record.ballots.length) faults.push('somebody voted twice');
  const roll = new Set(record.definition.roll.map(({ participantId }) => participantId));
  if ([...voters].some((id) => !roll.has(id))) return [...faults, 'a ballot is from nobody on the roll'];
  const result = countYesNo({
    ballots: weighted(record.definition, record.ballots),
    roll: record.definition.roll,
    rule: record.definition.rule,
  });
  if (canonicalJson(result as unknown as Json) !== canonicalJson(record.result as unknown as Json))
    faults.push('the ballots do not count to the result');
  return faults;
}

const ballotEntry = ({ participantId, choice, receipt }: CastBallotFacts) => ({
  participantId,
  choice,
  receipt,
});

function weighted(
  definition: PollDefinition,
  ballots: readonly CastBallotFacts[],
): { choice: Choice; weight: string }[] {
  const weights = new Map(definition.roll.map(({ participantId, weight }) => [participantId, weight]));
  return ballots.map(({ participantId, choice }) => ({ choice, weight: weights.get(participantId) ?? '0' }));
}

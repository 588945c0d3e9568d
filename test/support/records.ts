import { newId } from '../../src/kernel/ids.js';
import { signingKey } from '../../src/kernel/signing.js';
import type { BallotContent } from '../../src/voting/ballots.contract.js';
import type { StoredBallot } from '../../src/voting/counting/record.js';
import { type ClosedRound, sealRecord } from '../../src/voting/counting/seal-record.js';
import { frozenTerms } from '../../src/voting/counting/terms.js';
import type { PollTerms } from '../../src/voting/polls.contract.js';
import {
  DEFINITION_FORMAT,
  type PollDefinition,
  type PollRecord,
  type RollLine,
} from '../../src/voting/records.contract.js';
import { completeTerms } from '../../src/voting/terms.js';
import { newTrackingCode } from './ballots.js';
import { inAll } from './people.js';

export const RECORD_KEY = signingKey(Buffer.alloc(32, 7));
const AT = '2014-06-13T10:00:00.000Z';

/** A voter with one vote of weight 1, who casts it in person, unless told otherwise. */
export function rollLine(voterId: string, change: Partial<RollLine> = {}): RollLine {
  return {
    voterId,
    name: voterId,
    city: inAll(voterId),
    weight: '1',
    group: null,
    actors: [{ participantId: voterId, name: voterId }],
    byProxy: false,
    ...change,
  };
}

/** What is frozen of a poll on these terms by default: a motion that needs two thirds. */
export function makeDefinition(
  roll: readonly RollLine[],
  { terms = {}, ...change }: Partial<Omit<PollDefinition, 'terms'>> & { terms?: Partial<PollTerms> } = {},
): PollDefinition {
  return {
    format: DEFINITION_FORMAT,
    pollId: newId(),
    roundId: newId(),
    round: 1,
    question: inAll('Adopt?'),
    subject: { kind: 'proposal', id: 'p1', textHashes: { fr: 'ab' } },
    present: null,
    lotHash: null,
    roll,
    ...change,
    terms: frozenTerms(completeTerms({ rule: { majority: 'two-thirds', base: 'votes' }, ...terms })),
  };
}

/** A closed round in which each of these voted; in a secret one nothing joins votes and voters. */
export function makeRound(
  definition: PollDefinition,
  votes: readonly (readonly [voterId: string, ballot: BallotContent])[],
  change: Partial<ClosedRound> = {},
): ClosedRound {
  const secret = definition.terms.secrecy === 'secret';
  const ballots = votes.map(([voterId, ballot]): StoredBallot => {
    const line = definition.roll.find((each) => each.voterId === voterId) as RollLine;
    const casterId = line.actors[0]?.participantId ?? null;
    return {
      code: newTrackingCode(),
      ballot,
      weight: line.weight,
      group: line.group,
      voterId: secret ? null : voterId,
      casterId: secret ? null : casterId,
      confirmerId: null,
    };
  });
  return {
    definition,
    openedAt: AT,
    closedAt: AT,
    ballots,
    voted: secret ? votes.map(([voterId]) => voterId) : null,
    hand: null,
    seed: null,
    ...change,
  };
}

export function makeRecord(...round: Parameters<typeof makeRound>): PollRecord {
  return sealRecord(makeRound(...round), RECORD_KEY);
}

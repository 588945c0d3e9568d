import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { signingKey } from '../kernel/signing.js';
import { Secrets } from '../platform/files/secrets.js';
import type { HandCount, HandLine } from './ballots.contract.js';
import type { StoredBallot } from './counting/record.js';
import { type ClosedRound, sealRecord } from './counting/seal-record.js';
import type { PollDefinition, PollRecord } from './records.contract.js';
import { Round } from './round.entity.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** The published records of rounds, from which anyone can count again. */
@Injectable()
export class Records {
  constructor(
    private readonly db: DataSource,
    private readonly secrets: Secrets,
  ) {}

  /** The record of a published round; `poll.state` before. */
  async ofRound(roundId: string): Promise<PollRecord> {
    const em = this.db.manager;
    const round = await em.findOneBy(Round, { id: roundId });
    if (!round || round.state === 'draft') throw refuse(KERNEL_ERRORS, 'object.missing');
    if (round.state !== 'published' || !round.result) throw refuse(VOTING_ERRORS, 'poll.state');
    const closed = await readClosed(em, roundId);
    return sealRecord({ ...closed, result: round.result }, signingKey(this.secrets.key('release-signing')));
  }
}

/** What a round holds: its frozen definition and all that counts. The round is locked, or over. */
export async function readClosed(em: EntityManager, roundId: string): Promise<ClosedRound> {
  const round = await em.findOneOrFail(Round, {
    where: { id: roundId },
    select: { id: true, definition: true, lotSeed: true, secrecy: true, openedAt: true, closedAt: true },
  });
  const definition = round.definition as PollDefinition;
  const casters = await castersOf(em, roundId);
  const ballots: Omit<StoredBallot, 'casterId'>[] = await em.query(
    `SELECT code, content AS ballot, weight, group_key AS group, voter_id AS "voterId", confirmer_id AS "confirmerId"
       FROM ballot WHERE round_id = $1 AND ($2 OR confirmer_id IS NOT NULL)`,
    [roundId, !definition.terms.confirmed],
  );
  return {
    definition,
    openedAt: round.openedAt?.toISOString() ?? '',
    closedAt: round.closedAt?.toISOString() ?? '',
    ballots: ballots.map((each) => ({ ...each, casterId: casters.get(each.voterId ?? '') ?? null })),
    voted: round.secrecy === 'secret' ? [...casters.keys()] : null,
    hand: await handCountOf(em, roundId),
    seed: round.lotSeed ?? null,
  };
}

/**
 * Rewrites the ballots of a secret poll in random order, so that neither their place in the table nor the
 * transaction that wrote them says any longer with whose vote they came.
 */
export async function sealBox(em: EntityManager, roundId: string): Promise<void> {
  await em.query(
    `CREATE TEMP TABLE shuffled ON COMMIT DROP AS
       SELECT code, content, weight, group_key FROM ballot WHERE round_id = $1 ORDER BY gen_random_uuid()`,
    [roundId],
  );
  await em.query('DELETE FROM ballot WHERE round_id = $1', [roundId]);
  await em.query(
    `INSERT INTO ballot (round_id, code, content, weight, group_key)
     SELECT $1, code, content, weight, group_key FROM shuffled`,
    [roundId],
  );
  await em.query('DROP TABLE shuffled');
}

/**
 * Who cast each vote, by the voter, in the order of the voters' ids. Not joined to the ballots by the database: while
 * its statistics do not know the round, it would compare all with all.
 */
async function castersOf(em: EntityManager, roundId: string): Promise<Map<string, string>> {
  const rows: { id: string; caster: string }[] = await em.query(
    'SELECT voter_id AS id, caster_id AS caster FROM voted WHERE round_id = $1 ORDER BY voter_id',
    [roundId],
  );
  return new Map(rows.map(({ id, caster }) => [id, caster]));
}

/** What two people entered alike; null while there is nothing, or one has still to enter it. */
async function handCountOf(em: EntityManager, roundId: string): Promise<HandCount | null> {
  const rows: { lines: HandLine[]; by: string }[] = await em.query(
    'SELECT lines, participant_id AS by FROM hand_count WHERE round_id = $1 ORDER BY place',
    [roundId],
  );
  const [first, second] = rows;
  return first && second ? { lines: first.lines, enteredBy: [first.by, second.by] } : null;
}

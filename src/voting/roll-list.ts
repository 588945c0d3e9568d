import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import type { BallotContent } from './ballots.contract.js';
import type { PollDefinition, RollView } from './records.contract.js';
import { Round } from './round.entity.js';
import { VOTING_ERRORS } from './voting.contract.js';

/** The roll of a round as everyone may read it. */
@Injectable()
export class RollList {
  constructor(private readonly db: DataSource) {}

  /** Who may vote; and how they did, in a live roll call, or once the result of a vote by name is published. */
  async ofRound(roundId: string): Promise<RollView[]> {
    const round = await this.db.manager.findOne(Round, {
      where: { id: roundId },
      select: { id: true, state: true, secrecy: true, definition: true },
    });
    if (!round || round.state === 'draft') throw refuse(KERNEL_ERRORS, 'object.missing');
    if (!round.definition) throw refuse(VOTING_ERRORS, 'poll.state');
    const ballots = showsBallots(round, round.definition) ? await this.ballots(roundId) : new Map();
    return round.definition.roll.map(({ voterId, name, city, weight, actors, byProxy }) => ({
      voterId,
      name,
      city,
      weight,
      proxy: byProxy ? (actors[0]?.name ?? null) : null,
      ballot: ballots.get(voterId) ?? null,
    }));
  }

  private async ballots(roundId: string): Promise<Map<string, BallotContent>> {
    const rows: { id: string; content: BallotContent }[] = await this.db.query(
      'SELECT voter_id AS id, content FROM ballot WHERE round_id = $1 AND voter_id IS NOT NULL',
      [roundId],
    );
    return new Map(rows.map(({ id, content }) => [id, content]));
  }
}

function showsBallots({ state, secrecy }: Round, { terms }: PollDefinition): boolean {
  if (secrecy === 'secret') return false;
  return state === 'published' || (secrecy === 'roll-call' && terms.live && state !== 'annulled');
}

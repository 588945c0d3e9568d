import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { Proposal } from './proposal.entity.js';
import { canMove, PROPOSAL_MOVES, VOTE_MOVES } from './proposal.states.js';
import { ProposalMoveRow } from './proposal-move.entity.js';
import { PROPOSAL_ERRORS, type ProposalState } from './proposals.contract.js';
import { keepVersion } from './versions.js';

const MOVES = { ...PROPOSAL_MOVES, ...VOTE_MOVES };
export type Step = keyof typeof MOVES;

interface By {
  /** Null where the clock, a vote or a rule moves it. */
  readonly participantId: string | null;
  readonly reason?: string | null | undefined;
}

/** Takes proposals along their moves: one way for people, votes and rules, written into the time line. */
@Injectable()
export class ProposalSteps {
  constructor(private readonly clock: Clock) {}

  /**
   * Moves a proposal whose row is held, and answers what is to be saved. `proposal.state` if the move does not begin
   * where it is. What is submitted is kept as a version.
   */
  async take(
    em: EntityManager,
    proposal: Proposal,
    step: Step,
    { participantId, reason }: By,
  ): Promise<{ change: Partial<Proposal>; event: (typeof MOVES)[Step]['event'] }> {
    const { event } = MOVES[step];
    if (!canMove(proposal.state, MOVES[step])) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
    const to = step === 'release' ? await stateBefore(em, proposal.id) : MOVES[step].to;
    const at = this.clock.now();
    if (step === 'submit') await keepVersion(em, proposal, { cause: 'submitted', participantId, at });
    await em.query(
      `INSERT INTO proposal_move (proposal_id, number, move, from_state, to_state, participant_id, reason, moved_at)
       SELECT $1, coalesce(max(number), 0) + 1, $2, $3, $4, $5, $6, $7 FROM proposal_move WHERE proposal_id = $1`,
      [proposal.id, step, proposal.state, to, participantId, reason ?? null, at],
    );
    const change: Partial<Proposal> = {
      state: to,
      activeAt: at,
      ...(to === 'submitted' && { submittedAt: at }),
      ...(to === 'admitted' && { admittedAt: proposal.admittedAt ?? at }),
    };
    Object.assign(proposal, change);
    return { change, event };
  }

  /** The time line, the first step first. */
  movesOf(em: EntityManager, proposalId: string): Promise<ProposalMoveRow[]> {
    return em.find(ProposalMoveRow, { where: { proposalId }, order: { number: 'ASC' } });
  }
}

/** Where it was when its vote was prepared. */
async function stateBefore(em: EntityManager, proposalId: string): Promise<ProposalState> {
  const prepared = await em.findOne(ProposalMoveRow, {
    where: { proposalId, move: 'prepare' },
    order: { number: 'DESC' },
  });
  return prepared?.fromState ?? VOTE_MOVES.release.to;
}

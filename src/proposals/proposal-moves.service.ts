import { Injectable } from '@nestjs/common';
import { refuse } from '../kernel/errors.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Session } from '../program/session.entity.js';
import { Amending } from './amendments/amending.js';
import { type PlainMove, type ProposalMove } from './proposal.states.js';
import { type Change, type HeldProposal, ProposalAccess } from './proposal-access.js';
import { ProposalMentions } from './proposal-mentions.service.js';
import { ProposalSteps } from './proposal-steps.js';
import { mayMoveAtAll } from './proposals.abilities.js';
import { type MoveProposal, PROPOSAL_ERRORS, type ScheduleProposal } from './proposals.contract.js';

/** Moving proposals through their states, by people. */
@Injectable()
export class ProposalMoves {
  constructor(
    private readonly proposals: ProposalAccess,
    private readonly steps: ProposalSteps,
    private readonly amending: Amending,
    private readonly mentions: ProposalMentions,
  ) {}

  moveProposal(
    reader: Reader,
    id: string,
    move: Exclude<PlainMove, 'unmerge'>,
    { version, reason }: MoveProposal,
  ): Promise<void> {
    return this.proposals.change(reader, id, version, async (held) => {
      const { change, event } = await this.take(held, move, reason);
      const actorId = accountOf(reader).id;
      if (move === 'submit') await this.mentions.read(held.em, held.proposal, actorId);
      if (move === 'admit') await this.mentions.tellReaders(held.em, held.proposal, actorId);
      if (move === 'withdraw' || move === 'lapse') {
        const { em, standing } = held;
        const by = { actorId, participantId: standing.participant?.id ?? null, reason };
        await this.amending.fallAll(em, id, by);
      }
      return { change: { ...change, sessionId: null }, event };
    });
  }

  /** Puts it on a session's programme: amendments have had their time, the vote comes. */
  scheduleProposal(
    reader: Reader,
    id: string,
    { version, reason, sessionId }: ScheduleProposal,
  ): Promise<void> {
    return this.proposals.change(reader, id, version, async (held) => {
      const { change, event } = await this.take(held, 'schedule', reason);
      const session = await held.em.findOneBy(Session, { id: sessionId, forumId: held.proposal.forumId });
      if (!session || session.state === 'ended') throw refuse(PROPOSAL_ERRORS, 'proposal.session');
      return { change: { ...change, sessionId }, event };
    });
  }

  private async take(
    held: HeldProposal,
    move: ProposalMove,
    reason?: string,
  ): Promise<Required<Omit<Change, 'payload'>>> {
    const { em, proposal, standing, reader } = held;
    permit(mayMoveAtAll(standing, held, move), reader);
    return this.steps.take(em, proposal, move, { participantId: standing.participant?.id ?? null, reason });
  }
}

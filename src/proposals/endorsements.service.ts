import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { mayContribute } from '../forum/forum.abilities.js';
import { ForumAccess, seated } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Endorsement } from './endorsement.entity.js';
import { Proposal } from './proposal.entity.js';
import { mayEndorse, maySeeProposal } from './proposals.abilities.js';
import { PROPOSAL_ERRORS, type PROPOSAL_EVENTS } from './proposals.contract.js';

/** Standing behind another's proposal, and no longer standing behind it. Both may be said twice. */
@Injectable()
export class Endorsements {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  endorse(reader: Reader, id: string): Promise<void> {
    return this.change(reader, id, 'proposal.endorsed', async (em, { forumId }, participantId) => {
      const { raw } = await em
        .createQueryBuilder()
        .insert()
        .into(Endorsement)
        .values({ forumId, proposalId: id, participantId, createdAt: this.clock.now() })
        .orIgnore()
        .returning('proposal_id')
        .execute();
      return (raw as unknown[]).length;
    });
  }

  withdrawEndorsement(reader: Reader, id: string): Promise<void> {
    return this.change(reader, id, 'proposal.endorsement-withdrawn', async (em, _, participantId) => {
      const { affected } = await em.delete(Endorsement, { proposalId: id, participantId });
      return -(affected ?? 0);
    });
  }

  /** The proposal's row is held, so that its number of endorsements is that of the rows. */
  private async change(
    reader: Reader,
    id: string,
    event: keyof typeof PROPOSAL_EVENTS,
    apply: (em: EntityManager, proposal: Proposal, participantId: string) => Promise<number>,
  ): Promise<void> {
    await this.db.transaction(async (em) => {
      const proposal = await em.findOne(Proposal, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!proposal) throw refuse(KERNEL_ERRORS, 'object.missing');
      const standing = await this.access.standing(reader, proposal.forumId, em);
      if (!maySeeProposal(standing, proposal)) throw refuse(KERNEL_ERRORS, 'object.missing');
      permit(mayContribute(standing), reader);
      const participantId = seated(standing).participant.id;
      if (proposal.authorId === participantId) throw refuse(PROPOSAL_ERRORS, 'endorsement.own');
      if (!mayEndorse(standing, proposal)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
      const difference = await apply(em, proposal, participantId);
      if (difference === 0) return;
      await em.update(Proposal, { id }, { endorsements: proposal.endorsements + difference });
      await this.events.append(em, {
        forumId: proposal.forumId,
        type: event,
        subject: { kind: 'proposal', id },
        actorId: accountOf(reader).id,
      });
    });
  }
}

import { Injectable } from '@nestjs/common';
import { seated } from '../forum/forum-access.js';
import { Participant } from '../forum/participant.entity.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { permit, type Reader } from '../platform/http/reader.js';
import { CoAuthor } from './co-author.entity.js';
import { ProposalAccess } from './proposal-access.js';
import { mayWriteOn } from './proposals.abilities.js';
import { type InviteCoAuthor, PROPOSAL_ERRORS, PROPOSAL_LIMITS } from './proposals.contract.js';

/** Who signs a proposal with its author: asked by an author, named once they have agreed, free to leave. */
@Injectable()
export class CoAuthors {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalAccess,
  ) {}

  invite(reader: Reader, id: string, { participantId, version }: InviteCoAuthor): Promise<void> {
    return this.proposals.change(reader, id, version, async (held) => {
      const { em, proposal } = held;
      permit(mayWriteOn(held.standing, held), reader);
      const asked = await em.findOneBy(Participant, { id: participantId, forumId: proposal.forumId });
      if (!asked) throw refuse(KERNEL_ERRORS, 'object.missing');
      if (asked.suspendedAt || asked.role === 'observer') throw refuse(PROPOSAL_ERRORS, 'author.not-seated');
      const known = await em.findBy(CoAuthor, { proposalId: id });
      if (asked.id === proposal.authorId || known.some((each) => each.participantId === asked.id))
        throw refuse(PROPOSAL_ERRORS, 'author.invited');
      if (known.length >= PROPOSAL_LIMITS.coAuthors) throw refuse(PROPOSAL_ERRORS, 'author.too-many');
      await em.insert(CoAuthor, {
        proposalId: id,
        participantId,
        forumId: proposal.forumId,
        invitedAt: this.clock.now(),
        acceptedAt: null,
        mergedFrom: null,
      });
      return { event: 'proposal.co-author-invited' };
    });
  }

  /** The one who was asked agrees. Said twice it is the same. */
  accept(reader: Reader, id: string): Promise<void> {
    return this.proposals.change(reader, id, null, async ({ em, standing, coAuthor }) => {
      const participantId = seated(standing).participant.id;
      if (coAuthor === 'none') throw refuse(PROPOSAL_ERRORS, 'author.missing');
      if (coAuthor === 'accepted') return null;
      await em.update(CoAuthor, { proposalId: id, participantId }, { acceptedAt: this.clock.now() });
      return { event: 'proposal.co-author-joined' };
    });
  }

  /** Declines or leaves, or, by an author, takes an invitation back. Who has agreed is nobody's to remove. */
  leave(reader: Reader, id: string, participantId: string): Promise<void> {
    return this.proposals.change(reader, id, null, async (held) => {
      const { em, standing } = held;
      const found = await em.findOneBy(CoAuthor, { proposalId: id, participantId });
      const own = standing.participant?.id === participantId;
      permit(own || mayWriteOn(standing, held), reader);
      if (!found) throw refuse(PROPOSAL_ERRORS, 'author.missing');
      permit(own || found.acceptedAt === null, reader);
      await em.delete(CoAuthor, { proposalId: id, participantId });
      return { event: 'proposal.co-author-left' };
    });
  }
}

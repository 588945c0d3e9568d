import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { CoAuthor } from './co-author.entity.js';
import { Proposal } from './proposal.entity.js';
import { type Change, type HeldProposal, ProposalAccess, type ProposalEvent } from './proposal-access.js';
import { ProposalSteps } from './proposal-steps.js';
import { mayBeMergedInto, mayLink, mayMoveAtAll } from './proposals.abilities.js';
import { type MergeProposal, type MoveProposal, PROPOSAL_ERRORS } from './proposals.contract.js';

/**
 * Two proposals that want the same. Merging keeps both texts; the authors of the one become co-authors of the other,
 * and may leave it; who endorsed it is asked: an endorsement stays with the text that was endorsed.
 */
@Injectable()
export class Merges {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalAccess,
    private readonly steps: ProposalSteps,
  ) {}

  mergeProposal(reader: Reader, id: string, { version, intoId, reason }: MergeProposal): Promise<void> {
    const merge = async (held: HeldProposal): Promise<Change> => {
      const { em, proposal } = held;
      permit(mayMoveAtAll(held.standing, held, 'merge'), reader);
      const into = await target(held, intoId);
      const { change, event } = await this.steps.take(em, proposal, 'merge', by(held, reason));
      await signBoth(em, proposal, into, this.clock.now());
      await askEndorsers(em, proposal, into);
      await this.touch(held, into, event);
      return { change: { ...change, mergedInto: into.id }, event };
    };
    return this.proposals.change(reader, id, version, merge, { and: [intoId] });
  }

  /** Undoes a merge while the other has not been to the vote. */
  async unmergeProposal(reader: Reader, id: string, { version, reason }: MoveProposal): Promise<void> {
    const intoId = (await this.proposals.see(reader, id)).proposal.mergedInto;
    const unmerge = async (held: HeldProposal): Promise<Change> => {
      const { em, proposal } = held;
      permit(mayMoveAtAll(held.standing, held, 'unmerge'), reader);
      const { change, event } = await this.steps.take(em, proposal, 'unmerge', by(held, reason));
      const into = await target(held, proposal.mergedInto as string);
      await em.delete(CoAuthor, { proposalId: into.id, mergedFrom: id });
      await em.query('DELETE FROM endorsement_request WHERE proposal_id = $1 AND endorsed_id = $2', [
        into.id,
        id,
      ]);
      await this.touch(held, into, event);
      return { change: { ...change, mergedInto: null }, event };
    };
    await this.proposals.change(reader, id, version, unmerge, { and: intoId ? [intoId] : [] });
  }

  linkProposals(reader: Reader, id: string, otherId: string): Promise<void> {
    return this.proposals.change(reader, id, null, async (held) => {
      const { em, proposal, standing } = held;
      permit(mayLink(standing, held), reader);
      const other = await em.findOneBy(Proposal, { id: otherId, forumId: proposal.forumId });
      if (!other || !mayLink(standing, { ...held, proposal: other }))
        throw refuse(KERNEL_ERRORS, 'object.missing');
      if (other.id === id) throw refuse(PROPOSAL_ERRORS, 'proposal.link');
      const { length } = await em.query(
        `INSERT INTO proposal_link (forum_id, proposal_id, other_id, participant_id, created_at)
         VALUES ($1, least($2::uuid, $3::uuid), greatest($2::uuid, $3::uuid), $4, $5)
         ON CONFLICT DO NOTHING RETURNING 1`,
        [proposal.forumId, id, otherId, standing.participant?.id, this.clock.now()],
      );
      return length === 0 ? null : { event: 'proposal.linked' };
    });
  }

  unlinkProposals(reader: Reader, id: string, otherId: string): Promise<void> {
    return this.proposals.change(reader, id, null, async (held) => {
      permit(mayLink(held.standing, held), reader);
      const [, removed] = await held.em.query(
        `DELETE FROM proposal_link
          WHERE proposal_id = least($1::uuid, $2::uuid) AND other_id = greatest($1::uuid, $2::uuid)`,
        [id, otherId],
      );
      return removed === 0 ? null : { event: 'proposal.unlinked' };
    });
  }

  /** The other one has changed too, for whoever looks at it. */
  private async touch({ em, reader }: HeldProposal, other: Proposal, event: ProposalEvent): Promise<void> {
    await em.update(Proposal, { id: other.id }, { activeAt: this.clock.now() });
    await this.proposals.tell(em, other, event, accountOf(reader).id);
  }
}

const by = ({ standing }: HeldProposal, reason: string | undefined) => ({
  participantId: standing.participant?.id ?? null,
  reason,
});

/** The one that something is merged into, which is held already. */
async function target({ em, proposal }: HeldProposal, id: string): Promise<Proposal> {
  const into = await em.findOneBy(Proposal, { id, forumId: proposal.forumId });
  if (!into || (into.admittedAt === null && !into.imported)) throw refuse(KERNEL_ERRORS, 'object.missing');
  if (into.id === proposal.id || !mayBeMergedInto(into)) throw refuse(PROPOSAL_ERRORS, 'proposal.merge');
  return into;
}

/** Everybody who signed the one signs the other. */
async function signBoth(em: EntityManager, from: Proposal, into: Proposal, at: Date): Promise<void> {
  await em.query(
    `INSERT INTO co_author (forum_id, proposal_id, participant_id, invited_at, accepted_at, merged_from)
     SELECT $1, $3, participant_id, $5, $5, $2
       FROM (SELECT participant_id FROM co_author WHERE proposal_id = $2 AND accepted_at IS NOT NULL
             UNION SELECT $4::uuid WHERE $4::uuid IS NOT NULL) signed
      WHERE participant_id IS DISTINCT FROM $6::uuid
     ON CONFLICT DO NOTHING`,
    [from.forumId, from.id, into.id, from.authorId, at, into.authorId],
  );
}

async function askEndorsers(em: EntityManager, from: Proposal, into: Proposal): Promise<void> {
  await em.query(
    `INSERT INTO endorsement_request (proposal_id, participant_id, endorsed_id)
     SELECT $2, participant_id, $1 FROM endorsement WHERE proposal_id = $1
        AND participant_id IS DISTINCT FROM $3::uuid
        AND NOT EXISTS (SELECT FROM endorsement done
                         WHERE done.proposal_id = $2 AND done.participant_id = endorsement.participant_id)
     ON CONFLICT DO NOTHING`,
    [from.id, into.id, into.authorId],
  );
}

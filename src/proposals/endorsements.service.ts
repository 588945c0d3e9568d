import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { mayContribute } from '../forum/forum.abilities.js';
import { seated } from '../forum/forum-access.js';
import { regionOf } from '../forum/regions.js';
import { Clock } from '../kernel/clock.js';
import { refuse } from '../kernel/errors.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Proposal } from './proposal.entity.js';
import { type Change, type HeldProposal, ProposalAccess } from './proposal-access.js';
import { ProposalMentions } from './proposal-mentions.service.js';
import { ProposalSteps } from './proposal-steps.js';
import { isEndorsable, mayEndorse, speaksForCity } from './proposals.abilities.js';
import { PROPOSAL_ERRORS } from './proposals.contract.js';

/** Standing behind another's proposal, and no longer standing behind it; by oneself or for one's city. Both may be said twice. */
@Injectable()
export class Endorsements {
  constructor(
    private readonly clock: Clock,
    private readonly proposals: ProposalAccess,
    private readonly steps: ProposalSteps,
    private readonly mentions: ProposalMentions,
  ) {}

  endorse(reader: Reader, id: string): Promise<void> {
    return this.proposals.change(reader, id, null, async (held) => {
      const { em, proposal } = held;
      const participantId = endorser(held);
      const added = await affected(
        em,
        `INSERT INTO endorsement (forum_id, proposal_id, participant_id, created_at) VALUES ($1, $2, $3, $4)
         ON CONFLICT DO NOTHING`,
        [proposal.forumId, id, participantId, this.clock.now()],
      );
      await answer(em, id, participantId, this.clock.now());
      return persons(proposal, added, 'proposal.endorsed');
    });
  }

  withdrawEndorsement(reader: Reader, id: string): Promise<void> {
    return this.proposals.change(reader, id, null, async (held) => {
      const removed = await affected(
        held.em,
        'DELETE FROM endorsement WHERE proposal_id = $1 AND participant_id = $2',
        [id, endorser(held)],
      );
      return persons(held.proposal, -removed, 'proposal.endorsement-withdrawn');
    });
  }

  /** The city stands behind it, by the word of the head of its delegation. */
  endorseForCity(reader: Reader, id: string): Promise<void> {
    return this.proposals.change(reader, id, null, async (held) => {
      const { em, proposal } = held;
      const { participantId, delegationId } = cityOf(held);
      const added = await affected(
        em,
        `INSERT INTO city_endorsement (forum_id, proposal_id, delegation_id, participant_id, created_at)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING`,
        [proposal.forumId, id, delegationId, participantId, this.clock.now()],
      );
      if (added === 0) return null;
      const endorsingCities = proposal.endorsingCities + added;
      const admitted = await this.admittedByRule(held);
      return {
        change: { ...admitted?.change, endorsingCities },
        event: admitted?.event ?? 'proposal.endorsed',
      };
    });
  }

  withdrawForCity(reader: Reader, id: string): Promise<void> {
    return this.proposals.change(reader, id, null, async (held) => {
      const removed = await affected(
        held.em,
        'DELETE FROM city_endorsement WHERE proposal_id = $1 AND delegation_id = $2',
        [id, cityOf(held).delegationId],
      );
      if (removed === 0) return null;
      const endorsingCities = held.proposal.endorsingCities - removed;
      return { change: { endorsingCities }, event: 'proposal.endorsement-withdrawn' };
    });
  }

  /** Who endorsed what was merged into this one does not endorse this one, and is not asked again. */
  async decline(reader: Reader, id: string): Promise<void> {
    const { standing } = await this.proposals.see(reader, id);
    await this.proposals.change(reader, id, null, async ({ em }) => {
      await answer(em, id, seated(standing).participant.id, this.clock.now());
      return null;
    });
  }

  /** Enough cities of enough regions of the world admit it, where the organiser said so. */
  private async admittedByRule({
    em,
    proposal,
    admission,
    reader,
  }: HeldProposal): Promise<Required<Omit<Change, 'payload'>> | null> {
    if (!admission || proposal.state !== 'submitted') return null;
    const cities: { country: string | null }[] = await em.query(
      `SELECT city.country FROM city_endorsement e
         JOIN delegation ON delegation.id = e.delegation_id JOIN city ON city.id = delegation.city_id
        WHERE e.proposal_id = $1`,
      [proposal.id],
    );
    const regions = new Set(cities.map(({ country }) => regionOf(country)).filter(Boolean));
    if (cities.length < admission.delegations || regions.size < admission.regions) return null;
    const admitted = await this.steps.take(em, proposal, 'admit', { participantId: null });
    await this.mentions.tellReaders(em, proposal, accountOf(reader).id);
    return admitted;
  }
}

/** Who endorses for themselves; a refusal for authors, and where nobody can be won any more. */
function endorser(held: HeldProposal): string {
  const { standing, reader } = held;
  permit(mayContribute(standing), reader);
  if (!isEndorsable(held)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
  if (!mayEndorse(standing, held)) throw refuse(PROPOSAL_ERRORS, 'endorsement.own');
  return seated(standing).participant.id;
}

function cityOf(held: HeldProposal): { participantId: string; delegationId: string } {
  const { standing, reader } = held;
  permit(mayContribute(standing), reader);
  if (!speaksForCity(standing)) throw refuse(PROPOSAL_ERRORS, 'endorsement.no-city');
  if (!isEndorsable(held)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
  const { id, delegationId } = seated(standing).participant;
  return { participantId: id, delegationId: delegationId as string };
}

function persons({ endorsements }: Proposal, difference: number, event: Change['event']): Change | null {
  return difference === 0 ? null : { change: { endorsements: endorsements + difference }, event };
}

/** Whoever was asked has answered. */
async function answer(em: EntityManager, proposalId: string, participantId: string, at: Date): Promise<void> {
  await em.query(
    `UPDATE endorsement_request SET answered_at = $3
      WHERE proposal_id = $1 AND participant_id = $2 AND answered_at IS NULL`,
    [proposalId, participantId, at],
  );
}

/** How many rows a statement added or took. */
async function affected(em: EntityManager, statement: string, parameters: unknown[]): Promise<number> {
  const rows: unknown[] = await em.query(
    `WITH done AS (${statement} RETURNING 1) SELECT FROM done`,
    parameters,
  );
  return rows.length;
}

import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { MentionRow } from '../discussion/mentions/mention.entity.js';
import { Mentions } from '../discussion/mentions/mentions.service.js';
import type { Proposal } from './proposal.entity.js';
import { ProposalAccess } from './proposal-access.js';
import { sourceOf } from './texts.js';

/** Who is mentioned in the paragraphs of a proposal: by an @ and their name, which stay words like any other. */
@Injectable()
export class ProposalMentions {
  constructor(
    private readonly mentions: Mentions,
    private readonly proposals: ProposalAccess,
  ) {}

  /** When it is submitted, each time: who is named in the text as it was written. Who is new is told. */
  async read(em: EntityManager, proposal: Proposal, actorId: string | null): Promise<void> {
    const { plain } = await sourceOf(em, proposal);
    const { id, forumId } = proposal;
    const found = await this.mentions.find(em, proposal, plain.replaceAll('\u00a0', ' '));
    await this.mentions.keep(em, { kind: 'proposal', id, forumId }, found, actorId);
  }

  /** When it is admitted: those are told who could not read it before. */
  async tellReaders(em: EntityManager, proposal: Proposal, actorId: string | null): Promise<void> {
    if (await em.existsBy(MentionRow, { proposalId: proposal.id }))
      await this.proposals.tell(em, proposal, 'proposal.mentioned', actorId);
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, In, type SelectQueryBuilder } from 'typeorm';
import { Authors } from '../forum/authors.js';
import { mayModerate } from '../forum/forum.abilities.js';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import type { Reader } from '../platform/http/reader.js';
import { Endorsement } from './endorsement.entity.js';
import { Proposal } from './proposal.entity.js';
import { presentProposal, presentProposalView } from './proposal.presenter.js';
import { ProposalTextRow } from './proposal-text.entity.js';
import { maySeeProposal } from './proposals.abilities.js';
import type { ProposalSummary, ProposalView } from './proposals.contract.js';
import type { ProposalsQuery } from './proposals.dto.js';

/** How many endorsers a proposal's page names; the number of all stands beside them. */
const ENDORSERS_SHOWN = 200;

/** Proposals as one reader sees them: a fixed number of queries, however many proposals. */
@Injectable()
export class ProposalList {
  constructor(
    private readonly db: DataSource,
    private readonly access: ForumAccess,
    private readonly authors: Authors,
  ) {}

  /** The newest first, of those that the reader may see. */
  async list(
    reader: Reader,
    slug: string,
    { cursor, limit, lang, ...filter }: ProposalsQuery,
  ): Promise<Page<ProposalSummary>> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const query = this.db
      .createQueryBuilder(Proposal, 'p')
      .where('p.forumId = :forumId', { forumId: forum.id })
      .orderBy('p.createdAt', 'DESC')
      .addOrderBy('p.id', 'DESC')
      .limit(limit + 1);
    onlySeen(query, standing);
    narrow(query, filter, standing);
    if (cursor) {
      const [createdAt, id] = decodeCursor(cursor, 2);
      query.andWhere('(p.createdAt, p.id) < (:createdAt, :id)', { createdAt, id });
    }
    const proposals = await query.getMany();
    const [texts, authors] = await Promise.all([
      this.db.manager.find(ProposalTextRow, {
        where: { proposalId: In(proposals.map(({ id }) => id)) },
        select: { proposalId: true, lang: true, title: true },
        order: { lang: 'ASC' },
      }),
      this.authors.of(proposals.map(({ authorId }) => authorId)),
    ]);
    const textsOf = (id: string) => texts.filter(({ proposalId }) => proposalId === id);
    return toPage(
      proposals,
      limit,
      (proposal) => presentProposal(proposal, { texts: textsOf(proposal.id), authors, lang }),
      (proposal) => [proposal.createdAt.toISOString(), proposal.id],
    );
  }

  /** Refuses with `object.missing` what the reader may not see: a draft does not exist for others. */
  async show(reader: Reader, id: string): Promise<ProposalView> {
    const proposal = await this.db.manager.findOneBy(Proposal, { id });
    if (!proposal) throw refuse(KERNEL_ERRORS, 'object.missing');
    const standing = await this.access.standing(reader, proposal.forumId);
    if (!maySeeProposal(standing, proposal)) throw refuse(KERNEL_ERRORS, 'object.missing');
    const participantId = standing.participant?.id;
    const [texts, endorsements, endorsed] = await Promise.all([
      this.db.manager.find(ProposalTextRow, { where: { proposalId: id }, order: { lang: 'ASC' } }),
      this.db.manager.find(Endorsement, {
        where: { proposalId: id },
        order: { createdAt: 'ASC', participantId: 'ASC' },
        take: ENDORSERS_SHOWN,
      }),
      participantId ? this.db.manager.existsBy(Endorsement, { proposalId: id, participantId }) : false,
    ]);
    const endorserIds = endorsements.map((endorsement) => endorsement.participantId);
    const authors = await this.authors.of([proposal.authorId, ...endorserIds]);
    return presentProposalView(proposal, standing, { texts, authors, endorserIds, endorsed });
  }
}

/** `maySeeProposal` as the database reads it. */
function onlySeen(query: SelectQueryBuilder<Proposal>, standing: Standing): void {
  const seen = ['p.admittedAt IS NOT NULL', 'p.imported', 'p.authorId = :me'];
  if (mayModerate(standing)) seen.push(`p.state <> 'draft'`);
  query.andWhere(`(${seen.join(' OR ')})`, { me: standing.participant?.id ?? null });
}

function narrow(
  query: SelectQueryBuilder<Proposal>,
  { q, topic, state, mine }: Pick<ProposalsQuery, 'q' | 'topic' | 'state' | 'mine'>,
  standing: Standing,
): void {
  if (topic) query.andWhere('p.topicId = :topic', { topic });
  if (state) query.andWhere('p.state = :state', { state });
  if (mine) query.andWhere('p.authorId = :author', { author: standing.participant?.id ?? null });
  if (q)
    query.andWhere(
      'EXISTS (SELECT FROM proposal_text t WHERE t.proposal_id = p.id AND t.search @@ nidaa_tsquery(:q))',
      { q },
    );
}

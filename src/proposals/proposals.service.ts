import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Forum } from '../forum/forum.entity.js';
import { ForumAccess, seated } from '../forum/forum-access.js';
import { Topic } from '../forum/topic.entity.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenReference } from '../platform/database/conflicts.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Proposal } from './proposal.entity.js';
import { EDITABLE, TRANSLATABLE } from './proposal.states.js';
import { ProposalAccess } from './proposal-access.js';
import { mayPropose, mayTranslateAtAll, mayWriteOn } from './proposals.abilities.js';
import {
  type CreateProposal,
  PROPOSAL_ERRORS,
  type UpdateProposal,
  type WriteTranslation,
} from './proposals.contract.js';
import { writeSource, writeTranslation } from './texts.js';

/** Writing proposals: their text, its translations, what they are about. */
@Injectable()
export class Proposals {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
    private readonly proposals: ProposalAccess,
  ) {}

  /** Begins a draft that only its author sees; answers its id. */
  async draftProposal(
    reader: Reader,
    slug: string,
    { lang, topicId, cityIds, ...text }: CreateProposal,
  ): Promise<string> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayPropose(standing), reader);
    const authorId = seated(standing).participant.id;
    return this.db.transaction(async (em) => {
      await checkTopic(em, forum.id, topicId);
      const now = this.clock.now();
      const proposal = em.create(Proposal, {
        id: newId(),
        forumId: forum.id,
        number: await nextNumber(em, forum.id),
        topicId: topicId ?? null,
        authorId,
        lang,
        createdAt: now,
        activeAt: now,
      });
      await em.insert(Proposal, proposal);
      await writeSource(em, proposal, text);
      await concern(em, proposal.id, cityIds);
      await this.proposals.tell(em, proposal, 'proposal.drafted', accountOf(reader).id);
      return proposal.id;
    });
  }

  editProposal(
    reader: Reader,
    id: string,
    { version, topicId, cityIds, ...text }: UpdateProposal,
  ): Promise<void> {
    return this.proposals.change(reader, id, version, async (held) => {
      const { em, proposal } = held;
      permit(mayWriteOn(held.standing, held), reader);
      if (!EDITABLE.includes(proposal.state)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
      await checkTopic(em, proposal.forumId, topicId);
      await writeSource(em, proposal, text);
      await concern(em, id, cityIds);
      return { change: topicId === undefined ? {} : { topicId }, event: 'proposal.edited' };
    });
  }

  writeTranslation(
    reader: Reader,
    id: string,
    lang: string,
    { version, ...text }: WriteTranslation,
  ): Promise<void> {
    return this.proposals.change(reader, id, version, async (held) => {
      const { em, proposal } = held;
      permit(mayTranslateAtAll(held.standing, held), reader);
      if (!TRANSLATABLE.includes(proposal.state)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
      if (lang === proposal.lang) throw refuse(PROPOSAL_ERRORS, 'proposal.source-language');
      await writeTranslation(em, proposal, lang, text);
      return { event: 'proposal.translated' };
    });
  }
}

/** Numbers follow each other without a gap: whoever takes one holds the forum until the commit. */
async function nextNumber(em: EntityManager, forumId: string): Promise<number> {
  await em.findOneOrFail(Forum, { where: { id: forumId }, lock: { mode: 'for_no_key_update' } });
  const last = await em.maximum(Proposal, 'number', { forumId });
  return (last ?? 0) + 1;
}

async function checkTopic(
  em: EntityManager,
  forumId: string,
  topicId: string | null | undefined,
): Promise<void> {
  if (topicId && !(await em.existsBy(Topic, { id: topicId, forumId })))
    throw refuse(KERNEL_ERRORS, 'object.missing');
}

/** The cities that a proposal is about; what is left out stays as it is. */
async function concern(
  em: EntityManager,
  proposalId: string,
  cityIds: readonly string[] | undefined,
): Promise<void> {
  if (!cityIds) return;
  await em.query('DELETE FROM concerned_city WHERE proposal_id = $1', [proposalId]);
  try {
    await em.query('INSERT INTO concerned_city (proposal_id, city_id) SELECT $1, unnest($2::uuid[])', [
      proposalId,
      [...new Set(cityIds)],
    ]);
  } catch (error) {
    if (brokenReference(error)) throw refuse(KERNEL_ERRORS, 'object.missing');
    throw error;
  }
}

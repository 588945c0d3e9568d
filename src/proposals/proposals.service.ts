import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Forum } from '../forum/forum.entity.js';
import { ForumAccess, type Standing, seated } from '../forum/forum-access.js';
import { Topic } from '../forum/topic.entity.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { Events } from '../platform/events/events.service.js';
import { plainOf } from '../platform/http/clean-text.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Proposal } from './proposal.entity.js';
import { canMove, EDITABLE, PROPOSAL_MOVES, type ProposalMove, TRANSLATABLE } from './proposal.states.js';
import { ProposalTextRow } from './proposal-text.entity.js';
import {
  mayMoveAtAll,
  mayPropose,
  maySeeProposal,
  mayTranslateAtAll,
  mayWriteOn,
} from './proposals.abilities.js';
import {
  type CreateProposal,
  type MoveProposal,
  PROPOSAL_ERRORS,
  type PROPOSAL_EVENTS,
  type UpdateProposal,
  type WriteTranslation,
} from './proposals.contract.js';

type EventType = keyof typeof PROPOSAL_EVENTS;

/** Writing proposals and moving them through their states. */
@Injectable()
export class Proposals {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** Begins a draft that only its author sees; answers its id. */
  async draftProposal(
    reader: Reader,
    slug: string,
    { lang, topicId, ...text }: CreateProposal,
  ): Promise<string> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayPropose(standing), reader);
    const authorId = seated(standing).participant.id;
    return this.db.transaction(async (em) => {
      await checkTopic(em, forum.id, topicId);
      const proposal = {
        id: newId(),
        forumId: forum.id,
        number: await nextNumber(em, forum.id),
        topicId: topicId ?? null,
        authorId,
        lang,
        createdAt: this.clock.now(),
      };
      await em.insert(Proposal, proposal);
      await writeText(em, proposal.id, lang, text);
      await this.tell(em, proposal, 'proposal.drafted', reader);
      return proposal.id;
    });
  }

  editProposal(reader: Reader, id: string, { version, topicId, ...text }: UpdateProposal): Promise<void> {
    return this.change(reader, id, version, async (em, proposal, standing) => {
      permit(mayWriteOn(standing, proposal), reader);
      if (!EDITABLE.includes(proposal.state)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
      await checkTopic(em, proposal.forumId, topicId);
      await writeText(em, id, proposal.lang, text);
      return { change: topicId === undefined ? {} : { topicId }, event: 'proposal.edited' };
    });
  }

  writeTranslation(
    reader: Reader,
    id: string,
    lang: string,
    { version, ...text }: WriteTranslation,
  ): Promise<void> {
    return this.change(reader, id, version, async (em, proposal, standing) => {
      permit(mayTranslateAtAll(standing, proposal), reader);
      if (!TRANSLATABLE.includes(proposal.state)) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
      if (lang === proposal.lang) throw refuse(PROPOSAL_ERRORS, 'proposal.source-language');
      await writeText(em, id, lang, text);
      return { change: {}, event: 'proposal.translated' };
    });
  }

  moveProposal(
    reader: Reader,
    id: string,
    move: ProposalMove,
    { version, reason }: MoveProposal,
  ): Promise<void> {
    return this.change(reader, id, version, async (_, proposal, standing) => {
      permit(mayMoveAtAll(standing, proposal, move), reader);
      const { to, event } = PROPOSAL_MOVES[move];
      if (!canMove(proposal.state, PROPOSAL_MOVES[move])) throw refuse(PROPOSAL_ERRORS, 'proposal.state');
      const now = this.clock.now();
      return {
        change: {
          state: to,
          reason: reason ?? null,
          ...(to === 'submitted' && { submittedAt: now }),
          ...(to === 'admitted' && { admittedAt: now }),
        },
        event,
      };
    });
  }

  /** Locks the proposal, lets `decide` judge and write, and saves with the next version and the event. */
  private async change(
    reader: Reader,
    id: string,
    version: number,
    decide: (
      em: EntityManager,
      proposal: Proposal,
      standing: Standing,
    ) => Promise<{ change: Partial<Proposal>; event: EventType }>,
  ): Promise<void> {
    await this.db.transaction(async (em) => {
      const proposal = await em.findOne(Proposal, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!proposal) throw refuse(KERNEL_ERRORS, 'object.missing');
      const standing = await this.access.standing(reader, proposal.forumId, em);
      if (!maySeeProposal(standing, proposal)) throw refuse(KERNEL_ERRORS, 'object.missing');
      const { change, event } = await decide(em, proposal, standing);
      if (proposal.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      await em.update(Proposal, { id }, { ...change, version: version + 1 });
      await this.tell(em, proposal, event, reader);
    });
  }

  private tell(
    em: EntityManager,
    { id, forumId }: Pick<Proposal, 'id' | 'forumId'>,
    type: EventType,
    reader: Reader,
  ): Promise<void> {
    return this.events.append(em, {
      forumId,
      type,
      subject: { kind: 'proposal', id },
      actorId: accountOf(reader).id,
    });
  }
}

/** Numbers follow each other without a gap: whoever takes one holds the forum until the commit. */
async function nextNumber(em: EntityManager, forumId: string): Promise<number> {
  await em.findOneOrFail(Forum, { where: { id: forumId }, lock: { mode: 'for_no_key_update' } });
  const last = await em.maximum(Proposal, 'number', { forumId });
  return (last ?? 0) + 1;
}

async function writeText(
  em: EntityManager,
  proposalId: string,
  lang: string,
  { title, body }: { title: string; body: string },
): Promise<void> {
  const plain = plainOf(body);
  if (!plain) throw refuse(PROPOSAL_ERRORS, 'proposal.empty');
  await em.upsert(ProposalTextRow, { proposalId, lang, title, body, plain }, ['proposalId', 'lang']);
}

async function checkTopic(
  em: EntityManager,
  forumId: string,
  topicId: string | null | undefined,
): Promise<void> {
  if (topicId && !(await em.existsBy(Topic, { id: topicId, forumId })))
    throw refuse(KERNEL_ERRORS, 'object.missing');
}

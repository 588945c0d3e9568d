import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Forum } from '../forum/forum.entity.js';
import { ForumAccess, type Standing } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import type { EventPayload } from '../platform/events/event.entity.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, type Reader } from '../platform/http/reader.js';
import { CoAuthor } from './co-author.entity.js';
import { Proposal } from './proposal.entity.js';
import { maySeeProposal, type Proposed } from './proposals.abilities.js';
import type { PROPOSAL_EVENTS } from './proposals.contract.js';

export type ProposalEvent = keyof typeof PROPOSAL_EVENTS;

/** A proposal before somebody who may see it. */
export interface Seen extends Proposed {
  readonly proposal: Proposal;
  readonly standing: Standing;
}
/** The same while its row is held. */
export interface HeldProposal extends Seen {
  readonly em: EntityManager;
  readonly reader: Reader;
}
/** What a use case changes of the row, and what it tells. */
export interface Change {
  readonly change?: Partial<Proposal>;
  readonly event: ProposalEvent;
  readonly payload?: EventPayload;
}

/** Alone with the row; whoever only refers to it, as what tells people of it, does not wait. */
export const HELD = { mode: 'for_no_key_update' } as const;

/** How proposals are reached: what the reader may not see is not there, and a change holds the row. */
@Injectable()
export class ProposalAccess {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** Refuses with `object.missing` what the reader may not see: a draft does not exist for others. */
  async see(reader: Reader, id: string): Promise<Seen> {
    return this.seen(reader, await this.db.manager.findOneBy(Proposal, { id }), this.db.manager);
  }

  /**
   * Holds the proposal, lets `decide` judge and write, and saves what it answers; null is no change. With `version`,
   * refuses with `object.changed` if the proposal is another by then, and counts the next one. Others that it is
   * about are held with it, all in the order of their ids, so that two at once do not wait for each other.
   */
  async change(
    reader: Reader,
    id: string,
    version: number | null,
    decide: (held: HeldProposal) => Promise<Change | null>,
    { and = [] }: { readonly and?: readonly string[] } = {},
  ): Promise<void> {
    await this.db.transaction(async (em) => {
      if (and.length > 0) await hold(em, [id, ...and]);
      const row = await em.findOne(Proposal, { where: { id }, lock: HELD });
      const seen = await this.seen(reader, row, em);
      const decided = await decide({ ...seen, em, reader });
      const { proposal } = seen;
      if (version !== null && proposal.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      if (!decided) return;
      const next = version === null ? {} : { version: version + 1 };
      await em.update(Proposal, { id }, { activeAt: this.clock.now(), ...decided.change, ...next });
      await this.tell(em, proposal, decided.event, accountOf(reader).id, decided.payload);
    });
  }

  tell(
    em: EntityManager,
    { id, forumId }: Pick<Proposal, 'id' | 'forumId'>,
    type: ProposalEvent,
    actorId: string | null,
    payload: EventPayload = {},
  ): Promise<void> {
    return this.events.append(em, { forumId, type, subject: { kind: 'proposal', id }, actorId, payload });
  }

  private async seen(reader: Reader, proposal: Proposal | null, em: EntityManager): Promise<Seen> {
    if (!proposal) throw refuse(KERNEL_ERRORS, 'object.missing');
    const standing = await this.access.standing(reader, proposal.forumId, em);
    const participantId = standing.participant?.id;
    const coAuthor = participantId
      ? await em.findOneBy(CoAuthor, { proposalId: proposal.id, participantId })
      : null;
    const { admission } = await em.findOneOrFail(Forum, {
      where: { id: proposal.forumId },
      select: { id: true, admission: true },
    });
    const seen: Seen = {
      proposal,
      standing,
      coAuthor: coAuthor === null ? 'none' : coAuthor.acceptedAt ? 'accepted' : 'invited',
      admission,
    };
    if (!maySeeProposal(standing, seen)) throw refuse(KERNEL_ERRORS, 'object.missing');
    return seen;
  }
}

async function hold(em: EntityManager, ids: readonly string[]): Promise<void> {
  await em.query('SELECT FROM proposal WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE', [ids]);
}

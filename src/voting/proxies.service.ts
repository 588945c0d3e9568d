import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, In } from 'typeorm';
import { mayModerate } from '../forum/forum.abilities.js';
import { ForumAccess, type Seated, seated } from '../forum/forum-access.js';
import { Participant } from '../forum/participant.entity.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { PROXIES_MAX, type ProxyView } from './proxies.contract.js';
import { ProxyRow } from './proxy.entity.js';
import { canMoveProxy, movesProxy, PROXY_MOVES, type ProxyMove } from './proxy.states.js';
import { mayGiveProxy } from './voting.abilities.js';
import { VOTING_ERRORS, type VOTING_EVENTS } from './voting.contract.js';

/** Who votes for whom, until it is revoked. A poll freezes it with its roll. */
@Injectable()
export class Proxies {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** One's own, given and held; moderators see all. The newest first. */
  async list(reader: Reader, slug: string): Promise<ProxyView[]> {
    const { forum, standing } = await this.access.enter(reader, slug);
    const { participant } = seated(standing);
    return this.shown(
      participant.id,
      `proxy.forum_id = $1 AND ($2 OR $3 IN (principal_id, holder_id)) AND proxy.state IN ('offered','accepted')`,
      [forum.id, mayModerate(standing), participant.id],
    );
  }

  async show(reader: Reader, id: string): Promise<ProxyView> {
    const proxy = await this.db.manager.findOneByOrFail(ProxyRow, { id });
    const { participant } = seated(await this.access.standing(reader, proxy.forumId));
    const [view] = await this.shown(participant.id, 'proxy.id = $1', [id]);
    return view as ProxyView;
  }

  /** Asks somebody to vote for the reader. Answers the proxy's id. */
  async offerProxy(
    reader: Reader,
    slug: string,
    { holderId }: { readonly holderId: string },
  ): Promise<string> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayGiveProxy(standing), reader);
    const { participant } = standing as Seated;
    try {
      return await this.db.transaction(async (em) => {
        const holder = await this.parties(em, forum.id, participant.id, holderId);
        if (holder.role !== 'delegate' || holder.suspendedAt || holder.id === participant.id)
          throw refuse(VOTING_ERRORS, 'proxy.holder');
        if ((await this.held(em, participant.id)) > 0) throw refuse(VOTING_ERRORS, 'proxy.holder');
        const proxy = {
          id: newId(),
          forumId: forum.id,
          principalId: participant.id,
          holderId,
          state: 'offered' as const,
          version: 1,
          createdAt: this.clock.now(),
        };
        await em.insert(ProxyRow, proxy);
        await this.tell(em, proxy, 'proxy.offered', accountOf(reader).id);
        return proxy.id;
      });
    } catch (error) {
      if (brokenUnique(error) === 'proxy_principal') throw refuse(VOTING_ERRORS, 'proxy.given');
      throw error;
    }
  }

  /** Accepts, declines or revokes. What a poll has frozen stays as it is. */
  async moveProxy(reader: Reader, id: string, move: ProxyMove, version: number): Promise<void> {
    await this.db.transaction(async (em) => {
      const found = await em.findOneBy(ProxyRow, { id });
      if (!found) throw refuse(KERNEL_ERRORS, 'object.missing');
      const { participant, reader: asking } = seated(await this.access.standing(reader, found.forumId, em));
      permit(!participant.suspended && movesProxy(found, move, participant.id), asking);
      // The people first, then their proxy: in the order in which an offer takes them.
      await this.parties(em, found.forumId, found.principalId, found.holderId);
      const proxy = await em.findOneOrFail(ProxyRow, { where: { id }, lock: { mode: 'pessimistic_write' } });
      if (!canMoveProxy(proxy, move)) throw refuse(VOTING_ERRORS, 'proxy.state');
      if (proxy.version !== version) throw refuse(KERNEL_ERRORS, 'object.changed');
      if (move === 'accept') await this.checkHolder(em, proxy.holderId);
      const { to, event } = PROXY_MOVES[move];
      await em.update(ProxyRow, { id }, { state: to, version: version + 1 });
      await this.tell(em, proxy, event, accountOf(reader).id);
    });
  }

  /** Holds both people's rows, in the order of their ids: who holds a proxy and who gives one is decided one by one. */
  private async parties(
    em: EntityManager,
    forumId: string,
    principalId: string,
    holderId: string,
  ): Promise<Participant> {
    const people = await em.find(Participant, {
      where: { id: In([principalId, holderId]), forumId },
      order: { id: 'ASC' },
      lock: { mode: 'pessimistic_write' },
    });
    const holder = people.find(({ id }) => id === holderId);
    if (!holder) throw refuse(KERNEL_ERRORS, 'object.missing');
    return holder;
  }

  private async checkHolder(em: EntityManager, holderId: string): Promise<void> {
    const gives = await em.countBy(ProxyRow, { principalId: holderId, state: In(['offered', 'accepted']) });
    if (gives > 0) throw refuse(VOTING_ERRORS, 'proxy.holder');
    if ((await this.held(em, holderId)) >= PROXIES_MAX) throw refuse(VOTING_ERRORS, 'proxy.limit');
  }

  private held(em: EntityManager, holderId: string): Promise<number> {
    return em.countBy(ProxyRow, { holderId, state: 'accepted' });
  }

  private async shown(
    participantId: string,
    where: string,
    values: readonly unknown[],
  ): Promise<ProxyView[]> {
    const rows: (ProxyRow & { principalName: string; holderName: string })[] = await this.db.query(
      `SELECT proxy.id, principal_id AS "principalId", holder_id AS "holderId", proxy.state, proxy.version,
              giver.name AS "principalName", taker.name AS "holderName"
         FROM proxy
         JOIN participant principal ON principal.id = principal_id JOIN account giver ON giver.id = principal.account_id
         JOIN participant holder ON holder.id = holder_id JOIN account taker ON taker.id = holder.account_id
        WHERE ${where} ORDER BY proxy.created_at DESC, proxy.id`,
      [...values],
    );
    return rows.map(({ principalName, holderName, ...proxy }) => {
      const may = (move: ProxyMove): boolean =>
        canMoveProxy(proxy, move) && movesProxy(proxy, move, participantId);
      return {
        id: proxy.id,
        principal: { id: proxy.principalId, name: principalName },
        holder: { id: proxy.holderId, name: holderName },
        state: proxy.state,
        version: proxy.version,
        abilities: { accept: may('accept'), decline: may('decline'), revoke: may('revoke') },
      };
    });
  }

  private tell(
    em: EntityManager,
    { id, forumId }: Pick<ProxyRow, 'id' | 'forumId'>,
    type: keyof typeof VOTING_EVENTS,
    actorId: string,
  ): Promise<void> {
    return this.events.append(em, { forumId, type, subject: { kind: 'proxy', id }, actorId });
  }
}

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { Fraction } from '../kernel/fraction.js';
import { newId } from '../kernel/ids.js';
import { brokenReference, brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Delegation } from './delegation.entity.js';
import { mayManage, maySeeParticipants } from './forum.abilities.js';
import {
  type CreateDelegation,
  type DelegationView,
  FORUM_ERRORS,
  type FORUM_EVENTS,
  type UpdateDelegation,
} from './forum.contract.js';
import type { Forum } from './forum.entity.js';
import { ForumAccess, type Standing } from './forum-access.js';
import { type DelegationRow, presentDelegation } from './people.presenter.js';

/** The cities' seats at a forum. */
@Injectable()
export class Delegations {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** All of a forum, by the city's English name: there are tens, not thousands. */
  async list(reader: Reader, slug: string): Promise<DelegationView[]> {
    const { standing } = await this.access.enter(reader, slug);
    return this.views(standing);
  }

  async addDelegation(
    reader: Reader,
    slug: string,
    { cityId, weight }: CreateDelegation,
  ): Promise<DelegationView> {
    const { forum, standing } = await this.enter(reader, slug);
    const delegation: Delegation = {
      id: newId(),
      forumId: forum.id,
      cityId,
      weight: reduced(weight ?? '1'),
      createdAt: this.clock.now(),
    };
    try {
      await this.db.transaction(async (em) => {
        await em.insert(Delegation, delegation);
        await this.tell(em, reader, delegation, 'delegation.added');
      });
    } catch (error) {
      if (brokenUnique(error) !== null) throw refuse(FORUM_ERRORS, 'delegation.known');
      if (brokenReference(error) !== null) throw refuse(KERNEL_ERRORS, 'object.missing');
      throw error;
    }
    return this.view(standing, delegation.id);
  }

  /** Changes the weight for polls that open from now on; rolls of open and closed ones stay as they are. */
  async weighDelegation(
    reader: Reader,
    slug: string,
    id: string,
    { weight }: UpdateDelegation,
  ): Promise<DelegationView> {
    const { forum, standing } = await this.enter(reader, slug);
    await this.db.transaction(async (em) => {
      const delegation = await this.locked(em, forum.id, id);
      await em.update(Delegation, { id }, { weight: reduced(weight) });
      await this.tell(em, reader, delegation, 'delegation.changed');
    });
    return this.view(standing, id);
  }

  /** Removes a delegation that nobody belongs to or is invited to; `delegation.in-use` otherwise. */
  async removeDelegation(reader: Reader, slug: string, id: string): Promise<void> {
    const { forum } = await this.enter(reader, slug);
    try {
      await this.db.transaction(async (em) => {
        const delegation = await this.locked(em, forum.id, id);
        await em.delete(Delegation, { id });
        await this.tell(em, reader, delegation, 'delegation.removed');
      });
    } catch (error) {
      if (brokenReference(error) !== null) throw refuse(FORUM_ERRORS, 'delegation.in-use');
      throw error;
    }
  }

  private async enter(reader: Reader, slug: string): Promise<{ forum: Forum; standing: Standing }> {
    const entered = await this.access.enter(reader, slug);
    permit(mayManage(entered.standing), reader);
    return entered;
  }

  private async locked(em: EntityManager, forumId: string, id: string): Promise<Delegation> {
    const lock = { mode: 'for_no_key_update' as const };
    const delegation = await em.findOne(Delegation, { where: { id, forumId }, lock });
    if (!delegation) throw refuse(KERNEL_ERRORS, 'object.missing');
    return delegation;
  }

  private async view(standing: Standing, id: string): Promise<DelegationView> {
    const [view] = await this.views(standing, id);
    if (!view) throw refuse(KERNEL_ERRORS, 'object.missing');
    return view;
  }

  private async views(standing: Standing, id: string | null = null): Promise<DelegationView[]> {
    const rows: DelegationRow[] = await this.db.query(
      `SELECT d.id, d.weight, city.id AS "cityId", city.name, city.country, city.latitude, city.longitude,
              count(p.id)::int AS participants, max(a.name) FILTER (WHERE p.head) AS head
         FROM delegation d
         JOIN city ON city.id = d.city_id
         LEFT JOIN participant p ON p.delegation_id = d.id
         LEFT JOIN account a ON a.id = p.account_id
        WHERE d.forum_id = $1 AND ($2::uuid IS NULL OR d.id = $2)
        GROUP BY d.id, city.id
        ORDER BY city.name->>'en', d.id`,
      [standing.forumId, id],
    );
    return rows.map((row) => presentDelegation(row, maySeeParticipants(standing)));
  }

  private tell(
    em: EntityManager,
    reader: Reader,
    { id, forumId }: Delegation,
    type: keyof typeof FORUM_EVENTS,
  ): Promise<void> {
    return this.events.append(em, {
      forumId,
      type,
      subject: { kind: 'delegation', id },
      actorId: accountOf(reader).id,
    });
  }
}

/** `"4/2"` is stored as `"2"`. */
const reduced = (weight: string): string => Fraction.parse(weight).toString();

import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, IsNull } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import { brokenReference, brokenUnique } from '../platform/database/conflicts.js';
import { Events } from '../platform/events/events.service.js';
import type { SearchQuery } from '../platform/http/page.dto.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { mayManage, maySeeParticipants } from './forum.abilities.js';
import { FORUM_ERRORS, type ParticipantView, type UpdateParticipant } from './forum.contract.js';
import { Forum } from './forum.entity.js';
import { ForumAccess } from './forum-access.js';
import { changedSeat, leads } from './participant.change.js';
import { Participant } from './participant.entity.js';
import { type ParticipantRow, presentParticipant } from './people.presenter.js';

const ROWS = `
  SELECT p.id, a.name, p.role, p.delegation_id AS "delegationId", city.name AS "cityName", p.head, p.deputy,
         p.suspended_at IS NOT NULL AS suspended
    FROM participant p
    JOIN account a ON a.id = p.account_id
    LEFT JOIN delegation d ON d.id = p.delegation_id
    LEFT JOIN city ON city.id = d.city_id`;

/** The people in a forum. */
@Injectable()
export class Participants {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
  ) {}

  /** By name; `q` finds a part of a name, whatever its accents. For those who are in the forum. */
  async list(
    reader: Reader,
    slug: string,
    { q = '', cursor, limit }: SearchQuery,
  ): Promise<Page<ParticipantView>> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(maySeeParticipants(standing), reader);
    const [name, id] = cursor ? decodeCursor(cursor, 2) : [null, null];
    const rows: ParticipantRow[] = await this.db.query(
      `${ROWS}
        WHERE p.forum_id = $1 AND position(unaccent(lower($2)) IN unaccent(lower(a.name))) > 0
          AND ($3::text IS NULL OR (a.name, p.id) > ($3, $4::uuid))
        ORDER BY a.name, p.id
        LIMIT $5`,
      [forum.id, q.trim(), name, id, limit + 1],
    );
    return toPage(rows, limit, presentParticipant, (row) => [row.name, row.id]);
  }

  /** Changes role, delegation, head, deputy or suspension. The forum's row is held, so that its last organiser stays one. */
  async changeParticipant(
    reader: Reader,
    slug: string,
    id: string,
    change: UpdateParticipant,
  ): Promise<ParticipantView> {
    const { forum } = await this.access.enter(reader, slug);
    try {
      await this.db.transaction(async (em) => {
        await em.findOne(Forum, { where: { id: forum.id }, lock: { mode: 'for_no_key_update' } });
        permit(mayManage(await this.access.standing(reader, forum.id, em)), reader);
        const seat = await em.findOneBy(Participant, { id, forumId: forum.id });
        if (!seat) throw refuse(KERNEL_ERRORS, 'object.missing');
        const next = changedSeat(seat, change, this.clock.now());
        if (leads(seat) && !leads(next)) await this.keepOrganiser(em, forum.id);
        await em.update(Participant, { id }, next);
        await this.events.append(em, {
          forumId: forum.id,
          type: 'participant.changed',
          subject: { kind: 'participant', id },
          actorId: accountOf(reader).id,
        });
      });
    } catch (error) {
      if (brokenUnique(error) === 'participant_head') throw refuse(FORUM_ERRORS, 'delegation.has-head');
      if (brokenReference(error) !== null) throw refuse(KERNEL_ERRORS, 'object.missing');
      throw error;
    }
    const [row]: ParticipantRow[] = await this.db.query(`${ROWS} WHERE p.id = $1`, [id]);
    return presentParticipant(row as ParticipantRow);
  }

  private async keepOrganiser(em: EntityManager, forumId: string): Promise<void> {
    const organisers = await em.countBy(Participant, { forumId, role: 'organiser', suspendedAt: IsNull() });
    if (organisers < 2) throw refuse(FORUM_ERRORS, 'participant.last-organiser');
  }
}

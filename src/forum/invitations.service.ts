import { Injectable } from '@nestjs/common';
import QRCode from 'qrcode';
import { DataSource, type EntityManager, In } from 'typeorm';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { newId } from '../kernel/ids.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import { Events } from '../platform/events/events.service.js';
import type { PageQuery } from '../platform/http/page.dto.js';
import { accountOf, permit, type Reader } from '../platform/http/reader.js';
import { Mailer } from '../platform/mail/mailer.js';
import { Delegation } from './delegation.entity.js';
import { cityNames } from './delegation-cities.js';
import { mayManage } from './forum.abilities.js';
import {
  type CreateInvitations,
  FORUM_ERRORS,
  type FORUM_EVENTS,
  type InvitationView,
} from './forum.contract.js';
import type { Forum } from './forum.entity.js';
import { ForumAccess } from './forum-access.js';
import { Invitation } from './invitation.entity.js';
import { invitationLetter } from './invitation.letters.js';
import { presentInvitation } from './invitation.presenter.js';
import { headsWanted, type WantedInvitation } from './invitation.rules.js';
import { invitationExpiry, invitationState } from './invitation.states.js';
import { InvitationCodes } from './invitation-codes.js';
import { Participant } from './participant.entity.js';

/** Seats that organisers offer. Each invitation is for one person and lets in once. */
@Injectable()
export class Invitations {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly events: Events,
    private readonly access: ForumAccess,
    private readonly codes: InvitationCodes,
    private readonly mailer: Mailer,
  ) {}

  /** The latest first. */
  async list(reader: Reader, slug: string, { cursor, limit }: PageQuery): Promise<Page<InvitationView>> {
    const forum = await this.enter(reader, slug);
    const query = this.db
      .createQueryBuilder(Invitation, 'i')
      .where('i.forumId = :forumId', { forumId: forum.id })
      .orderBy('i.id', 'DESC')
      .limit(limit + 1);
    if (cursor) query.andWhere('i.id < :id', { id: decodeCursor(cursor, 1)[0] });
    const rows = await query.getMany();
    const present = await this.presenter(rows);
    return toPage(rows, limit, present, ({ id }) => [id]);
  }

  /** Offers all of the seats or none. Those with an address are mailed too, in the language asked for. */
  async invite(reader: Reader, slug: string, { invitations }: CreateInvitations): Promise<InvitationView[]> {
    const forum = await this.enter(reader, slug);
    const { id: invitedById, locale } = accountOf(reader);
    const rows = await this.db.transaction(async (em) => {
      await this.check(em, forum.id, invitations);
      const made = invitations.map((wanted) => ({ wanted, ...this.make(forum, wanted, invitedById) }));
      await em.insert(
        Invitation,
        made.map(({ row }) => row),
      );
      for (const { row, code, wanted } of made) {
        await this.tell(em, reader, row, 'participant.invited');
        if (row.email) {
          const language = wanted.locale ?? locale;
          const invited = { ...row, forum, code, link: this.codes.link(code), until: row.expiresAt };
          await this.mailer.write(em, {
            forumId: forum.id,
            to: row.email,
            locale: language,
            ...invitationLetter(language, invited),
          });
        }
      }
      return made.map(({ row }) => row);
    });
    return rows.map(await this.presenter(rows));
  }

  /** Takes an open or expired invitation back; the code is worthless from then on. */
  async revoke(reader: Reader, slug: string, id: string): Promise<void> {
    const forum = await this.enter(reader, slug);
    await this.db.transaction(async (em) => {
      const lock = { mode: 'pessimistic_write' as const };
      const invitation = await em.findOne(Invitation, { where: { id, forumId: forum.id }, lock });
      if (!invitation) throw refuse(KERNEL_ERRORS, 'object.missing');
      if (invitation.usedAt) throw refuse(FORUM_ERRORS, 'invitation.used');
      if (invitation.revokedAt) return;
      await em.update(Invitation, { id }, { revokedAt: this.clock.now() });
      await this.tell(em, reader, invitation, 'invitation.revoked');
    });
  }

  /** The join page's address as a QR code in SVG, for badges; `invitation.invalid` unless the invitation is open. */
  async qr(reader: Reader, slug: string, id: string): Promise<string> {
    const forum = await this.enter(reader, slug);
    const invitation = await this.db.manager.findOneBy(Invitation, { id, forumId: forum.id });
    if (!invitation) throw refuse(KERNEL_ERRORS, 'object.missing');
    if (invitationState(invitation, this.clock.now()) !== 'open')
      throw refuse(FORUM_ERRORS, 'invitation.invalid');
    const link = this.codes.link(this.codes.open(invitation.codeSealed));
    // Level Q survives a badge that is creased or half in its sleeve.
    return QRCode.toString(link, { type: 'svg', errorCorrectionLevel: 'Q', margin: 4 });
  }

  private async enter(reader: Reader, slug: string): Promise<Forum> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayManage(standing), reader);
    return forum;
  }

  private async check(
    em: EntityManager,
    forumId: string,
    invitations: readonly WantedInvitation[],
  ): Promise<void> {
    const delegations = await em.findBy(Delegation, { forumId });
    const heads = headsWanted(invitations, new Set(delegations.map(({ id }) => id)));
    if (await em.existsBy(Participant, { delegationId: In(heads), head: true }))
      throw refuse(FORUM_ERRORS, 'delegation.has-head');
  }

  private make(
    forum: Forum,
    wanted: WantedInvitation,
    invitedById: string,
  ): { row: Invitation; code: string } {
    const { code, ...kept } = this.codes.create();
    const now = this.clock.now();
    const row: Invitation = {
      id: newId(),
      forumId: forum.id,
      ...kept,
      role: wanted.role,
      delegationId: wanted.delegationId ?? null,
      head: wanted.head ?? false,
      name: wanted.name ?? null,
      email: wanted.email ?? null,
      invitedById,
      createdAt: now,
      expiresAt: invitationExpiry(forum.endsOn, now),
      revokedAt: null,
      usedAt: null,
      participantId: null,
    };
    return { row, code };
  }

  private async presenter(rows: readonly Invitation[]): Promise<(row: Invitation) => InvitationView> {
    const names = await cityNames(this.db.manager, rows);
    const now = this.clock.now();
    return (invitation) =>
      presentInvitation(
        { invitation, cityName: names.get(invitation.delegationId) ?? null },
        this.codes,
        now,
      );
  }

  private tell(
    em: EntityManager,
    reader: Reader,
    { id, forumId }: Invitation,
    type: keyof typeof FORUM_EVENTS,
  ): Promise<void> {
    return this.events.append(em, {
      forumId,
      type,
      subject: { kind: 'invitation', id },
      actorId: accountOf(reader).id,
    });
  }
}

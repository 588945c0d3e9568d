import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import type { PageQuery } from '../platform/http/page.dto.js';
import { permit, type Reader } from '../platform/http/reader.js';
import { Mail } from '../platform/mail/mail.entity.js';
import { mayManage } from './forum.abilities.js';
import type { MailView } from './forum.contract.js';
import { ForumAccess } from './forum-access.js';

/** Mail that waits for somebody to pass it on, where no mail server is set. */
@Injectable()
export class Outbox {
  constructor(
    private readonly db: DataSource,
    private readonly access: ForumAccess,
  ) {}

  /**
   * The forum's mail for its organisers, the latest first. Codes to sign in with belong to no forum: of the
   * organisers only one who runs the installation sees them, since they open other people's accounts.
   */
  async list(reader: Reader, slug: string, { cursor, limit }: PageQuery): Promise<Page<MailView>> {
    const { forum, standing } = await this.access.enter(reader, slug);
    permit(mayManage(standing), reader);
    const query = this.db
      .createQueryBuilder(Mail, 'm')
      .where('(m.forumId = :forumId OR (m.forumId IS NULL AND :operator))', {
        forumId: forum.id,
        operator: reader.account?.operator ?? false,
      })
      .orderBy('m.id', 'DESC')
      .limit(limit + 1);
    if (cursor) query.andWhere('m.id < :id', { id: decodeCursor(cursor, 1)[0] });
    return toPage(await query.getMany(), limit, presentMail, ({ id }) => [id]);
  }
}

function presentMail({ id, recipient, subject, body, createdAt, sentAt }: Mail): MailView {
  return {
    id,
    to: recipient,
    subject,
    body,
    createdAt: createdAt.toISOString(),
    sentAt: sentAt?.toISOString() ?? null,
  };
}

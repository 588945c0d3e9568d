import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ForumAccess, seated } from '../forum/forum-access.js';
import { Clock } from '../kernel/clock.js';
import { KERNEL_ERRORS, refuse } from '../kernel/errors.js';
import { decodeCursor, type Page, toPage } from '../kernel/pagination.js';
import type { Reader } from '../platform/http/reader.js';
import {
  type NotificationType,
  type NotificationView,
  type ReadNotifications,
  UNREAD_LIMIT,
  type UnreadCount,
} from './notifications.contract.js';
import type { NotificationsQuery } from './notifications.dto.js';

interface Row {
  readonly position: string;
  readonly type: NotificationType;
  readonly createdAt: Date;
  readonly read: boolean;
  readonly proposalId: string | null;
  readonly number: number | null;
  readonly title: string;
  readonly titleLang: string;
  readonly amendmentId: string | null;
  readonly amendmentNumber: number | null;
  readonly postId: string | null;
  readonly threadId: string | null;
  readonly commentId: string | null;
  readonly clauseAmendmentId: string | null;
  readonly appealId: string | null;
}

/** What a participant was told; nobody else sees it. */
@Injectable()
export class Notifications {
  constructor(
    private readonly db: DataSource,
    private readonly clock: Clock,
    private readonly access: ForumAccess,
  ) {}

  async list(
    reader: Reader,
    slug: string,
    { cursor, limit, lang, unread }: NotificationsQuery,
  ): Promise<Page<NotificationView>> {
    const before = cursor ? positionIn(cursor) : null;
    const rows: Row[] = await this.db.query(
      `SELECT n.position, n.type, n.created_at AS "createdAt", n.read_at IS NOT NULL AS read,
              p.id AS "proposalId", p.number,
              coalesce(text.title, thread.title, appeal.title ->> coalesce($3, appeal.lang)) AS title,
              coalesce(text.lang, thread.lang, $3, appeal.lang) AS "titleLang",
              amendment.id AS "amendmentId", coalesce(amendment.number, changed.number) AS "amendmentNumber",
              n.post_id AS "postId", thread.id AS "threadId", n.comment_id AS "commentId",
              n.clause_amendment_id AS "clauseAmendmentId", appeal.id AS "appealId"
         FROM notification n
         LEFT JOIN proposal p ON p.id = n.proposal_id
         LEFT JOIN LATERAL (
           SELECT t.title, t.lang FROM proposal_text t WHERE t.proposal_id = p.id
            ORDER BY t.lang = $3 DESC NULLS LAST, t.lang = p.lang DESC, t.lang LIMIT 1) text ON true
         LEFT JOIN amendment ON amendment.id = n.amendment_id
         LEFT JOIN post ON post.id = n.post_id
         LEFT JOIN thread ON thread.id = post.thread_id
         LEFT JOIN comment ON comment.id = n.comment_id
         LEFT JOIN clause_amendment changed ON changed.id = n.clause_amendment_id
         LEFT JOIN appeal ON appeal.id = coalesce(comment.appeal_id, changed.appeal_id)
        WHERE n.participant_id = $1 AND ($2::bigint IS NULL OR n.position < $2) AND (NOT $4 OR n.read_at IS NULL)
        ORDER BY n.position DESC LIMIT $5`,
      [await this.seat(reader, slug), before, lang ?? null, unread, limit + 1],
    );
    return toPage(rows, limit, present, ({ position }) => [Number(position)]);
  }

  /** None for who has no seat: the screen of somebody who was signed out elsewhere asks once more. */
  async count(reader: Reader, slug: string): Promise<UnreadCount> {
    const { standing } = await this.access.enter(reader, slug);
    const [{ unread }] = await this.db.query(
      `SELECT count(*)::int AS unread FROM (
         SELECT FROM notification WHERE participant_id = $1 AND read_at IS NULL LIMIT $2) told`,
      [standing.participant?.id ?? null, UNREAD_LIMIT],
    );
    return { unread };
  }

  async read(reader: Reader, slug: string, { from, to }: ReadNotifications): Promise<UnreadCount> {
    await this.db.query(
      `UPDATE notification SET read_at = $4
        WHERE participant_id = $1 AND position BETWEEN $2 AND $3 AND read_at IS NULL`,
      [await this.seat(reader, slug), from, to, this.clock.now()],
    );
    return this.count(reader, slug);
  }

  private async seat(reader: Reader, slug: string): Promise<string> {
    const { standing } = await this.access.enter(reader, slug);
    return seated(standing).participant.id;
  }
}

function positionIn(cursor: string): number {
  const [position] = decodeCursor(cursor, 1);
  if (!Number.isSafeInteger(position)) throw refuse(KERNEL_ERRORS, 'cursor.invalid');
  return position as number;
}

function present({ position, createdAt, ...row }: Row): NotificationView {
  const { type, read, title, titleLang, proposalId, postId, threadId, appealId } = row;
  const { amendmentId, amendmentNumber, commentId, clauseAmendmentId } = row;
  const titled = { title, titleLang };
  const number = amendmentNumber as number;
  return {
    position: Number(position),
    type,
    at: createdAt.toISOString(),
    read,
    proposal: proposalId && row.number !== null ? { id: proposalId, number: row.number, ...titled } : null,
    amendment: amendmentId ? { id: amendmentId, number } : null,
    post: postId && threadId ? { id: postId, threadId, ...titled } : null,
    comment: commentId && appealId ? { id: commentId, appealId, ...titled } : null,
    clauseAmendment:
      clauseAmendmentId && appealId ? { id: clauseAmendmentId, number, appealId, ...titled } : null,
  };
}

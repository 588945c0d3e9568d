import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Event } from '../platform/events/event.entity.js';
import { EventDispatcher } from '../platform/events/event-dispatcher.js';
import { RealtimeGateway } from '../platform/realtime/realtime.gateway.js';
import { type Audience, NOTIFICATION_HINT, type NotificationType, TELLS } from './notifications.contract.js';

/**
 * Who belongs to an audience, as `participant_id`; `about` is the row that the event is about, $4 when it happened:
 * the log may be read later, when others follow and sign.
 */
const MEMBERS: Readonly<Record<Audience, string>> = {
  authors: `
    SELECT author_id FROM proposal JOIN about ON proposal.id = about.proposal_id
    UNION SELECT participant_id FROM co_author JOIN about USING (proposal_id) WHERE accepted_at <= $4`,
  // The event does not say whom: each is told once.
  invited: `
    SELECT participant_id FROM co_author JOIN about USING (proposal_id)
     WHERE accepted_at IS NULL AND invited_at <= $4 AND NOT EXISTS (
       SELECT FROM notification told
        WHERE told.participant_id = co_author.participant_id AND told.proposal_id = co_author.proposal_id
          AND told.type = $2 AND told.created_at >= co_author.invited_at)`,
  followers: 'SELECT participant_id FROM follow JOIN about USING (proposal_id) WHERE followed_at <= $4',
  asked: 'SELECT participant_id FROM endorsement_request JOIN about USING (proposal_id)',
  moderators: `
    SELECT participant.id FROM participant JOIN about USING (forum_id) WHERE role IN ('organiser', 'moderator')`,
  // Who is suspended reads no draft of the appeal.
  amender: `
    SELECT author_id FROM amendment JOIN about ON amendment.id = about.amendment_id
    UNION SELECT author_id FROM clause_amendment JOIN about ON clause_amendment.id = about.clause_amendment_id
      JOIN participant seat ON seat.id = author_id AND seat.suspended_at IS NULL`,
  'amender-in-need': `
    SELECT author_id FROM amendment JOIN about ON amendment.id = about.amendment_id WHERE conflicts <> '[]'`,
  // By name, or with the delegation; once for each text, however often it is edited. Who is suspended is not there.
  mentioned: `
    SELECT seat.id FROM about JOIN mention
        ON about.post_id = mention.post_id OR about.comment_id = mention.comment_id
      JOIN participant seat ON seat.id = mention.participant_id OR seat.delegation_id = mention.delegation_id
     WHERE mentioned_at <= $4 AND seat.suspended_at IS NULL AND NOT EXISTS (
       SELECT FROM notification told
        WHERE told.participant_id = seat.id AND told.type = $2
          AND (told.post_id, told.comment_id) IS NOT DISTINCT FROM (mention.post_id, mention.comment_id))`,
  // Who may read it by now, as in proposals.abilities.ts; the others are told at its admission. Its authors know their text.
  'mentioned-in-proposal': `
    SELECT seat.id FROM about JOIN mention USING (proposal_id)
      JOIN proposal ON proposal.id = about.proposal_id JOIN forum ON forum.id = about.forum_id
      JOIN participant seat ON seat.id = mention.participant_id OR seat.delegation_id = mention.delegation_id
      LEFT JOIN co_author signer ON signer.proposal_id = proposal.id AND signer.participant_id = seat.id
     WHERE mentioned_at <= $4 AND seat.suspended_at IS NULL
       AND seat.id IS DISTINCT FROM proposal.author_id AND signer.accepted_at IS NULL
       AND (proposal.admitted_at IS NOT NULL OR signer.participant_id IS NOT NULL
         OR seat.role IN ('organiser', 'moderator')
         OR (proposal.state = 'submitted' AND forum.admission IS NOT NULL AND seat.role = 'delegate'))
       AND NOT EXISTS (
         SELECT FROM notification told
          WHERE told.participant_id = seat.id AND told.proposal_id = proposal.id AND told.type = $2)`,
  // All who had a part in it, the one who began and those who answered. Who is suspended reads no draft.
  commenters: `
    SELECT said.author_id FROM comment asked JOIN about ON asked.id = about.comment_id
      JOIN comment said ON coalesce(asked.parent_id, asked.id) IN (said.id, said.parent_id)
      JOIN participant seat ON seat.id = said.author_id AND seat.suspended_at IS NULL
     WHERE said.created_at <= $4 AND said.deleted_at IS NULL`,
};

const COLUMNS = ['proposal_id', 'amendment_id', 'post_id', 'comment_id', 'clause_amendment_id'] as const;

/** One row of a table with what it is about; a column that is not named is null. */
const aboutFrom = (table: string, known: Partial<Record<(typeof COLUMNS)[number], string>>): string =>
  `SELECT forum_id, ${COLUMNS.map((column) => `${known[column] ?? 'NULL::uuid'} AS ${column}`).join(', ')}
     FROM ${table} WHERE id = $1`;

const ABOUT: Readonly<Record<string, string>> = {
  proposal: aboutFrom('proposal', { proposal_id: 'id' }),
  amendment: aboutFrom('amendment', { proposal_id: 'proposal_id', amendment_id: 'id' }),
  post: aboutFrom('post', { post_id: 'id' }),
  comment: aboutFrom('comment', { comment_id: 'id' }),
  'clause-amendment': aboutFrom('clause_amendment', { clause_amendment_id: 'id' }),
};

/** Learns from the log what happened and writes down who has to know. */
@Injectable()
export class Telling implements OnModuleInit {
  constructor(
    private readonly db: DataSource,
    private readonly dispatcher: EventDispatcher,
    private readonly realtime: RealtimeGateway,
  ) {}

  onModuleInit(): void {
    this.dispatcher.consume('notifications', (event) => this.tell(event));
  }

  /** Twice for the same event is as once. */
  private async tell(event: Readonly<Event>): Promise<void> {
    const audiences: readonly Audience[] | undefined = TELLS[event.type as NotificationType];
    const about = ABOUT[event.subjectKind];
    if (!audiences || !about) return;
    const told: { account_id: string }[] = await this.db.query(
      `WITH about AS (${about}),
       told AS (
         INSERT INTO notification
           (participant_id, position, forum_id, type, ${COLUMNS.join(', ')}, created_at)
         SELECT member.participant_id, $3, about.forum_id, $2, ${COLUMNS.map((column) => `about.${column}`).join(', ')}, $4
           FROM about
           JOIN (${audiences.map((each) => MEMBERS[each]).join(' UNION ')}) AS member (participant_id)
             ON member.participant_id IS NOT NULL
           JOIN participant seat ON seat.id = member.participant_id
          WHERE seat.account_id IS DISTINCT FROM $5
         ON CONFLICT DO NOTHING RETURNING participant_id)
       SELECT account_id FROM told JOIN participant ON participant.id = told.participant_id
        WHERE account_id IS NOT NULL`,
      [event.subjectId, event.type, event.position, event.createdAt, event.actorId],
    );
    this.realtime.hintTo(
      told.map(({ account_id }) => account_id),
      { type: NOTIFICATION_HINT, kind: 'notification', id: event.subjectId, forumId: event.forumId },
    );
  }
}

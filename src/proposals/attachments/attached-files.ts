import type { EntityManager } from 'typeorm';

/** An attachment with what is known of its file. */
export interface AttachedFile {
  readonly id: string;
  readonly name: string;
  readonly mediaType: string;
  /** A whole number, as the database writes it. */
  readonly size: string;
  readonly sha256: string;
  readonly participantId: string;
  readonly addedAt: Date;
}

/** The files of a proposal, in the order in which they were added; or the one of them. */
export function attachedTo(
  em: EntityManager,
  proposalId: string,
  only: string | null = null,
): Promise<AttachedFile[]> {
  return em.query(
    `SELECT attachment.id, file.name, file.media_type AS "mediaType", file.size, file.sha256,
            attachment.participant_id AS "participantId", attachment.added_at AS "addedAt"
       FROM attachment JOIN file ON file.id = attachment.file_id
      WHERE attachment.proposal_id = $1 AND ($2::uuid IS NULL OR attachment.id = $2)
      ORDER BY attachment.added_at, attachment.id`,
    [proposalId, only],
  );
}

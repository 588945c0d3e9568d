import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who is mentioned in posts, and that they are told of it. */
export class Mentions20261125000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE mention (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL,
    post_id uuid NOT NULL REFERENCES post ON DELETE CASCADE,
    participant_id uuid,
    delegation_id uuid,
    mentioned_at timestamptz NOT NULL,
    CHECK (num_nonnulls(participant_id, delegation_id) = 1),
    UNIQUE NULLS NOT DISTINCT (post_id, participant_id, delegation_id),
    FOREIGN KEY (forum_id, participant_id) REFERENCES participant (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, delegation_id) REFERENCES delegation (forum_id, id) ON DELETE CASCADE
  );
  CREATE INDEX mention_participant ON mention (participant_id);
  CREATE INDEX mention_delegation ON mention (delegation_id);

  -- One is told of a proposal or of a post.
  ALTER TABLE notification ALTER COLUMN proposal_id DROP NOT NULL;
  ALTER TABLE notification ADD COLUMN post_id uuid REFERENCES post ON DELETE CASCADE;
  ALTER TABLE notification ADD CONSTRAINT notification_about CHECK (num_nonnulls(proposal_id, post_id) = 1);
  CREATE INDEX notification_post ON notification (post_id);
`;

const DOWN = `
  DELETE FROM notification WHERE post_id IS NOT NULL;
  ALTER TABLE notification DROP CONSTRAINT notification_about;
  ALTER TABLE notification DROP COLUMN post_id;
  ALTER TABLE notification ALTER COLUMN proposal_id SET NOT NULL;
  DROP TABLE mention;
`;

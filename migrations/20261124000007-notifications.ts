import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What participants are told of: one row for each person and event. */
export class Notifications20261124000007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE notification (
    participant_id uuid NOT NULL,
    -- The event's place in the log: the same one, read twice, tells nobody twice.
    position bigint NOT NULL,
    forum_id uuid NOT NULL,
    type text NOT NULL,
    proposal_id uuid NOT NULL,
    amendment_id uuid,
    created_at timestamptz NOT NULL,
    read_at timestamptz,
    PRIMARY KEY (participant_id, position),
    FOREIGN KEY (forum_id, participant_id) REFERENCES participant (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (proposal_id, amendment_id) REFERENCES amendment (proposal_id, id) ON DELETE CASCADE
  );
  CREATE INDEX notification_unread ON notification (participant_id, position) WHERE read_at IS NULL;
  CREATE INDEX notification_proposal ON notification (proposal_id);

  -- What happened before there were notifications is told to nobody. An empty database stays empty.
  INSERT INTO event_cursor (consumer, position)
  SELECT 'notifications', max(position) FROM event HAVING max(position) IS NOT NULL;
`;

const DOWN = `
  DROP TABLE notification;
  DELETE FROM event_cursor WHERE consumer = 'notifications';
`;

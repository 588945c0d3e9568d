import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That people are told what becomes of amendments to clauses, and that the text has overtaken theirs. */
export class ClauseAmendmentsTold20261130000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  -- Whether its author was told that the text has moved on where it stands; false again once it goes in.
  ALTER TABLE clause_amendment ADD COLUMN overtaken boolean NOT NULL DEFAULT false;

  -- One is told of a proposal, of a post, of a comment or of an amendment to a clause.
  ALTER TABLE notification DROP CONSTRAINT notification_about;
  ALTER TABLE notification ADD COLUMN clause_amendment_id uuid REFERENCES clause_amendment ON DELETE CASCADE;
  ALTER TABLE notification ADD CONSTRAINT notification_about
    CHECK (num_nonnulls(proposal_id, post_id, comment_id, clause_amendment_id) = 1);
  CREATE INDEX notification_clause_amendment ON notification (clause_amendment_id);

  -- What was written before is told to nobody. An empty database stays empty.
  INSERT INTO event_cursor (consumer, position)
  SELECT 'clause-amendments', max(position) FROM event HAVING max(position) IS NOT NULL;
`;

const DOWN = `
  DELETE FROM event_cursor WHERE consumer = 'clause-amendments';
  DELETE FROM notification WHERE clause_amendment_id IS NOT NULL;
  ALTER TABLE notification DROP CONSTRAINT notification_about;
  ALTER TABLE notification DROP COLUMN clause_amendment_id;
  ALTER TABLE notification ADD CONSTRAINT notification_about
    CHECK (num_nonnulls(proposal_id, post_id, comment_id) = 1);
  ALTER TABLE clause_amendment DROP COLUMN overtaken;
`;

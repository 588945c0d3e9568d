import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A release holds what its draft was compiled from; a correction is an appeal that takes another's place. */
export class Releases20261125000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE compiled (
    appeal_id uuid PRIMARY KEY REFERENCES appeal ON DELETE CASCADE,
    -- Canonical JSON, to the byte: the hash of the one is the appeal's input_hash.
    bundle text NOT NULL,
    draft text NOT NULL,
    contribution_ids uuid[] NOT NULL
  );

  ALTER TABLE appeal
    DROP CONSTRAINT appeal_state_check,
    ADD CONSTRAINT appeal_state_check
      CHECK (state IN ('compiling','drafting','publishing','published','failed','superseded')),
    -- One correction of each: its own may follow it.
    ADD COLUMN supersedes_id uuid UNIQUE REFERENCES appeal,
    ADD COLUMN correction text,
    ADD CHECK ((supersedes_id IS NULL) = (correction IS NULL));
  DROP INDEX appeal_in_work;
  CREATE UNIQUE INDEX appeal_in_work ON appeal (forum_id) WHERE state NOT IN ('published','superseded');
`;

const DOWN = `
  DROP INDEX appeal_in_work;
  UPDATE appeal SET state = 'published' WHERE state = 'superseded';
  CREATE UNIQUE INDEX appeal_in_work ON appeal (forum_id) WHERE state <> 'published';
  ALTER TABLE appeal
    DROP COLUMN supersedes_id,
    DROP COLUMN correction,
    DROP CONSTRAINT appeal_state_check,
    ADD CONSTRAINT appeal_state_check
      CHECK (state IN ('compiling','drafting','publishing','published','failed'));
  DROP TABLE compiled;
`;

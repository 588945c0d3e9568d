import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An appeal is reviewed, put to adoption and adopted before it is published; cities sign what was adopted. */
export class Adoption20261130000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  -- A release under way was of a text that nobody had adopted: its job finds the appeal in another state, and ends.
  UPDATE appeal SET state = 'drafting', progress = 100 WHERE state = 'publishing';
  ALTER TABLE appeal
    DROP CONSTRAINT appeal_state_check,
    ADD CONSTRAINT appeal_state_check CHECK (state IN
      ('compiling','failed','drafting','reviewing','adopting','adopted','publishing','published','superseded')),
    -- SHA-256 of the text that was adopted, in its three languages.
    ADD COLUMN adopted_hash text,
    ADD COLUMN adopted_round_id uuid REFERENCES round,
    ADD COLUMN adopted_at timestamptz,
    ADD CONSTRAINT appeal_adopted CHECK (
      (adopted_hash IS NULL) = (adopted_at IS NULL) AND (adopted_hash IS NULL) = (adopted_round_id IS NULL));
`;

const DOWN = `
  UPDATE appeal SET state = 'drafting' WHERE state IN ('reviewing','adopting','adopted','publishing');
  ALTER TABLE appeal
    DROP CONSTRAINT appeal_adopted,
    DROP COLUMN adopted_at, DROP COLUMN adopted_round_id, DROP COLUMN adopted_hash,
    DROP CONSTRAINT appeal_state_check,
    ADD CONSTRAINT appeal_state_check CHECK (state IN
      ('compiling','drafting','publishing','published','failed','superseded'));
`;

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

  CREATE TABLE appeal_signature (
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    delegation_id uuid NOT NULL REFERENCES delegation,
    text_hash text NOT NULL,
    act text NOT NULL CHECK (act IN ('signed','reserved','abstained')),
    reservations jsonb NOT NULL,
    at text NOT NULL,
    confirmed_by text NOT NULL CHECK (confirmed_by IN ('passkey','code')),
    proof jsonb,
    participant_id uuid NOT NULL REFERENCES participant,
    named boolean NOT NULL,
    signed_at timestamptz NOT NULL,
    -- One position a city.
    PRIMARY KEY (appeal_id, delegation_id),
    CHECK ((act = 'reserved') = (jsonb_array_length(reservations) > 0)),
    CHECK ((confirmed_by = 'passkey') = (proof IS NOT NULL))
  );
  CREATE INDEX appeal_signature_by ON appeal_signature (participant_id);
  CREATE INDEX appeal_signature_delegation ON appeal_signature (delegation_id);

  ALTER TABLE email_code
    -- SHA-256 of what a code confirms, where it confirms one thing.
    ADD COLUMN about text;
`;

const DOWN = `
  DELETE FROM email_code WHERE about IS NOT NULL;
  ALTER TABLE email_code DROP COLUMN about;
  DROP TABLE appeal_signature;
  UPDATE appeal SET state = 'drafting' WHERE state IN ('reviewing','adopting','adopted','publishing');
  ALTER TABLE appeal
    DROP CONSTRAINT appeal_adopted,
    DROP COLUMN adopted_at, DROP COLUMN adopted_round_id, DROP COLUMN adopted_hash,
    DROP CONSTRAINT appeal_state_check,
    ADD CONSTRAINT appeal_state_check CHECK (state IN
      ('compiling','drafting','publishing','published','failed','superseded'));
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The appeal's text as it is written together: its updates, its state, who wrote, and named versions of it. */
export class AppealDocument20261125000030 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE document (
    appeal_id uuid PRIMARY KEY REFERENCES appeal ON DELETE CASCADE,
    -- Another one each time that the document is made: what was written on an earlier one does not fit it.
    epoch uuid NOT NULL,
    -- All updates up to this place, as one.
    snapshot bytea NOT NULL,
    snapshot_seq bigint NOT NULL DEFAULT 0,
    -- Place of the last update.
    seq bigint NOT NULL DEFAULT 0,
    -- Up to where the clauses follow the text.
    settled_seq bigint NOT NULL DEFAULT 0,
    CHECK (snapshot_seq <= seq AND settled_seq <= seq)
  );
  CREATE INDEX document_unsettled ON document (appeal_id) WHERE settled_seq < seq;

  CREATE TABLE document_update (
    appeal_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
    seq bigint NOT NULL,
    -- Null for what the house itself sets right.
    participant_id uuid REFERENCES participant,
    bytes bytea NOT NULL CHECK (octet_length(bytes) <= 1048576),
    at timestamptz NOT NULL,
    PRIMARY KEY (appeal_id, seq)
  );

  -- Whose the words are: every sign of the text carries the number of the device that wrote it.
  CREATE TABLE document_writer (
    appeal_id uuid NOT NULL REFERENCES document ON DELETE CASCADE,
    client bigint NOT NULL,
    participant_id uuid REFERENCES participant,
    at timestamptz NOT NULL,
    PRIMARY KEY (appeal_id, client)
  );

  CREATE TABLE document_version (
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    number integer NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    -- The version that it brought back.
    restored integer,
    participant_id uuid REFERENCES participant,
    clauses jsonb NOT NULL,
    made_at timestamptz NOT NULL,
    PRIMARY KEY (appeal_id, number)
  );
`;

const DOWN = `
  DROP TABLE document_version;
  DROP TABLE document_writer;
  DROP TABLE document_update;
  DROP TABLE document;
`;

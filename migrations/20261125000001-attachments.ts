import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files that are attached to proposals. */
export class Attachments20261125000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE INDEX file_sha256 ON file (sha256);

  CREATE TABLE attachment (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    file_id uuid NOT NULL UNIQUE REFERENCES file,
    -- One file on each of ten places: of two who attach the last one at once, one comes too late.
    place smallint NOT NULL CHECK (place BETWEEN 1 AND 10),
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    participant_id uuid NOT NULL,
    added_at timestamptz NOT NULL,
    UNIQUE (proposal_id, place),
    UNIQUE (proposal_id, sha256),
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, participant_id) REFERENCES participant (forum_id, id)
  );
  CREATE INDEX attachment_participant ON attachment (participant_id);

  -- Whatever takes an attachment away, its file goes with it; the bytes, once no file has them any more.
  CREATE FUNCTION attachment_gone() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    DELETE FROM file WHERE id = OLD.file_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER attachment_gone AFTER DELETE ON attachment FOR EACH ROW EXECUTE FUNCTION attachment_gone();
`;

const DOWN = `
  DELETE FROM attachment;
  DROP TABLE attachment;
  DROP FUNCTION attachment_gone();
  DROP INDEX file_sha256;
`;

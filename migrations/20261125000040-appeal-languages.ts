import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stands for which words of the appeal in which language, the forum's fixed terms, and what a machine wrote. */
export class AppealLanguages20261125000040 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE clause_approval (
    clause_id uuid NOT NULL REFERENCES clause ON DELETE CASCADE,
    lang text NOT NULL CHECK (lang IN ('ar','fr','en')),
    -- Of the words that were approved together with those that they were compared with.
    words_hash text NOT NULL,
    approved_by_id uuid NOT NULL REFERENCES participant,
    approved_at timestamptz NOT NULL,
    PRIMARY KEY (clause_id, lang)
  );
  CREATE INDEX clause_approval_by ON clause_approval (approved_by_id);

  CREATE TABLE machine_text (
    clause_id uuid NOT NULL REFERENCES clause ON DELETE CASCADE,
    lang text NOT NULL CHECK (lang IN ('ar','fr','en')),
    text_hash text NOT NULL,
    PRIMARY KEY (clause_id, lang)
  );

  CREATE TABLE glossary_term (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    words jsonb NOT NULL,
    created_at timestamptz NOT NULL
  );
  CREATE INDEX glossary_term_forum ON glossary_term (forum_id);
`;

const DOWN = `
  DROP TABLE glossary_term, machine_text, clause_approval;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Amendments to the clauses of an appeal, and the texts that they were written on. */
export class ClauseAmendments20261130000020 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  -- What stood in the draft when somebody wrote an amendment on it; the same text is kept once.
  CREATE TABLE amended_text (
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 1),
    -- SHA-256 over the clauses.
    hash text NOT NULL,
    -- In their order: [{ id, lang, text }], the words in the language of which the others are translations.
    clauses jsonb NOT NULL,
    PRIMARY KEY (appeal_id, number),
    UNIQUE (appeal_id, hash)
  );

  CREATE TABLE clause_amendment (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL,
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 1),
    author_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'draft'
      CHECK (state IN ('draft','submitted','voted','accepted','adopted','rejected','fallen','withdrawn')),
    reason text NOT NULL,
    -- The language of the clauses that it puts in.
    lang text NOT NULL CHECK (lang IN ('ar','fr','en')),
    -- What it changes, clause by clause, in this text. Clauses come and go: none is referred to.
    based_on integer NOT NULL,
    changes jsonb NOT NULL,
    -- As it was taken, where that was otherwise than it was made.
    modified jsonb,
    decision_reason text,
    decided_by uuid,
    decided_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    submitted_at timestamptz,
    UNIQUE (appeal_id, number),
    FOREIGN KEY (appeal_id, based_on) REFERENCES amended_text (appeal_id, number),
    FOREIGN KEY (forum_id, author_id) REFERENCES participant (forum_id, id),
    FOREIGN KEY (forum_id, decided_by) REFERENCES participant (forum_id, id)
  );
  CREATE INDEX clause_amendment_open ON clause_amendment (appeal_id) WHERE state IN ('submitted','voted');
`;

const DOWN = `
  DROP TABLE clause_amendment, amended_text;
`;

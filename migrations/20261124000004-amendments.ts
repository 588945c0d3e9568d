import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Amendments to proposals, the order in which they are voted on, and polls that have one for a subject. */
export class Amendments20261124000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE amendment (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    -- The amendment that this one changes; those of the first level have none.
    parent_id uuid,
    number integer NOT NULL CHECK (number >= 1),
    author_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'draft'
      CHECK (state IN ('draft','submitted','voted','accepted','adopted','rejected','fallen','withdrawn')),
    reason text NOT NULL,
    -- What it changes, paragraph by paragraph, in the text of this version.
    based_on integer NOT NULL,
    changes jsonb NOT NULL,
    -- What could not be carried over to that version: [{ change, was, now }].
    conflicts jsonb NOT NULL DEFAULT '[]',
    -- As its authors of the proposal took it, where they took it otherwise than it was made.
    modified jsonb,
    decision_reason text,
    decided_by uuid,
    decided_at timestamptz,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    submitted_at timestamptz,
    UNIQUE (proposal_id, id),
    UNIQUE (proposal_id, number),
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (proposal_id, parent_id) REFERENCES amendment (proposal_id, id),
    FOREIGN KEY (forum_id, author_id) REFERENCES participant (forum_id, id),
    FOREIGN KEY (forum_id, decided_by) REFERENCES participant (forum_id, id)
  );
  CREATE INDEX amendment_parent ON amendment (parent_id) WHERE parent_id IS NOT NULL;

  -- The order of voting that the chair published, with its consequences as they were then.
  CREATE TABLE amendment_order (
    proposal_id uuid PRIMARY KEY REFERENCES proposal ON DELETE CASCADE,
    amendment_ids uuid[] NOT NULL,
    consequences jsonb NOT NULL,
    participant_id uuid NOT NULL REFERENCES participant,
    published_at timestamptz NOT NULL
  );
`;

const DOWN = `
  DROP TABLE amendment_order, amendment;
`;

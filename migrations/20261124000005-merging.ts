import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The merge view: a merge of a proposal's amendments, and every choice that was made in it. */
export class Merging20261124000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE merging (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'open' CHECK (state IN ('open','finished','given-up')),
    -- The number of its last act, a choice or the undoing of one; 0 before the first.
    version integer NOT NULL DEFAULT 0,
    begun_by uuid NOT NULL,
    begun_at timestamptz NOT NULL,
    ended_by uuid,
    ended_at timestamptz,
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, begun_by) REFERENCES participant (forum_id, id),
    FOREIGN KEY (forum_id, ended_by) REFERENCES participant (forum_id, id)
  );
  CREATE UNIQUE INDEX merging_open ON merging (proposal_id) WHERE state = 'open';

  -- A log: rows are added, and marked where they were undone; none is ever taken out.
  CREATE TABLE merge_choice (
    merging_id uuid NOT NULL REFERENCES merging ON DELETE CASCADE,
    sequence integer NOT NULL CHECK (sequence >= 1),
    -- 'paragraph <id>', 'place <id of the one before>', 'beginning' or 'amendment <id>'.
    spot text NOT NULL,
    -- The sequence of the choice that stood there when this one was made; 0 for none.
    over integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('original','take','write','reject')),
    amendment_ids uuid[] NOT NULL,
    -- Of a third text: its paragraphs.
    paragraphs jsonb CHECK ((paragraphs IS NOT NULL) = (kind = 'write')),
    reason text CHECK ((reason IS NOT NULL) = (kind = 'reject')),
    -- SHA-256 of what stood there and what was wanted there: where that is another by now, the choice needs another.
    basis text NOT NULL,
    participant_id uuid NOT NULL REFERENCES participant,
    chosen_at timestamptz NOT NULL,
    -- The number of the act that undid it.
    undone integer,
    undone_by uuid REFERENCES participant,
    undone_at timestamptz,
    PRIMARY KEY (merging_id, sequence),
    CHECK ((undone IS NULL) = (undone_by IS NULL) AND (undone IS NULL) = (undone_at IS NULL))
  );
  -- Of two who choose over the same choice at once, one comes too late.
  CREATE UNIQUE INDEX merge_choice_over ON merge_choice (merging_id, spot, over) WHERE undone IS NULL;
`;

const DOWN = `
  DROP TABLE merge_choice, merging;
`;

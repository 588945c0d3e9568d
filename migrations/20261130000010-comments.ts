import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Comments on the clauses of a draft and on passages of them, and that people are told of answers. */
export class Comments20261130000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE comment (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL,
    appeal_id uuid NOT NULL,
    parent_id uuid,
    -- No reference: a comment outlives the clause that it was made on.
    clause_id uuid NOT NULL,
    text_lang text NOT NULL CHECK (text_lang IN ('ar','fr','en')),
    -- Of a comment on the whole clause the quote is how the clause began.
    on_passage boolean NOT NULL,
    exact text NOT NULL,
    prefix text NOT NULL,
    suffix text NOT NULL,
    author_id uuid NOT NULL,
    body text NOT NULL,
    lang text NOT NULL CHECK (lang IN ('ar','fr','en')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL,
    edited_at timestamptz,
    deleted_at timestamptz,
    resolved_at timestamptz,
    resolved_by_id uuid,
    UNIQUE (appeal_id, id),
    FOREIGN KEY (forum_id, appeal_id) REFERENCES appeal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (appeal_id, parent_id) REFERENCES comment (appeal_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, author_id) REFERENCES participant (forum_id, id),
    FOREIGN KEY (forum_id, resolved_by_id) REFERENCES participant (forum_id, id),
    CHECK (NOT on_passage OR exact <> ''),
    CHECK ((deleted_at IS NULL) = (body <> '')),
    CHECK (num_nonnulls(resolved_at, resolved_by_id) IN (0, 2)),
    CHECK (parent_id IS NULL OR resolved_at IS NULL)
  );
  CREATE INDEX comment_appeal ON comment (appeal_id, created_at, id);
  CREATE INDEX comment_parent ON comment (parent_id);
  CREATE INDEX comment_author ON comment (author_id);

  -- One is told of a proposal, of a post or of a comment.
  ALTER TABLE notification DROP CONSTRAINT notification_about;
  ALTER TABLE notification ADD COLUMN comment_id uuid REFERENCES comment ON DELETE CASCADE;
  ALTER TABLE notification ADD CONSTRAINT notification_about
    CHECK (num_nonnulls(proposal_id, post_id, comment_id) = 1);
  CREATE INDEX notification_comment ON notification (comment_id);
`;

const DOWN = `
  DELETE FROM notification WHERE comment_id IS NOT NULL;
  ALTER TABLE notification DROP CONSTRAINT notification_about;
  ALTER TABLE notification DROP COLUMN comment_id;
  ALTER TABLE notification ADD CONSTRAINT notification_about CHECK (num_nonnulls(proposal_id, post_id) = 1);
  DROP TABLE comment;
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** That comments and proposals mention people too. What comments say becomes rich text, as that of posts. */
export class MentionsEverywhere20261130000051 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  ALTER TABLE mention ALTER COLUMN post_id DROP NOT NULL;
  ALTER TABLE mention ADD COLUMN comment_id uuid REFERENCES comment ON DELETE CASCADE;
  ALTER TABLE mention ADD COLUMN proposal_id uuid REFERENCES proposal ON DELETE CASCADE;
  ALTER TABLE mention ADD CONSTRAINT mention_in CHECK (num_nonnulls(post_id, comment_id, proposal_id) = 1);
  ALTER TABLE mention DROP CONSTRAINT mention_post_id_participant_id_delegation_id_key;
  ALTER TABLE mention ADD CONSTRAINT mention_once
    UNIQUE NULLS NOT DISTINCT (post_id, comment_id, proposal_id, participant_id, delegation_id);
  CREATE INDEX mention_comment ON mention (comment_id);
  CREATE INDEX mention_proposal ON mention (proposal_id);

  UPDATE comment SET body = '<p>' || replace(regexp_replace(
      replace(replace(replace(body, '&', '&amp;'), '<', '&lt;'), '>', '&gt;'),
      E'\\n[ \\t]*\\n\\\\s*', '</p><p>', 'g'), E'\\n', '<br />') || '</p>'
   WHERE body <> '';
`;

const DOWN = `
  UPDATE comment SET body = replace(replace(replace(replace(regexp_replace(
      replace(replace(replace(body, '</p><p>', E'\\n\\n'), '<br />', E'\\n'), '<br>', E'\\n'),
      '<[^>]*>', '', 'g'), '&lt;', '<'), '&gt;', '>'), '&quot;', '"'), '&amp;', '&')
   WHERE body <> '';
  -- Of who is mentioned alone nothing is left without the mark.
  UPDATE comment SET body = '…' WHERE body = '' AND deleted_at IS NULL;

  DELETE FROM mention WHERE post_id IS NULL;
  ALTER TABLE mention DROP CONSTRAINT mention_once;
  ALTER TABLE mention DROP CONSTRAINT mention_in;
  ALTER TABLE mention DROP COLUMN comment_id;
  ALTER TABLE mention DROP COLUMN proposal_id;
  ALTER TABLE mention ALTER COLUMN post_id SET NOT NULL;
  ALTER TABLE mention ADD CONSTRAINT mention_post_id_participant_id_delegation_id_key
    UNIQUE NULLS NOT DISTINCT (post_id, participant_id, delegation_id);
`;

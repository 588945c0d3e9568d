import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A new compile goes into a draft that people have worked on: what the last one made, and what is suggested. */
export class Recompile20261125000010 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE compiled_clause (
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    -- The clause that it became. There may be none any more: that people took it out is to be known.
    clause_id uuid NOT NULL,
    position integer NOT NULL,
    content jsonb NOT NULL,
    gone boolean NOT NULL,
    PRIMARY KEY (appeal_id, clause_id)
  );

  CREATE TABLE suggestion (
    id uuid PRIMARY KEY,
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    clause_id uuid NOT NULL,
    theirs jsonb,
    created_at timestamptz NOT NULL,
    decision text CHECK (decision IN ('keep','take','both')),
    decided_by_id uuid REFERENCES participant,
    decided_at timestamptz,
    CHECK ((decision IS NULL) = (decided_by_id IS NULL)),
    CHECK ((decision IS NULL) = (decided_at IS NULL))
  );
  CREATE UNIQUE INDEX suggestion_open ON suggestion (appeal_id, clause_id) WHERE decision IS NULL;

  -- Nobody counted regions then.
  UPDATE clause SET score = score || '{"regions": 0}' WHERE score IS NOT NULL AND NOT score ? 'regions';

  -- Of drafts compiled before it is not known what people changed since. A base without words differs from
  -- both sides: what the next compile would change is suggested, and nothing is overwritten.
  INSERT INTO compiled_clause (appeal_id, clause_id, position, content, gone)
  SELECT c.appeal_id, c.id, c.position,
         jsonb_build_object('kind', c.kind, 'topicId', c.topic_id, 'lang', c.lang, 'texts', '{}'::jsonb,
                            'editorial', c.editorial, 'score', c.score, 'sources', coalesce(
           (SELECT jsonb_agg(jsonb_build_object(
                     'contribution', jsonb_build_object('kind', s.contribution_kind, 'id', s.contribution_id),
                     'lang', s.lang, 'quote', s.quote, 'use', s.use) ORDER BY s.position)
              FROM source s WHERE s.clause_id = c.id), '[]'::jsonb)), false
    FROM clause c JOIN appeal a ON a.id = c.appeal_id
   WHERE a.state <> 'published'
     AND (c.editorial = 'template' OR EXISTS (SELECT FROM source s WHERE s.clause_id = c.id));
`;

const DOWN = `
  DROP TABLE suggestion, compiled_clause;
`;

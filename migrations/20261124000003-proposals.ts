import type { MigrationInterface, QueryRunner } from 'typeorm';
import { newCode } from '../src/kernel/ids.js';
import type { WrittenParagraph } from '../src/text/rich-text.contract.js';
import { htmlOf, paragraphsOf } from '../src/text/rich-text.js';

/**
 * Proposals get paragraphs with ids of their own, kept versions, co-authors, positions of cities, more states and
 * the list of their moves. Whatever had been submitted begins with the version that it has now.
 */
export class Proposals20261124000003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
    await eachText(runner, 'body', 'paragraphs', (body: string) =>
      JSON.stringify(paragraphsOf(body).map((paragraph) => ({ id: newCode(8), ...paragraph }))),
    );
    await runner.query(AFTER_TEXTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    const [{ found }] = await runner.query(
      `SELECT EXISTS (SELECT FROM proposal WHERE state IN ('debated','scheduled','merged','lapsed')) AS found`,
    );
    if (found)
      throw new Error(
        'This database holds proposals in states that the version of Nidaa before does not know.',
      );
    await runner.query(`ALTER TABLE proposal_text ADD COLUMN body text NOT NULL DEFAULT ''`);
    await eachText(runner, 'paragraphs', 'body', (paragraphs: WrittenParagraph[]) => htmlOf(paragraphs));
    await runner.query(DOWN);
  }
}

/** Rewrites one column of all texts, a proposal's at a time: the paragraphs of its languages get the same ids. */
async function eachText<T>(runner: QueryRunner, from: string, to: string, rewrite: (value: T) => string) {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows: { id: string; lang: string; value: T }[] = await runner.query(
      `SELECT proposal_id AS id, lang, ${from} AS value FROM proposal_text
        WHERE proposal_id IN (SELECT id FROM proposal WHERE id > $1 ORDER BY id LIMIT 200) ORDER BY 1, 2`,
      [after],
    );
    if (rows.length === 0) return;
    for (const { id, lang, value } of rows)
      await runner.query(`UPDATE proposal_text SET ${to} = $3 WHERE proposal_id = $1 AND lang = $2`, [
        id,
        lang,
        rewrite(value),
      ]);
    after = rows.at(-1)?.id as string;
  }
}

const STATES_BEFORE = `'draft','submitted','returned','admitted','voted','adopted','rejected','withdrawn'`;
const STATES = `${STATES_BEFORE},'debated','scheduled','merged','lapsed'`;

const UP = `
  ALTER TABLE forum ADD COLUMN admission jsonb;

  ALTER TABLE proposal
    DROP CONSTRAINT proposal_state_check,
    ADD CONSTRAINT proposal_state_check CHECK (state IN (${STATES})),
    -- Number of the version that was kept last; 0 while nothing was submitted.
    ADD COLUMN versions integer NOT NULL DEFAULT 0,
    ADD COLUMN endorsing_cities integer NOT NULL DEFAULT 0,
    ADD COLUMN active_at timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN session_id uuid,
    ADD COLUMN merged_into uuid,
    ADD FOREIGN KEY (forum_id, session_id) REFERENCES session (forum_id, id),
    ADD FOREIGN KEY (forum_id, merged_into) REFERENCES proposal (forum_id, id),
    ADD CHECK ((state = 'merged') = (merged_into IS NOT NULL)),
    ADD CHECK (merged_into <> id);
  UPDATE proposal SET active_at = coalesce(admitted_at, submitted_at, created_at);
  DROP INDEX proposal_forum;
  CREATE INDEX proposal_new ON proposal (forum_id, created_at DESC, id DESC);
  CREATE INDEX proposal_active ON proposal (forum_id, active_at DESC, id DESC);
  CREATE INDEX proposal_endorsed ON proposal (forum_id, endorsements DESC, id DESC);
  CREATE INDEX proposal_breadth ON proposal (forum_id, endorsing_cities DESC, id DESC);
  CREATE INDEX proposal_merged ON proposal (merged_into) WHERE merged_into IS NOT NULL;

  CREATE TABLE proposal_move (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 1),
    move text NOT NULL,
    from_state text NOT NULL,
    to_state text NOT NULL,
    participant_id uuid REFERENCES participant,
    reason text,
    moved_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, number)
  );
  INSERT INTO proposal_move (proposal_id, number, move, from_state, to_state, reason, moved_at)
    SELECT id, 1, CASE state WHEN 'returned' THEN 'return' ELSE 'withdraw' END, 'submitted', state, reason,
           coalesce(submitted_at, created_at)
      FROM proposal WHERE reason IS NOT NULL AND state IN ('returned','withdrawn');
  ALTER TABLE proposal DROP COLUMN reason;

  ALTER TABLE proposal_text
    ADD COLUMN summary text NOT NULL DEFAULT '',
    ADD COLUMN paragraphs jsonb NOT NULL DEFAULT '[]',
    -- Of a translation: what each of its parts was translated from, as SHA-256, by the id of the paragraph.
    ADD COLUMN translated_from jsonb;

  CREATE INDEX proposal_text_title ON proposal_text USING gin (title gin_trgm_ops);

  CREATE TABLE proposal_version (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    number integer NOT NULL CHECK (number >= 1),
    cause text NOT NULL CHECK (cause IN ('submitted','amended','merged')),
    participant_id uuid REFERENCES participant,
    -- Which amendments changed which paragraphs: [{ paragraphId, amendmentIds }].
    traces jsonb NOT NULL DEFAULT '[]',
    made_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, number)
  );
  CREATE TABLE proposal_version_text (
    proposal_id uuid NOT NULL,
    number integer NOT NULL,
    lang text NOT NULL,
    title text NOT NULL,
    summary text NOT NULL,
    paragraphs jsonb NOT NULL,
    PRIMARY KEY (proposal_id, number, lang),
    FOREIGN KEY (proposal_id, number) REFERENCES proposal_version ON DELETE CASCADE
  );

  CREATE TABLE co_author (
    forum_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    invited_at timestamptz NOT NULL,
    -- Until they have accepted they read the draft, and are not named.
    accepted_at timestamptz,
    -- The proposal through whose merge they came to sign this one.
    merged_from uuid,
    PRIMARY KEY (proposal_id, participant_id),
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, participant_id) REFERENCES participant (forum_id, id)
  );
  CREATE INDEX co_author_participant ON co_author (participant_id);

  CREATE TABLE city_endorsement (
    forum_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    delegation_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, delegation_id),
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, delegation_id) REFERENCES delegation (forum_id, id),
    FOREIGN KEY (forum_id, participant_id) REFERENCES participant (forum_id, id)
  );

  CREATE TABLE concerned_city (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    city_id uuid NOT NULL REFERENCES city,
    PRIMARY KEY (proposal_id, city_id)
  );
  CREATE INDEX concerned_city_city ON concerned_city (city_id);

  -- Two proposals that belong together, the one with the smaller id first.
  CREATE TABLE proposal_link (
    forum_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    other_id uuid NOT NULL,
    participant_id uuid NOT NULL REFERENCES participant,
    created_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, other_id),
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, other_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    CHECK (proposal_id < other_id)
  );
  CREATE INDEX proposal_link_other ON proposal_link (other_id);

  -- Who endorsed a text that was merged is asked whether they stand behind the other one too.
  CREATE TABLE endorsement_request (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant,
    endorsed_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    answered_at timestamptz,
    PRIMARY KEY (proposal_id, participant_id, endorsed_id)
  );
  CREATE INDEX endorsement_request_open ON endorsement_request (participant_id) WHERE answered_at IS NULL;

  CREATE TABLE follow (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant,
    followed_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (proposal_id, participant_id)
  );

  CREATE TABLE saved_filter (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant,
    name text NOT NULL CHECK (name <> ''),
    query jsonb NOT NULL,
    created_at timestamptz NOT NULL,
    UNIQUE (participant_id, name)
  );
`;

/** Paragraph `n` of a translation is taken for a translation of paragraph `n`, as it is now, where both have as many. */
const AFTER_TEXTS = `
  UPDATE proposal_text t
     SET paragraphs = (
           SELECT jsonb_agg(jsonb_set(own.value, '{id}', source.value -> 'id') ORDER BY own.ordinality)
             FROM jsonb_array_elements(t.paragraphs) WITH ORDINALITY own
             JOIN jsonb_array_elements(s.paragraphs) WITH ORDINALITY source USING (ordinality))
    FROM proposal p, proposal_text s
   WHERE p.id = t.proposal_id AND s.proposal_id = p.id AND s.lang = p.lang AND t.lang <> p.lang
     AND jsonb_array_length(t.paragraphs) = jsonb_array_length(s.paragraphs)
     AND jsonb_array_length(t.paragraphs) > 0;
  ALTER TABLE proposal_text DROP COLUMN body;

  UPDATE proposal SET versions = 1 WHERE submitted_at IS NOT NULL OR imported;
  INSERT INTO proposal_version (proposal_id, number, cause, participant_id, made_at)
    SELECT id, 1, 'submitted', author_id, coalesce(submitted_at, created_at) FROM proposal WHERE versions = 1;
  INSERT INTO proposal_version_text (proposal_id, number, lang, title, summary, paragraphs)
    SELECT proposal_id, 1, t.lang, title, summary, paragraphs
      FROM proposal_text t JOIN proposal p ON p.id = t.proposal_id WHERE p.versions = 1;
`;

const DOWN = `
  DROP TABLE saved_filter, follow, endorsement_request, proposal_link, concerned_city, city_endorsement, co_author,
    proposal_version_text, proposal_version;
  ALTER TABLE proposal_text
    ALTER COLUMN body DROP DEFAULT,
    DROP COLUMN summary,
    DROP COLUMN paragraphs,
    DROP COLUMN translated_from;
  DROP INDEX proposal_text_title, proposal_new, proposal_active, proposal_endorsed, proposal_breadth, proposal_merged;
  ALTER TABLE proposal
    DROP CONSTRAINT proposal_state_check,
    ADD CONSTRAINT proposal_state_check CHECK (state IN (${STATES_BEFORE})),
    ADD COLUMN reason text,
    DROP COLUMN versions,
    DROP COLUMN endorsing_cities,
    DROP COLUMN active_at,
    DROP COLUMN session_id,
    DROP COLUMN merged_into;
  UPDATE proposal SET reason = (
    SELECT reason FROM proposal_move WHERE proposal_id = proposal.id ORDER BY number DESC LIMIT 1)
   WHERE state IN ('returned','withdrawn');
  CREATE INDEX proposal_forum ON proposal (forum_id, created_at DESC, id DESC);
  DROP TABLE proposal_move;
  ALTER TABLE forum DROP COLUMN admission;
`;

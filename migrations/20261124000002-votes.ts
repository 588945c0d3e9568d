import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Polls get rounds, methods and secrecy. A poll that was already opened has a record in a form that no longer
 * exists, and is neither rewritten nor dropped: the migration stops and says so.
 */
export class Votes20261124000002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await refuseOpened(runner, 'definition_hash IS NOT NULL', 'poll');
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await refuseOpened(runner, 'definition_hash IS NOT NULL OR number > 1', 'round');
    await refuseOpened(runner, `subject_kind IS NULL OR terms ->> 'method' <> 'yes-no-abstain'`, 'poll');
    await runner.query(DOWN);
  }
}

async function refuseOpened(runner: QueryRunner, condition: string, table: string): Promise<void> {
  const [{ found }] = await runner.query(`SELECT EXISTS (SELECT FROM ${table} WHERE ${condition}) AS found`);
  if (found)
    throw new Error(
      'This database holds polls whose records cannot be carried over; go on with the version of Nidaa that made it.',
    );
}

const UP = `
  DROP TABLE ballot, roll_entry;

  ALTER TABLE participant ADD COLUMN deputy boolean NOT NULL DEFAULT false;

  DROP INDEX poll_running, poll_on_stage;
  ALTER TABLE poll
    ALTER COLUMN subject_kind DROP NOT NULL,
    ALTER COLUMN subject_id DROP NOT NULL,
    ADD COLUMN terms jsonb,
    ADD COLUMN rounds integer NOT NULL DEFAULT 1 CHECK (rounds >= 1),
    -- From the preparation to the publication or annulment the subject belongs to this poll alone.
    ADD COLUMN holds_subject boolean NOT NULL DEFAULT false,
    ADD CONSTRAINT poll_session UNIQUE (id, session_id),
    ADD CONSTRAINT poll_subject_whole CHECK ((subject_kind IS NULL) = (subject_id IS NULL));
  UPDATE poll SET holds_subject = (state = 'draft'), terms = jsonb_build_object(
    'method', 'yes-no-abstain', 'options', '[]'::jsonb, 'seats', 1, 'choicesMax', 1, 'scoreRange', NULL,
    'unranked', 'tied-last', 'rule', rule, 'tieBreak', 'none', 'electorate', 'delegates', 'circle', '[]'::jsonb,
    'confirmed', false, 'proxies', false, 'secrecy', 'named', 'live', false, 'changeable', false,
    'publication', 'at-close');
  UPDATE poll SET terms = jsonb_set(terms, '{rule,quorum,of}', '"entitled"') WHERE rule ? 'quorum';
  ALTER TABLE poll ALTER COLUMN terms SET NOT NULL;
  CREATE UNIQUE INDEX poll_subject ON poll (subject_id) WHERE holds_subject;

  CREATE TABLE round (
    id uuid PRIMARY KEY,
    poll_id uuid NOT NULL,
    session_id uuid NOT NULL,
    number integer NOT NULL CHECK (number >= 1),
    state text NOT NULL DEFAULT 'draft'
      CHECK (state IN ('draft','announced','open','closing','closed','published','annulled')),
    -- As frozen at opening; the ballot path reads it here.
    secrecy text CHECK (secrecy IN ('roll-call','named','secret')),
    definition jsonb,
    definition_hash text,
    lot_seed text,
    entitled integer NOT NULL DEFAULT 0,
    present integer CHECK (present >= 0),
    hand_votes integer NOT NULL DEFAULT 0 CHECK (hand_votes >= 0),
    opened_at timestamptz,
    closes_at timestamptz,
    closed_at timestamptz,
    published_at timestamptz,
    result jsonb,
    reason text,
    UNIQUE (poll_id, number),
    FOREIGN KEY (poll_id, session_id) REFERENCES poll (id, session_id) ON DELETE CASCADE,
    CHECK (state IN ('draft','announced','annulled') OR (definition_hash IS NOT NULL AND secrecy IS NOT NULL)),
    CHECK (state NOT IN ('closed','published') OR result IS NOT NULL),
    CHECK (state <> 'annulled' OR reason IS NOT NULL)
  );
  CREATE UNIQUE INDEX round_on_stage ON round (session_id) WHERE state IN ('open','closing');
  INSERT INTO round (id, poll_id, session_id, number, state, closed_at, reason)
    SELECT gen_random_uuid(), id, session_id, 1, state, closed_at, reason FROM poll;
  ALTER TABLE poll
    DROP COLUMN rule, DROP COLUMN state, DROP COLUMN definition, DROP COLUMN definition_hash,
    DROP COLUMN opened_at, DROP COLUMN closed_at, DROP COLUMN result, DROP COLUMN reason;

  -- Whose vote it is (a participant, or a delegation where cities vote), written at opening, never changed.
  CREATE TABLE roll_entry (
    round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
    voter_id uuid NOT NULL,
    weight text NOT NULL CHECK (weight ~ '^[1-9][0-9]{0,8}(/[1-9][0-9]{0,8})?$'),
    group_key text,
    PRIMARY KEY (round_id, voter_id)
  );
  -- Who may cast it.
  CREATE TABLE roll_actor (
    round_id uuid NOT NULL,
    participant_id uuid NOT NULL REFERENCES participant,
    voter_id uuid NOT NULL,
    acts_as text NOT NULL CHECK (acts_as IN ('self','city','proxy')),
    PRIMARY KEY (round_id, participant_id, voter_id),
    FOREIGN KEY (round_id, voter_id) REFERENCES roll_entry ON DELETE CASCADE
  );

  -- That a vote is in. In a secret poll nothing joins this to the ballots.
  CREATE TABLE voted (
    round_id uuid NOT NULL,
    voter_id uuid NOT NULL,
    caster_id uuid NOT NULL,
    key text NOT NULL,
    PRIMARY KEY (round_id, voter_id),
    FOREIGN KEY (round_id, caster_id, voter_id) REFERENCES roll_actor
  );
  -- What was voted. voter_id, cast_at and confirmer_id are null in a secret poll.
  CREATE TABLE ballot (
    round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
    code text NOT NULL CHECK (code ~ '^[0-9A-HJKMNP-TV-Z]{26}$'),
    content jsonb NOT NULL,
    weight text NOT NULL,
    group_key text,
    voter_id uuid,
    cast_at timestamptz,
    confirmer_id uuid,
    PRIMARY KEY (round_id, code),
    UNIQUE (round_id, voter_id),
    FOREIGN KEY (round_id, voter_id) REFERENCES voted DEFERRABLE INITIALLY DEFERRED
  );
  -- Votes that their voters changed.
  CREATE TABLE replaced_ballot (
    round_id uuid NOT NULL,
    code text NOT NULL,
    voter_id uuid NOT NULL,
    caster_id uuid NOT NULL,
    key text NOT NULL,
    content jsonb NOT NULL,
    cast_at timestamptz NOT NULL,
    PRIMARY KEY (round_id, code),
    FOREIGN KEY (round_id, voter_id) REFERENCES voted ON DELETE CASCADE
  );
  CREATE INDEX replaced_ballot_voter ON replaced_ballot (round_id, voter_id);
  -- How many votes each process has taken: a row for each, so that none waits for another.
  CREATE TABLE turnout (
    round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
    teller text NOT NULL,
    votes integer NOT NULL,
    PRIMARY KEY (round_id, teller)
  );
  -- Paper and hand votes: each of two people enters all of them.
  CREATE TABLE hand_count (
    round_id uuid NOT NULL REFERENCES round ON DELETE CASCADE,
    place smallint NOT NULL CHECK (place IN (1, 2)),
    participant_id uuid NOT NULL REFERENCES participant,
    lines jsonb NOT NULL,
    PRIMARY KEY (round_id, place),
    UNIQUE (round_id, participant_id)
  );
  -- Polls held with simulated voters, aside; one at a time for a poll.
  CREATE TABLE rehearsal (
    id uuid PRIMARY KEY,
    poll_id uuid NOT NULL REFERENCES poll ON DELETE CASCADE,
    voters integer NOT NULL CHECK (voters >= 1),
    state text NOT NULL DEFAULT 'running' CHECK (state IN ('running','held','failed')),
    started_at timestamptz NOT NULL,
    report jsonb,
    CHECK (state <> 'held' OR report IS NOT NULL)
  );
  CREATE INDEX rehearsal_poll ON rehearsal (poll_id, started_at DESC);
  CREATE UNIQUE INDEX rehearsal_running ON rehearsal (poll_id) WHERE state = 'running';
  CREATE TABLE proxy (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    principal_id uuid NOT NULL,
    holder_id uuid NOT NULL,
    state text NOT NULL DEFAULT 'offered' CHECK (state IN ('offered','accepted','declined','revoked')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (principal_id <> holder_id),
    FOREIGN KEY (forum_id, principal_id) REFERENCES participant (forum_id, id),
    FOREIGN KEY (forum_id, holder_id) REFERENCES participant (forum_id, id)
  );
  CREATE UNIQUE INDEX proxy_principal ON proxy (principal_id) WHERE state IN ('offered','accepted');
  CREATE INDEX proxy_forum ON proxy (forum_id);
  CREATE INDEX proxy_holder ON proxy (holder_id) WHERE state = 'accepted';
`;

const DOWN = `
  DROP TABLE rehearsal, proxy, hand_count, turnout, replaced_ballot, ballot, voted, roll_actor, roll_entry;
  ALTER TABLE participant DROP COLUMN deputy;
  ALTER TABLE poll
    ADD COLUMN rule jsonb, ADD COLUMN state text, ADD COLUMN definition jsonb, ADD COLUMN definition_hash text,
    ADD COLUMN opened_at timestamptz, ADD COLUMN closed_at timestamptz, ADD COLUMN result jsonb,
    ADD COLUMN reason text;
  UPDATE poll SET rule = terms -> 'rule', closed_at = round.closed_at, reason = round.reason,
      state = CASE round.state WHEN 'announced' THEN 'draft' ELSE round.state END
    FROM round WHERE round.poll_id = poll.id;
  DROP TABLE round;
  DROP INDEX poll_subject;
  ALTER TABLE poll
    DROP COLUMN terms, DROP COLUMN rounds, DROP COLUMN holds_subject,
    DROP CONSTRAINT poll_session, DROP CONSTRAINT poll_subject_whole,
    ALTER COLUMN subject_kind SET NOT NULL, ALTER COLUMN subject_id SET NOT NULL,
    ALTER COLUMN rule SET NOT NULL, ALTER COLUMN state SET NOT NULL,
    ALTER COLUMN state SET DEFAULT 'draft',
    ADD CHECK (state IN ('draft','open','closed','annulled')),
    ADD CHECK (state = 'draft' OR state = 'annulled' OR definition_hash IS NOT NULL),
    ADD CHECK (state <> 'closed' OR result IS NOT NULL);
  CREATE UNIQUE INDEX poll_running ON poll (subject_id) WHERE state IN ('draft','open');
  CREATE UNIQUE INDEX poll_on_stage ON poll (session_id) WHERE state = 'open';
  CREATE TABLE roll_entry (
    poll_id uuid NOT NULL REFERENCES poll ON DELETE CASCADE,
    participant_id uuid NOT NULL REFERENCES participant,
    delegation_id uuid NOT NULL REFERENCES delegation,
    weight text NOT NULL CHECK (weight ~ '^[1-9][0-9]{0,8}(/[1-9][0-9]{0,8})?$'),
    PRIMARY KEY (poll_id, participant_id)
  );
  CREATE TABLE ballot (
    id uuid PRIMARY KEY,
    poll_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    choice text NOT NULL CHECK (choice IN ('yes','no','abstain')),
    idempotency_key text NOT NULL,
    receipt text NOT NULL UNIQUE,
    cast_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (poll_id, participant_id),
    FOREIGN KEY (poll_id, participant_id) REFERENCES roll_entry (poll_id, participant_id)
  );
`;

import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Everything that the road from an invitation to a published appeal stands on. */
export class Foundation20261124000001 implements MigrationInterface {
  name = 'Foundation20261124000001';

  async up(db: QueryRunner): Promise<void> {
    for (const statement of [
      SEARCH,
      IDENTITY,
      PLATFORM,
      FORUM,
      PROGRAM,
      DISCUSSION,
      PROPOSALS,
      VOTING,
      APPEAL,
      OPENDATA,
    ])
      await db.query(statement);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(DOWN);
  }
}

/**
 * One text search configuration for each language. Accents are folded, so that "medina" finds "médina";
 * a text in a fourth language is indexed word by word without stemming.
 */
const SEARCH = `
  CREATE EXTENSION IF NOT EXISTS unaccent;
  CREATE EXTENSION IF NOT EXISTS pg_trgm;
  CREATE TEXT SEARCH CONFIGURATION nidaa_ar (COPY = arabic);
  CREATE TEXT SEARCH CONFIGURATION nidaa_fr (COPY = french);
  CREATE TEXT SEARCH CONFIGURATION nidaa_en (COPY = english);
  CREATE TEXT SEARCH CONFIGURATION nidaa_other (COPY = simple);
  ALTER TEXT SEARCH CONFIGURATION nidaa_ar ALTER MAPPING FOR hword, hword_part, word WITH unaccent, arabic_stem;
  ALTER TEXT SEARCH CONFIGURATION nidaa_fr ALTER MAPPING FOR hword, hword_part, word WITH unaccent, french_stem;
  ALTER TEXT SEARCH CONFIGURATION nidaa_en ALTER MAPPING FOR hword, hword_part, word WITH unaccent, english_stem;
  ALTER TEXT SEARCH CONFIGURATION nidaa_other ALTER MAPPING FOR hword, hword_part, word WITH unaccent, simple;

  CREATE FUNCTION nidaa_tsvector(lang text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE lang
      WHEN 'ar' THEN to_tsvector('nidaa_ar'::regconfig, body)
      WHEN 'fr' THEN to_tsvector('nidaa_fr'::regconfig, body)
      WHEN 'en' THEN to_tsvector('nidaa_en'::regconfig, body)
      ELSE to_tsvector('nidaa_other'::regconfig, body) END
  $$;

  CREATE FUNCTION nidaa_tsquery(query text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT websearch_to_tsquery('nidaa_ar'::regconfig, query) || websearch_to_tsquery('nidaa_fr'::regconfig, query)
        || websearch_to_tsquery('nidaa_en'::regconfig, query) || websearch_to_tsquery('nidaa_other'::regconfig, query)
  $$;

  CREATE FUNCTION nidaa_localized(value jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT jsonb_typeof(value) = 'object' AND value ?& ARRAY['ar','fr','en']
       AND value ->> 'ar' <> '' AND value ->> 'fr' <> '' AND value ->> 'en' <> ''
  $$;
`;

const IDENTITY = `
  CREATE TABLE account (
    id uuid PRIMARY KEY,
    email text UNIQUE CHECK (email = lower(email)),
    name text NOT NULL CHECK (name <> ''),
    locale text NOT NULL CHECK (locale IN ('ar','fr','en')),
    password_hash text,
    operator boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now(),
    erased_at timestamptz
  );

  CREATE TABLE sign_in (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    token_hash text NOT NULL UNIQUE,
    device text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz
  );
  CREATE INDEX sign_in_account ON sign_in (account_id);

  CREATE TABLE email_code (
    id uuid PRIMARY KEY,
    email text NOT NULL CHECK (email = lower(email)),
    account_id uuid REFERENCES account ON DELETE CASCADE,
    code_hash text NOT NULL,
    attempts integer NOT NULL DEFAULT 0,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX email_code_email ON email_code (email, created_at DESC);

  CREATE TABLE sign_in_link (
    token_hash text PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('trial','first-organiser')),
    created_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz
  );

  CREATE TABLE api_token (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    name text NOT NULL,
    token_hash text NOT NULL UNIQUE,
    scopes text[] NOT NULL CHECK (cardinality(scopes) > 0),
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    used_at timestamptz,
    revoked_at timestamptz
  );
  CREATE INDEX api_token_account ON api_token (account_id);
`;

/** Mail, throttles, idempotency keys and the event log know no feature; \`forum_id\` is theirs to group by only. */
const PLATFORM = `
  CREATE TABLE event (
    id uuid PRIMARY KEY,
    forum_id uuid,
    type text NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    actor_id uuid,
    payload jsonb NOT NULL DEFAULT '{}',
    created_at timestamptz NOT NULL DEFAULT now(),
    position bigint UNIQUE,
    seq bigint,
    hash text,
    CHECK ((seq IS NULL) = (hash IS NULL) AND (seq IS NULL) = (position IS NULL))
  );
  CREATE UNIQUE INDEX event_seq ON event (forum_id, seq) NULLS NOT DISTINCT WHERE seq IS NOT NULL;
  CREATE INDEX event_waiting ON event (id) WHERE seq IS NULL;
  CREATE INDEX event_subject ON event (subject_id, seq);

  CREATE TABLE event_cursor (
    consumer text PRIMARY KEY,
    position bigint NOT NULL
  );

  CREATE FUNCTION event_guard() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN
    IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'the event log is append-only'; END IF;
    IF OLD.seq IS NOT NULL
       OR (NEW.id, NEW.type, NEW.subject_kind, NEW.subject_id, NEW.payload, NEW.created_at)
          IS DISTINCT FROM (OLD.id, OLD.type, OLD.subject_kind, OLD.subject_id, OLD.payload, OLD.created_at)
       OR NEW.forum_id IS DISTINCT FROM OLD.forum_id OR NEW.actor_id IS DISTINCT FROM OLD.actor_id
    THEN RAISE EXCEPTION 'the event log is append-only'; END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER event_append_only BEFORE UPDATE OR DELETE ON event FOR EACH ROW EXECUTE FUNCTION event_guard();

  CREATE FUNCTION event_notify() RETURNS trigger LANGUAGE plpgsql AS $$
  BEGIN PERFORM pg_notify('nidaa_event', ''); RETURN NULL; END $$;
  CREATE TRIGGER event_wake AFTER INSERT ON event FOR EACH STATEMENT EXECUTE FUNCTION event_notify();

  CREATE TABLE mail (
    id uuid PRIMARY KEY,
    forum_id uuid,
    recipient text NOT NULL,
    subject text NOT NULL,
    body text NOT NULL,
    locale text NOT NULL CHECK (locale IN ('ar','fr','en')),
    created_at timestamptz NOT NULL DEFAULT now(),
    attempts integer NOT NULL DEFAULT 0,
    sent_at timestamptz,
    failed_at timestamptz
  );
  CREATE INDEX mail_forum ON mail (forum_id, created_at DESC);

  CREATE TABLE idempotency_key (
    account_id uuid NOT NULL REFERENCES account ON DELETE CASCADE,
    key text NOT NULL CHECK (length(key) BETWEEN 8 AND 128),
    request_hash text NOT NULL,
    status integer,
    response jsonb,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (account_id, key)
  );
  CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

  CREATE UNLOGGED TABLE throttle (
    key text PRIMARY KEY,
    count integer NOT NULL,
    resets_at timestamptz NOT NULL
  );

  CREATE TABLE file (
    id uuid PRIMARY KEY,
    forum_id uuid,
    sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    media_type text NOT NULL,
    name text NOT NULL,
    size bigint NOT NULL CHECK (size >= 0),
    created_at timestamptz NOT NULL DEFAULT now()
  );
`;

const FORUM = `
  CREATE TABLE city (
    id uuid PRIMARY KEY,
    name jsonb NOT NULL CHECK (nidaa_localized(name)),
    country text CHECK (country ~ '^[A-Z]{2}$'),
    latitude numeric(8,5) NOT NULL CHECK (latitude BETWEEN -90 AND 90),
    longitude numeric(8,5) NOT NULL CHECK (longitude BETWEEN -180 AND 180),
    geonames_id integer UNIQUE,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  CREATE UNIQUE INDEX city_place ON city (lower(name ->> 'en'), latitude, longitude);

  CREATE TABLE twinning (
    id uuid PRIMARY KEY,
    city_a_id uuid NOT NULL REFERENCES city,
    city_b_id uuid NOT NULL REFERENCES city,
    kind text NOT NULL CHECK (kind IN ('twinning','friendship','partnership')),
    agreed_on text CHECK (agreed_on ~ '^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$'),
    UNIQUE (city_a_id, city_b_id, kind),
    CHECK (city_a_id < city_b_id)
  );

  CREATE TABLE forum (
    id uuid PRIMARY KEY,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 60),
    title jsonb NOT NULL CHECK (nidaa_localized(title)),
    theme jsonb NOT NULL CHECK (nidaa_localized(theme)),
    place jsonb NOT NULL CHECK (nidaa_localized(place)),
    host_city_id uuid REFERENCES city,
    emblem_file_id uuid REFERENCES file,
    starts_on date NOT NULL,
    ends_on date NOT NULL,
    sample boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    CHECK (ends_on >= starts_on)
  );

  CREATE TABLE topic (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    position integer NOT NULL,
    name jsonb NOT NULL CHECK (nidaa_localized(name)),
    UNIQUE (forum_id, id),
    UNIQUE (forum_id, position) DEFERRABLE INITIALLY DEFERRED
  );

  CREATE TABLE delegation (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    city_id uuid NOT NULL REFERENCES city,
    weight text NOT NULL DEFAULT '1' CHECK (weight ~ '^[1-9][0-9]{0,8}(/[1-9][0-9]{0,8})?$'),
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (forum_id, city_id),
    UNIQUE (forum_id, id)
  );

  CREATE TABLE participant (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    account_id uuid NOT NULL REFERENCES account,
    role text NOT NULL CHECK (role IN ('organiser','moderator','delegate','observer')),
    delegation_id uuid,
    head boolean NOT NULL DEFAULT false,
    suspended_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (forum_id, account_id),
    UNIQUE (forum_id, id),
    FOREIGN KEY (forum_id, delegation_id) REFERENCES delegation (forum_id, id),
    CHECK (role <> 'delegate' OR delegation_id IS NOT NULL),
    CHECK (NOT head OR role = 'delegate')
  );
  CREATE UNIQUE INDEX participant_head ON participant (delegation_id) WHERE head;
  CREATE INDEX participant_account ON participant (account_id);

  CREATE TABLE invitation (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    code_lookup text NOT NULL UNIQUE,
    code_sealed text NOT NULL,
    role text NOT NULL CHECK (role IN ('organiser','moderator','delegate','observer')),
    delegation_id uuid,
    head boolean NOT NULL DEFAULT false,
    name text,
    email text CHECK (email = lower(email)),
    invited_by_id uuid REFERENCES account,
    created_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    used_at timestamptz,
    participant_id uuid REFERENCES participant,
    FOREIGN KEY (forum_id, delegation_id) REFERENCES delegation (forum_id, id),
    CHECK (role <> 'delegate' OR delegation_id IS NOT NULL)
  );
  CREATE INDEX invitation_forum ON invitation (forum_id, created_at);
`;

const PROGRAM = `
  CREATE TABLE session (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('plenary','workshop','ceremony','visit')),
    title jsonb NOT NULL CHECK (nidaa_localized(title)),
    place text NOT NULL DEFAULT '',
    starts_at timestamptz NOT NULL,
    ends_at timestamptz NOT NULL,
    state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned','running','ended')),
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (forum_id, id),
    CHECK (ends_at > starts_at)
  );
  CREATE INDEX session_forum ON session (forum_id, starts_at);
`;

const DISCUSSION = `
  CREATE TABLE thread (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    topic_id uuid,
    author_id uuid,
    title text NOT NULL CHECK (title <> ''),
    lang text NOT NULL CHECK (lang ~ '^[a-z]{2,3}$'),
    posts integer NOT NULL DEFAULT 0,
    active_at timestamptz NOT NULL DEFAULT now(),
    created_at timestamptz NOT NULL DEFAULT now(),
    imported boolean NOT NULL DEFAULT false,
    search tsvector GENERATED ALWAYS AS (nidaa_tsvector(lang, title)) STORED,
    UNIQUE (forum_id, id),
    FOREIGN KEY (forum_id, topic_id) REFERENCES topic (forum_id, id),
    FOREIGN KEY (forum_id, author_id) REFERENCES participant (forum_id, id),
    CHECK (imported OR author_id IS NOT NULL)
  );
  CREATE INDEX thread_forum ON thread (forum_id, active_at DESC, id DESC);
  CREATE INDEX thread_search ON thread USING gin (search);

  CREATE TABLE post (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL,
    thread_id uuid NOT NULL,
    parent_id uuid,
    author_id uuid,
    body text NOT NULL,
    plain text NOT NULL CHECK (plain <> ''),
    lang text NOT NULL CHECK (lang ~ '^[a-z]{2,3}$'),
    support integer NOT NULL DEFAULT 0,
    opposition integer NOT NULL DEFAULT 0,
    imported boolean NOT NULL DEFAULT false,
    version integer NOT NULL DEFAULT 1,
    edited_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now(),
    search tsvector GENERATED ALWAYS AS (nidaa_tsvector(lang, plain)) STORED,
    UNIQUE (thread_id, id),
    FOREIGN KEY (forum_id, thread_id) REFERENCES thread (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (thread_id, parent_id) REFERENCES post (thread_id, id),
    FOREIGN KEY (forum_id, author_id) REFERENCES participant (forum_id, id),
    CHECK (imported OR (author_id IS NOT NULL AND support = 0 AND opposition = 0))
  );
  CREATE INDEX post_thread ON post (thread_id, created_at, id);
  CREATE INDEX post_parent ON post (parent_id);
  CREATE INDEX post_search ON post USING gin (search);
`;

const PROPOSALS = `
  CREATE TABLE proposal (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    number integer NOT NULL,
    topic_id uuid,
    author_id uuid,
    lang text NOT NULL CHECK (lang ~ '^[a-z]{2,3}$'),
    state text NOT NULL DEFAULT 'draft'
      CHECK (state IN ('draft','submitted','returned','admitted','voted','adopted','rejected','withdrawn')),
    reason text,
    endorsements integer NOT NULL DEFAULT 0,
    imported boolean NOT NULL DEFAULT false,
    imported_support integer NOT NULL DEFAULT 0,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    submitted_at timestamptz,
    admitted_at timestamptz,
    UNIQUE (forum_id, id),
    UNIQUE (forum_id, number),
    FOREIGN KEY (forum_id, topic_id) REFERENCES topic (forum_id, id),
    FOREIGN KEY (forum_id, author_id) REFERENCES participant (forum_id, id),
    CHECK (imported OR (author_id IS NOT NULL AND imported_support = 0))
  );
  CREATE INDEX proposal_forum ON proposal (forum_id, created_at DESC, id DESC);

  CREATE TABLE proposal_text (
    proposal_id uuid NOT NULL REFERENCES proposal ON DELETE CASCADE,
    lang text NOT NULL CHECK (lang ~ '^[a-z]{2,3}$'),
    title text NOT NULL CHECK (title <> ''),
    body text NOT NULL,
    plain text NOT NULL,
    search tsvector GENERATED ALWAYS AS (
      setweight(nidaa_tsvector(lang, title), 'A') || setweight(nidaa_tsvector(lang, plain), 'B')) STORED,
    PRIMARY KEY (proposal_id, lang)
  );
  CREATE INDEX proposal_text_search ON proposal_text USING gin (search);

  CREATE TABLE endorsement (
    forum_id uuid NOT NULL,
    proposal_id uuid NOT NULL,
    participant_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (proposal_id, participant_id),
    FOREIGN KEY (forum_id, proposal_id) REFERENCES proposal (forum_id, id) ON DELETE CASCADE,
    FOREIGN KEY (forum_id, participant_id) REFERENCES participant (forum_id, id)
  );
`;

const VOTING = `
  CREATE TABLE poll (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    session_id uuid NOT NULL,
    subject_kind text NOT NULL,
    subject_id uuid NOT NULL,
    question jsonb NOT NULL CHECK (nidaa_localized(question)),
    text_hashes jsonb NOT NULL,
    rule jsonb NOT NULL,
    state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft','open','closed','annulled')),
    definition jsonb,
    definition_hash text,
    opened_at timestamptz,
    closed_at timestamptz,
    result jsonb,
    reason text,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    UNIQUE (forum_id, id),
    FOREIGN KEY (forum_id, session_id) REFERENCES session (forum_id, id),
    CHECK (state = 'draft' OR state = 'annulled' OR definition_hash IS NOT NULL),
    CHECK (state <> 'closed' OR result IS NOT NULL)
  );
  CREATE INDEX poll_forum ON poll (forum_id, created_at DESC, id DESC);
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

const APPEAL = `
  CREATE TABLE appeal (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    slug text NOT NULL UNIQUE CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
    lang text NOT NULL CHECK (lang IN ('ar','fr','en')),
    state text NOT NULL CHECK (state IN ('compiling','drafting','publishing','published','failed')),
    title jsonb NOT NULL,
    progress integer NOT NULL DEFAULT 0 CHECK (progress BETWEEN 0 AND 100),
    error text,
    compiler text,
    input_hash text,
    figures jsonb,
    version integer NOT NULL DEFAULT 1,
    created_at timestamptz NOT NULL DEFAULT now(),
    published_at timestamptz,
    UNIQUE (forum_id, id)
  );
  CREATE UNIQUE INDEX appeal_in_work ON appeal (forum_id) WHERE state <> 'published';

  CREATE TABLE clause (
    id uuid PRIMARY KEY,
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    kind text NOT NULL CHECK (kind IN ('preambular','operative')),
    topic_id uuid REFERENCES topic,
    position integer NOT NULL,
    lang text NOT NULL CHECK (lang ~ '^[a-z]{2,3}$'),
    texts jsonb NOT NULL,
    editorial text,
    score jsonb,
    version integer NOT NULL DEFAULT 1,
    UNIQUE (appeal_id, position) DEFERRABLE INITIALLY DEFERRED
  );

  CREATE TABLE source (
    id uuid PRIMARY KEY,
    clause_id uuid NOT NULL REFERENCES clause ON DELETE CASCADE,
    position integer NOT NULL,
    contribution_kind text NOT NULL CHECK (contribution_kind IN ('proposal','post')),
    contribution_id uuid NOT NULL,
    lang text NOT NULL CHECK (lang ~ '^[a-z]{2,3}$'),
    quote text NOT NULL CHECK (quote <> ''),
    use text NOT NULL CHECK (use IN ('verbatim','condensed','inspired')),
    UNIQUE (clause_id, position)
  );
  CREATE INDEX source_contribution ON source (contribution_id);

  CREATE TABLE fate (
    appeal_id uuid NOT NULL REFERENCES appeal ON DELETE CASCADE,
    contribution_kind text NOT NULL CHECK (contribution_kind IN ('proposal','post')),
    contribution_id uuid NOT NULL,
    fate text NOT NULL CHECK (fate IN ('retained','merged','deferred','not-retained')),
    reason text NOT NULL,
    confirmed_by_id uuid REFERENCES participant,
    confirmed_at timestamptz,
    PRIMARY KEY (appeal_id, contribution_kind, contribution_id),
    CHECK ((confirmed_by_id IS NULL) = (confirmed_at IS NULL))
  );

  CREATE TABLE release (
    id uuid PRIMARY KEY,
    appeal_id uuid NOT NULL REFERENCES appeal,
    number integer NOT NULL,
    manifest jsonb NOT NULL,
    manifest_hash text NOT NULL,
    signature text NOT NULL,
    public_key text NOT NULL,
    published_at timestamptz NOT NULL,
    UNIQUE (appeal_id, number)
  );

  CREATE TABLE release_file (
    release_id uuid NOT NULL REFERENCES release ON DELETE CASCADE,
    path text NOT NULL,
    file_id uuid NOT NULL REFERENCES file,
    PRIMARY KEY (release_id, path)
  );
`;

const OPENDATA = `
  CREATE TABLE import_run (
    id uuid PRIMARY KEY,
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    format text NOT NULL,
    source text NOT NULL,
    state text NOT NULL CHECK (state IN ('running','done','failed')),
    rows_read integer NOT NULL DEFAULT 0,
    rows_added integer NOT NULL DEFAULT 0,
    rows_known integer NOT NULL DEFAULT 0,
    rows_bad integer NOT NULL DEFAULT 0,
    started_at timestamptz NOT NULL DEFAULT now(),
    ended_at timestamptz
  );

  CREATE TABLE import_item (
    forum_id uuid NOT NULL REFERENCES forum ON DELETE CASCADE,
    source_key text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('topic','thread','post','proposal')),
    object_id uuid NOT NULL,
    PRIMARY KEY (forum_id, kind, source_key)
  );
`;

const DOWN = `
  DROP TABLE import_item, import_run, release_file, release, fate, source, clause, appeal, ballot, roll_entry, poll,
    endorsement, proposal_text, proposal, post, thread, session, invitation, participant, delegation, topic, forum,
    twinning, city, file, throttle, idempotency_key, mail, event_cursor, event, api_token, sign_in_link, email_code,
    sign_in, account;
  DROP FUNCTION event_guard, event_notify, nidaa_localized, nidaa_tsquery, nidaa_tsvector;
  DROP TEXT SEARCH CONFIGURATION nidaa_ar, nidaa_fr, nidaa_en, nidaa_other;
`;

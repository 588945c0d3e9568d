import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Keys of people's own devices, to sign in and to sign with, and the challenges that they answer. */
export class Passkeys20261125000050 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(DOWN);
  }
}

const UP = `
  CREATE TABLE passkey (
    id uuid PRIMARY KEY,
    account_id uuid NOT NULL REFERENCES account (id) ON DELETE CASCADE,
    -- As the device names it, base64url: unique in the world.
    credential_id text NOT NULL UNIQUE,
    -- COSE key (RFC 9052).
    public_key bytea NOT NULL,
    -- Of uses, where the device counts; one that goes back means a copy.
    counter bigint NOT NULL,
    name text NOT NULL,
    created_at timestamptz NOT NULL,
    used_at timestamptz
  );
  CREATE INDEX passkey_account ON passkey (account_id);

  CREATE TABLE passkey_challenge (
    challenge text PRIMARY KEY,
    purpose text NOT NULL,
    -- Null where nobody has said yet who signs in.
    account_id uuid REFERENCES account (id) ON DELETE CASCADE,
    expires_at timestamptz NOT NULL
  );
  CREATE INDEX passkey_challenge_expiry ON passkey_challenge (expires_at);
`;

const DOWN = `
  DROP TABLE passkey_challenge;
  DROP TABLE passkey;
`;

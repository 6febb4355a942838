import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Defaults are for the rows that are there already and are dropped at once: a row that forgets a column is refused.
 * Keys made before there were scopes could do everything, and still can.
 */
const STATEMENTS = [
  sql`ALTER TABLE user_journeys
    ADD COLUMN name text NOT NULL DEFAULT 'Default',
    ADD COLUMN provider_settings_sealed bytea,
    ADD COLUMN provider_setting_keys text[] NOT NULL DEFAULT '{}',
    ADD COLUMN allowed_redirect_urls text[] NOT NULL DEFAULT '{}',
    ADD COLUMN allowed_frame_origins text[] NOT NULL DEFAULT '{}',
    ADD COLUMN theme jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN locale text,
    ADD COLUMN retry_limit integer NOT NULL DEFAULT 3 CHECK (retry_limit > 0),
    ADD COLUMN liveness_policy text NOT NULL DEFAULT 'none' CHECK (liveness_policy IN ('none', 'required')),
    ADD COLUMN retention_days integer NOT NULL DEFAULT 30 CHECK (retention_days >= 0),
    ADD COLUMN one_to_n boolean NOT NULL DEFAULT false,
    ADD COLUMN alternative_url text,
    ADD COLUMN handoff boolean NOT NULL DEFAULT true,
    ADD COLUMN copy jsonb NOT NULL DEFAULT '{}',
    ADD COLUMN created_on timestamptz NOT NULL DEFAULT now(),
    ADD COLUMN modified_on timestamptz NOT NULL DEFAULT now()`,
  sql`ALTER TABLE user_journeys
    ALTER COLUMN name DROP DEFAULT,
    ALTER COLUMN provider_setting_keys DROP DEFAULT,
    ALTER COLUMN allowed_redirect_urls DROP DEFAULT,
    ALTER COLUMN allowed_frame_origins DROP DEFAULT,
    ALTER COLUMN theme DROP DEFAULT,
    ALTER COLUMN retry_limit DROP DEFAULT,
    ALTER COLUMN liveness_policy DROP DEFAULT,
    ALTER COLUMN retention_days DROP DEFAULT,
    ALTER COLUMN one_to_n DROP DEFAULT,
    ALTER COLUMN handoff DROP DEFAULT,
    ALTER COLUMN copy DROP DEFAULT,
    ALTER COLUMN created_on DROP DEFAULT,
    ALTER COLUMN modified_on DROP DEFAULT`,
  sql`CREATE INDEX user_journeys_tenant ON user_journeys (tenant_id, position)`,
  sql`ALTER TABLE api_keys
    ADD COLUMN name text,
    ADD COLUMN last_four text,
    ADD COLUMN scopes text[] NOT NULL DEFAULT '{admin}',
    ADD COLUMN position bigint GENERATED ALWAYS AS IDENTITY`,
  sql`ALTER TABLE api_keys ALTER COLUMN scopes DROP DEFAULT`,
  sql`CREATE TABLE oauth_clients (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    name text,
    secret_hash bytea NOT NULL UNIQUE CHECK (octet_length(secret_hash) = 32),
    last_four text NOT NULL,
    scopes text[] NOT NULL,
    created_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    UNIQUE (tenant_id, id)
  )`,
  sql`CREATE TABLE oauth_tokens (
    hash bytea PRIMARY KEY CHECK (octet_length(hash) = 32),
    tenant_id text NOT NULL,
    oauth_client_id text NOT NULL,
    scopes text[] NOT NULL,
    expires_on timestamptz NOT NULL,
    FOREIGN KEY (tenant_id, oauth_client_id) REFERENCES oauth_clients (tenant_id, id) ON DELETE CASCADE
  )`,
  sql`CREATE INDEX oauth_tokens_client ON oauth_tokens (tenant_id, oauth_client_id, expires_on)`,
]

export const journeysAndAccess: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Who may sign in to the console. A user who is removed takes passkeys and sessions along; the audit log keeps the id. */
const STATEMENTS = [
  sql`CREATE TABLE console_invites (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    role text NOT NULL,
    name text NOT NULL,
    token_hash bytea NOT NULL UNIQUE,
    expires_on timestamptz NOT NULL,
    used_on timestamptz,
    created_on timestamptz NOT NULL
  )`,
  sql`CREATE TABLE console_users (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    role text NOT NULL,
    name text NOT NULL,
    created_on timestamptz NOT NULL
  )`,
  sql`CREATE INDEX console_users_tenant ON console_users (tenant_id, created_on, id)`,
  sql`CREATE TABLE console_credentials (
    id text PRIMARY KEY,
    user_id text NOT NULL REFERENCES console_users (id) ON DELETE CASCADE,
    public_key bytea NOT NULL,
    counter bigint NOT NULL,
    transports text[] NOT NULL,
    created_on timestamptz NOT NULL,
    last_used_on timestamptz NOT NULL
  )`,
  sql`CREATE INDEX console_credentials_user ON console_credentials (user_id)`,
  sql`CREATE TABLE console_sessions (
    token_hash bytea PRIMARY KEY,
    user_id text NOT NULL REFERENCES console_users (id) ON DELETE CASCADE,
    challenge_hash bytea NOT NULL UNIQUE,
    created_on timestamptz NOT NULL,
    last_seen_on timestamptz NOT NULL,
    ended_on timestamptz
  )`,
  sql`CREATE INDEX console_sessions_user ON console_sessions (user_id)`,
  sql`CREATE INDEX console_sessions_created ON console_sessions (created_on)`,
  sql`CREATE INDEX events_face_authentication ON events (tenant_id, (payload->>'face_authentication_id'), position)`,
]

export const consoleAccess: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

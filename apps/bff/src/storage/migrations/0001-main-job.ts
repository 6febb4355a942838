import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * `UNIQUE (tenant_id, id)` on parents lets children point at both columns: the database itself refuses a row that
 * crosses tenants. `position` is the order of insertion.
 */
const STATEMENTS = [
  sql`CREATE TABLE tenants (
    id text PRIMARY KEY,
    name text NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY
  )`,
  sql`CREATE TABLE api_keys (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    hash bytea NOT NULL UNIQUE CHECK (octet_length(hash) = 32),
    created_on timestamptz NOT NULL
  )`,
  sql`CREATE INDEX api_keys_tenant ON api_keys (tenant_id)`,
  sql`CREATE TABLE user_journeys (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    provider text NOT NULL,
    minimum_match_level integer NOT NULL CHECK (minimum_match_level BETWEEN 1 AND 5),
    position bigint GENERATED ALWAYS AS IDENTITY,
    UNIQUE (tenant_id, id)
  )`,
  sql`CREATE TABLE applicants (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    external_applicant_id text,
    email text,
    external_applicant_name text,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    UNIQUE (tenant_id, id)
  )`,
  sql`CREATE TABLE faces (
    id text PRIMARY KEY,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    status text NOT NULL CHECK (
      status IN ('NEW', 'ACTIVATING', 'ACTIVE', 'REVIEW', 'FAILED', 'EXPIRED', 'DISABLED')
    ),
    provider text NOT NULL,
    template_model text NOT NULL,
    template_sealed bytea NOT NULL,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    FOREIGN KEY (tenant_id, applicant_id) REFERENCES applicants (tenant_id, id)
  )`,
  sql`CREATE INDEX faces_applicant ON faces (tenant_id, applicant_id, provider, position)`,
  sql`CREATE TABLE face_authentications (
    id text PRIMARY KEY,
    tenant_id text NOT NULL,
    applicant_id text NOT NULL,
    user_journey_id text NOT NULL,
    status text NOT NULL CHECK (
      status IN (
        'created', 'pending', 'capture_in_progress', 'checks_in_progress',
        'approved', 'declined', 'retry_required', 'refused', 'inconclusive'
      )
    ),
    response_codes integer[] NOT NULL,
    risk_labels text[] NOT NULL,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    UNIQUE (tenant_id, id),
    FOREIGN KEY (tenant_id, applicant_id) REFERENCES applicants (tenant_id, id),
    FOREIGN KEY (tenant_id, user_journey_id) REFERENCES user_journeys (tenant_id, id)
  )`,
  sql`CREATE INDEX face_authentications_applicant ON face_authentications (tenant_id, applicant_id)`,
  sql`CREATE INDEX face_authentications_user_journey ON face_authentications (tenant_id, user_journey_id)`,
  sql`CREATE TABLE attempts (
    id text PRIMARY KEY,
    tenant_id text NOT NULL,
    face_authentication_id text NOT NULL,
    status text NOT NULL CHECK (
      status IN (
        'pending_redirection', 'capture_in_progress', 'capture_aborted', 'capture_refused', 'expired',
        'checks_in_progress', 'checks_inconclusive', 'completed', 'terminated'
      )
    ),
    response_codes integer[] NOT NULL,
    event text NOT NULL,
    redirect_url text NOT NULL,
    residence_country text,
    language text,
    capture_token_hash bytea NOT NULL UNIQUE CHECK (octet_length(capture_token_hash) = 32),
    expires_on timestamptz NOT NULL,
    consent_on timestamptz,
    capture_count integer NOT NULL CHECK (capture_count >= 0),
    upload_id text,
    ip_address text,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    FOREIGN KEY (tenant_id, face_authentication_id) REFERENCES face_authentications (tenant_id, id)
  )`,
  sql`CREATE INDEX attempts_face_authentication ON attempts (tenant_id, face_authentication_id, position)`,
  sql`CREATE UNIQUE INDEX attempts_one_open ON attempts (tenant_id, face_authentication_id)
    WHERE status IN ('pending_redirection', 'capture_in_progress', 'checks_in_progress')`,
  sql`CREATE TABLE assets (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    owner_id text NOT NULL,
    type text NOT NULL CHECK (type IN ('face_image')),
    media_type text NOT NULL CHECK (media_type IN ('image/jpeg', 'image/png')),
    bytes integer NOT NULL CHECK (bytes > 0),
    status text NOT NULL CHECK (status IN ('writing', 'stored')),
    writer text NOT NULL,
    created_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY
  )`,
  sql`CREATE INDEX assets_owner ON assets (tenant_id, owner_id, position)`,
  sql`CREATE INDEX assets_unfinished ON assets (writer) WHERE status = 'writing'`,
]

export const mainJob: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

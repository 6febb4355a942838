import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * Faces get a source, an expiry and a life before their picture (`NEW`), so template and model may be missing.
 * `erasing` assets are gone for every reader; their objects are removed right after the commit, or at a later look.
 */
const STATEMENTS = [
  sql`ALTER TABLE applicants ADD COLUMN anonymized_on timestamptz`,

  sql`ALTER TABLE faces
    ADD COLUMN source text NOT NULL DEFAULT 'upload'
      CHECK (source IN ('upload', 'attempt', 'enrollment', 'vendor')),
    ADD COLUMN source_attempt_id text,
    ADD COLUMN vendor_reference text,
    ADD COLUMN expires_on timestamptz,
    ALTER COLUMN template_model DROP NOT NULL,
    ALTER COLUMN template_sealed DROP NOT NULL,
    ADD CHECK ((template_model IS NULL) = (template_sealed IS NULL)),
    ADD CHECK ((source = 'attempt') = (source_attempt_id IS NOT NULL)),
    ADD CHECK ((source = 'vendor') = (vendor_reference IS NOT NULL)),
    ADD UNIQUE (tenant_id, id)`,
  sql`ALTER TABLE faces ALTER COLUMN source DROP DEFAULT`,
  sql`CREATE INDEX faces_source_attempt ON faces (tenant_id, source_attempt_id)
    WHERE source_attempt_id IS NOT NULL`,

  sql`CREATE TABLE face_enrollments (
    id text PRIMARY KEY,
    tenant_id text NOT NULL,
    face_id text NOT NULL,
    user_journey_id text,
    status text NOT NULL CHECK (
      status IN (
        'pending_redirection', 'capture_in_progress', 'capture_aborted', 'capture_refused', 'expired',
        'checks_inconclusive', 'completed', 'terminated'
      )
    ),
    response_codes integer[] NOT NULL,
    redirect_url text NOT NULL,
    locale text,
    capture_token_hash bytea NOT NULL UNIQUE CHECK (octet_length(capture_token_hash) = 32),
    expires_on timestamptz NOT NULL,
    consent_on timestamptz,
    capture_count integer NOT NULL CHECK (capture_count >= 0),
    upload_id text,
    ip_address text,
    created_on timestamptz NOT NULL,
    modified_on timestamptz NOT NULL,
    position bigint GENERATED ALWAYS AS IDENTITY,
    FOREIGN KEY (tenant_id, face_id) REFERENCES faces (tenant_id, id) ON DELETE CASCADE,
    FOREIGN KEY (tenant_id, user_journey_id) REFERENCES user_journeys (tenant_id, id)
  )`,
  sql`CREATE INDEX face_enrollments_face ON face_enrollments (tenant_id, face_id, position)`,
  sql`CREATE INDEX face_enrollments_user_journey ON face_enrollments (tenant_id, user_journey_id)`,
  sql`CREATE UNIQUE INDEX face_enrollments_one_open ON face_enrollments (tenant_id, face_id)
    WHERE status IN ('pending_redirection', 'capture_in_progress')`,

  sql`ALTER TABLE face_authentications ADD COLUMN anonymized_on timestamptz`,
  sql`ALTER TABLE attempts
    ADD COLUMN locale text,
    ADD COLUMN digit_string_hash bytea CHECK (octet_length(digit_string_hash) = 32)`,
  // Digits are found without knowing whose they are; those of attempts that are over may come again.
  sql`CREATE UNIQUE INDEX attempts_digit_string ON attempts (digit_string_hash)
    WHERE status = 'pending_redirection'`,

  sql`CREATE TABLE code_tries (
    key text PRIMARY KEY,
    count integer NOT NULL,
    resets_on timestamptz NOT NULL
  )`,
  sql`CREATE INDEX code_tries_resets_on ON code_tries (resets_on)`,

  sql`ALTER TABLE assets DROP CONSTRAINT assets_status_check`,
  sql`ALTER TABLE assets ADD CONSTRAINT assets_status_check
    CHECK (status IN ('writing', 'stored', 'erasing'))`,
  sql`CREATE INDEX assets_erasing ON assets (tenant_id) WHERE status = 'erasing'`,

  sql`CREATE TABLE erasure_receipts (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    subject_id text NOT NULL,
    erased jsonb NOT NULL,
    created_on timestamptz NOT NULL,
    completed_on timestamptz,
    UNIQUE (tenant_id, subject_id)
  )`,
]

export const facesAndErasure: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

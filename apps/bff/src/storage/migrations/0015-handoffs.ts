import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** One row for a link that its holder wants to give to another device; gone with the link. */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`CREATE TABLE handoffs (
    id text PRIMARY KEY,
    tenant_id text NOT NULL REFERENCES tenants (id),
    attempt_id text UNIQUE REFERENCES attempts (id) ON DELETE CASCADE,
    face_enrollment_id text UNIQUE REFERENCES face_enrollments (id) ON DELETE CASCADE,
    state text NOT NULL CHECK (state IN ('waiting', 'connected', 'cancelled')),
    number smallint NOT NULL CHECK (number BETWEEN 10 AND 99),
    tries smallint NOT NULL,
    digits_hash bytea CHECK (octet_length(digits_hash) = 32),
    follower_hash bytea UNIQUE CHECK (octet_length(follower_hash) = 32),
    source_browser text,
    source_system text,
    expires_on timestamptz NOT NULL,
    CHECK ((attempt_id IS NULL) <> (face_enrollment_id IS NULL)),
    CHECK ((state = 'connected') = (follower_hash IS NOT NULL))
  )`,
  sql`CREATE UNIQUE INDEX handoffs_digits ON handoffs (digits_hash) WHERE digits_hash IS NOT NULL`,
  sql`CREATE INDEX handoffs_expires_on ON handoffs (expires_on)`,
]

export const handoffs: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

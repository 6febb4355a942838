import { type RawBuilder, sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The declines of an applicant, of all journeys. No foreign key to the applicant: it would lock that row after a face
 * authentication's, and an erasure locks them the other way round.
 */
const STATEMENTS: RawBuilder<unknown>[] = [
  sql`CREATE TABLE applicant_lockouts (
    tenant_id text NOT NULL REFERENCES tenants (id),
    applicant_id text NOT NULL,
    declined_on timestamptz[] NOT NULL,
    wait_until timestamptz,
    locked_until timestamptz,
    PRIMARY KEY (tenant_id, applicant_id)
  )`,
  sql`ALTER TABLE user_journeys ADD COLUMN lockout jsonb DEFAULT '{"declines":5,"window":86400,"for":86400}'`,
]

export const lockouts: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

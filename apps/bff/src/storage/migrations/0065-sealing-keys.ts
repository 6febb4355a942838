import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What belongs to an applicant is sealed under a key of their own as well, which goes when they are erased. It refers to no
 * other table, so that this one can be kept apart from a backup, and be newer than it.
 */
export const sealingKeys: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE applicant_keys (
      applicant_id text PRIMARY KEY,
      tenant_id text NOT NULL,
      sealed bytea NOT NULL
    )`.execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * What belongs to an applicant is sealed under a key of their own as well, which goes when they are erased. It refers to no
 * other table, so that this one can be kept apart from a backup, and be newer than it. Of data keys there may be several,
 * of which each value names its own; a picture lies outside, so its row does.
 */
export const sealingKeys: Migration = {
  up: async (db) => {
    await sql`CREATE TABLE applicant_keys (
      applicant_id text PRIMARY KEY,
      tenant_id text NOT NULL,
      sealed bytea NOT NULL
    )`.execute(db)
    await sql`ALTER TABLE data_keys
      DROP CONSTRAINT data_keys_id_check,
      ADD COLUMN seals_from timestamptz,
      ADD COLUMN resealed_on timestamptz`.execute(db)
    await sql`ALTER TABLE assets ADD COLUMN data_key_id bigint`.execute(db)
  },
}

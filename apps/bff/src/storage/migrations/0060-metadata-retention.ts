import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** How long what attempts say of a person beside the decision is kept; `NULL`: as long as the decision. */
export const metadataRetention: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE user_journeys ADD COLUMN metadata_retention_days integer
      CHECK (metadata_retention_days > 0)`.execute(db)
  },
}

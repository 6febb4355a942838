import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * How far an attempt came, and what its page told of how it went. Times of what was opened before are not known. Columns
 * without a default: no row is written anew.
 */
export const captureCourse: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE attempts
      ADD COLUMN opened_on timestamptz,
      ADD COLUMN camera_on timestamptz,
      ADD COLUMN course jsonb`.execute(db)
  },
}

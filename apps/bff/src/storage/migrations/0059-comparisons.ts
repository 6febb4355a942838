import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Until when at the latest a picture of the attempt is being compared. */
export const comparisons: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE attempts ADD COLUMN comparing_until timestamptz`.execute(db)
  },
}

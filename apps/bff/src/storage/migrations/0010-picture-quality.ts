import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Checks that a journey changes, and what the browser measured on a picture that it sent. */
const STATEMENTS = [
  sql`ALTER TABLE user_journeys ADD COLUMN thresholds jsonb NOT NULL DEFAULT '{}'`,
  sql`ALTER TABLE user_journeys ALTER COLUMN thresholds DROP DEFAULT`,
  sql`ALTER TABLE assets ADD COLUMN quality jsonb`,
]

export const pictureQuality: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * How an attempt went, beside what its decision says. `client` and `retry_reasons` go with the person, so they are JSON:
 * erased in one piece each, and not null only where there is something to tell.
 */
export const attemptDetails: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE attempts
      ADD COLUMN minimum_match_level integer,
      ADD COLUMN retry_reasons jsonb,
      ADD COLUMN client jsonb`.execute(db)
  },
}

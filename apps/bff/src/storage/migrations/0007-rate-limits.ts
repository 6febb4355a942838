import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** The columns `rate-limiter-flexible` expects. Unlogged: a crash may forget the counts of the last minute. */
export const rateLimits: Migration = {
  up: async (db) => {
    await sql`CREATE UNLOGGED TABLE rate_limits (
      key varchar(255) PRIMARY KEY,
      points integer NOT NULL DEFAULT 0,
      expire bigint
    )`.execute(db)
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** OAuth clients of before run out never and may be used from everywhere. */
export const clientLimits: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE oauth_clients
      ADD COLUMN expires_on timestamptz,
      ADD COLUMN allowed_networks text[] NOT NULL DEFAULT '{}'`.execute(db)
  },
}

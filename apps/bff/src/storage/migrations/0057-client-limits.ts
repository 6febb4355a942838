import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** OAuth clients of before run out never and may be used from everywhere. */
const STATEMENTS = [
  sql`ALTER TABLE oauth_clients
    ADD COLUMN expires_on timestamptz,
    ADD COLUMN allowed_networks text[] NOT NULL DEFAULT '{}'`,
  sql`ALTER TABLE oauth_clients ALTER COLUMN allowed_networks DROP DEFAULT`,
]

export const clientLimits: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

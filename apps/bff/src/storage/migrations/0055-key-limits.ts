import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Keys of before run out never and may be used from everywhere. */
const STATEMENTS = [
  sql`ALTER TABLE api_keys
    ADD COLUMN expires_on timestamptz,
    ADD COLUMN last_used_on timestamptz,
    ADD COLUMN allowed_networks text[] NOT NULL DEFAULT '{}'`,
]

export const keyLimits: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

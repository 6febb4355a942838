import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * When an OAuth client was last used, as keys know it, and when a console user has last signed in. Of users from before, the
 * last use of a passkey is what is known.
 */
const STATEMENTS = [
  sql`ALTER TABLE oauth_clients ADD COLUMN last_used_on timestamptz`,
  sql`ALTER TABLE console_users ADD COLUMN last_sign_in_on timestamptz`,
  sql`UPDATE console_users SET last_sign_in_on = (
    SELECT max(last_used_on) FROM console_credentials WHERE user_id = console_users.id
  )`,
]

export const lastUse: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

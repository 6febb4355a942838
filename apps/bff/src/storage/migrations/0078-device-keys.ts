import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/**
 * The key of the browser that has the link; docs/adr/0019-a-link-belongs-to-one-browser.md. Links from before have none, and
 * take that of the next browser that opens them.
 */
export const deviceKeys: Migration = {
  up: async (db) => {
    for (const table of ['attempts', 'face_enrollments']) {
      await sql`ALTER TABLE ${sql.table(table)}
        ADD COLUMN device_key_hash bytea CHECK (octet_length(device_key_hash) = 32)`.execute(db)
    }
    await sql`ALTER TABLE handoffs
      ADD COLUMN follower_key_hash bytea CHECK (octet_length(follower_key_hash) = 32)`.execute(db)
  },
}

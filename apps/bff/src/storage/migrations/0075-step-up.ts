import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** When somebody has last shown who they are. Sessions that do not say so are asked again. */
export const stepUp: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE console_sessions ADD COLUMN passkey_on timestamptz NOT NULL DEFAULT 'epoch'`.execute(
      db,
    )
  },
}

import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Why something was refused. Entries of before have none, and their place in the chain stays what it was. */
export const auditReason: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE audit_events ADD COLUMN reason text`.execute(db)
  },
}

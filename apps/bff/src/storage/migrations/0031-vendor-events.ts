import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Which of a vendor's events were asked about, so that the same one again is not. */
export const vendorEvents: Migration = {
  up: async (db) => {
    await sql`ALTER TABLE vendor_captures ADD COLUMN seen_events text[] NOT NULL DEFAULT '{}'`.execute(db)
  },
}

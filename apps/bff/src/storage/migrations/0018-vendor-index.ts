import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** Faces in an index that a vendor keeps: our ids for its own. */
const STATEMENTS = [
  sql`CREATE TABLE vendor_index_entries (
    id text PRIMARY KEY,
    tenant_id text NOT NULL,
    user_journey_id text NOT NULL,
    provider text NOT NULL,
    vendor_entry text NOT NULL,
    reference text,
    has_picture boolean NOT NULL,
    created_on timestamptz NOT NULL,
    UNIQUE (tenant_id, user_journey_id, provider, vendor_entry),
    FOREIGN KEY (tenant_id, user_journey_id) REFERENCES user_journeys (tenant_id, id)
  )`,
]

export const vendorIndex: Migration = {
  up: async (db) => {
    for (const statement of STATEMENTS) await statement.execute(db)
  },
}

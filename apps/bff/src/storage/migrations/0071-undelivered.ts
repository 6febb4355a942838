import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'

/** What waits and what was given up, of a tenant: few among many that arrived. */
export const undelivered: Migration = {
  up: async (db) => {
    await sql`CREATE INDEX webhook_deliveries_undelivered ON webhook_deliveries (tenant_id, created_on)
      WHERE status <> 'delivered'`.execute(db)
  },
}
